// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/cap_bar.h"

#include "core/units.h"
#include "ui/controls/elided_label.h"
#include "ui/controls/labels.h"

#include <QGridLayout>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** How a part looks in the bar and in the legend alike; the colour is the theme's of now. */
struct Look
{
    QColor Theme::*colour;
    bool hatched;
};

constexpr Look spentLook{&Theme::dim, false}, committedLook{&Theme::dim, true}, addedLook{&Theme::accent, false},
    addedRangeLook{&Theme::accent, true}, leftLook{&Theme::line, false};

void paintPart(QPainter& painter, const QRectF& box, const Look& look)
{
    const QColor colour = theme().*look.colour;
    if (!look.hatched) {
        painter.fillRect(box, colour);
        return;
    }
    painter.save();
    painter.setClipRect(box, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(box, theme().base);
    const double step = theme().px(4);
    painter.setPen(QPen(colour, step * 0.45));
    for (double x = box.left() - box.height(); x < box.right() + step; x += step)
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
    painter.restore();
}

class Swatch : public QWidget
{
public:
    explicit Swatch(const Look& look) : m_look(look) { setFixedSize(theme().px(10), theme().px(10)); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        QPainterPath outline;
        outline.addRoundedRect(rect(), 2, 2);
        painter.setClipPath(outline);
        paintPart(painter, rect(), m_look);
    }

private:
    Look m_look;
};

} // namespace

class CapBar::Bar : public QWidget
{
public:
    Bar() { setFixedHeight(theme().px(8)); }
    void set(const Sums& sums)
    {
        m_sums = sums;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintPart(painter, rect(), leftLook);
        double x = 0;
        const auto part = [&](double usd, const Look& look) {
            const double width = m_sums.cap > 0 ? std::min(usd / m_sums.cap * this->width(), this->width() - x) : 0;
            paintPart(painter, QRectF(x, 0, width, height()), look);
            x += width;
        };
        part(m_sums.spent, spentLook);
        part(m_sums.committed, committedLook);
        part(m_sums.addedLow, addedLook);
        part(m_sums.addedHigh - m_sums.addedLow, addedRangeLook);
    }

private:
    Sums m_sums;
};

CapBar::CapBar(QWidget* parent) : QWidget(parent), m_bar(new Bar)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(8));
    column->addWidget(m_bar);
    auto* legend = new QGridLayout;
    legend->setHorizontalSpacing(theme().px(6));
    legend->setVerticalSpacing(theme().px(3));
    const Look looks[PartCount] = {spentLook, committedLook, addedLook, leftLook};
    constexpr int width = 4; // grid columns of a part: swatch, name, amount, and the gap to the next
    for (int i = 0; i < PartCount; ++i) {
        const int row = i % 2, at = i / 2 * width;
        m_names[i] = new ElidedLabel;
        m_names[i]->setFont(theme().font(FontRole::Secondary));
        m_names[i]->setProperty("tone", u"dim"_s);
        m_amounts[i] = textLabel({}, FontRole::Secondary);
        m_amounts[i]->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        legend->addWidget(new Swatch(looks[i]), row, at, Qt::AlignVCenter);
        legend->addWidget(m_names[i], row, at + 1);
        legend->addWidget(m_amounts[i], row, at + 2);
    }
    legend->setColumnMinimumWidth(width - 1, theme().px(8));
    for (const int names : {1, width + 1})
        legend->setColumnStretch(names, 1);
    column->addLayout(legend);
}

void CapBar::set(const Sums& sums)
{
    m_bar->set(sums);
    const double left = std::max(0.0, sums.cap - sums.spent - sums.committed - sums.addedHigh);
    const QString names[PartCount] = {tr("spent"), sums.batches ? tr("in batches") : tr("in calls"), sums.addedName,
                                      tr("left of %1").arg(formatUsd(sums.cap))};
    const QString amounts[PartCount] = {formatUsd(sums.spent), formatUsd(sums.committed), sums.addedWords,
                                        formatUsd(left)};
    for (int i = 0; i < PartCount; ++i) {
        m_names[i]->setText(names[i]);
        m_amounts[i]->setText(amounts[i]);
        m_amounts[i]->setAccessibleName(u"%1 %2"_s.arg(names[i], amounts[i]));
    }
    m_bar->setAccessibleName(words());
}

QString CapBar::words() const
{
    QStringList parts;
    for (const QLabel* amount : m_amounts)
        parts += amount->accessibleName();
    return parts.join(u", "_s);
}

} // namespace sheaf
