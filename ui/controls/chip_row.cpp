// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/chip_row.h"

#include "ui/look/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace sheaf {

ChipRow::ChipRow(QWidget* parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChipRow::set(const QStringList& chips)
{
    m_chips = chips;
    setAccessibleName(chips.join(u", "_s));
    updateGeometry();
    update();
}

QVector<QRect> ChipRow::boxes(int width) const
{
    const Theme& t = theme();
    const QFontMetrics metrics(t.font(FontRole::Dense));
    QVector<QRect> found;
    int x = 0, y = 0;
    for (const QString& chip : m_chips) {
        const int w = std::min(width, metrics.horizontalAdvance(u"✓ "_s + chip) + t.px(16));
        if (x > 0 && x + w > width) {
            x = 0;
            y += t.px(29);
        }
        found.append(QRect(x, y, w, t.px(23)));
        x += w + t.px(6);
    }
    return found;
}

int ChipRow::heightForWidth(int width) const
{
    const auto all = boxes(width);
    return all.isEmpty() ? 0 : all.last().bottom() + 1;
}

QSize ChipRow::sizeHint() const
{
    return {theme().px(300), heightForWidth(theme().px(300))};
}

void ChipRow::paintEvent(QPaintEvent*)
{
    const Theme& t = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(t.font(FontRole::Dense));
    const auto all = boxes(width());
    for (int i = 0; i < all.size(); ++i) {
        painter.setPen(t.accent);
        painter.setBrush(t.soft);
        painter.drawRoundedRect(QRectF(all.at(i)).adjusted(0.5, 0.5, -0.5, -0.5), t.px(4), t.px(4));
        painter.setPen(t.text);
        painter.drawText(all.at(i), Qt::AlignCenter, u"✓ "_s + m_chips.at(i));
    }
}

} // namespace sheaf
