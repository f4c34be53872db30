// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/key_button.h"

#include "ui/look/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace sheaf {

KeyButton::KeyButton(const QString& text, Kind kind, QWidget* parent) : QPushButton(text, parent)
{
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    if (kind == Link)
        setCursor(Qt::PointingHandCursor);
    setKind(kind);
}

void KeyButton::setKind(Kind kind)
{
    setProperty("primary", kind == Primary);
    setProperty("small", kind == Small);
    setProperty("link", kind == Link);
    style()->unpolish(this);
    style()->polish(this);
    updateGeometry();
}

void KeyButton::setKeyHint(const QString& key)
{
    m_hint = key;
    updateGeometry();
}

QFont KeyButton::hintFont() const
{
    QFont font = theme().font(FontRole::Secondary);
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

int KeyButton::hintWidth() const
{
    if (m_hint.isEmpty())
        return 0;
    return QFontMetrics(hintFont()).horizontalAdvance(m_hint) + theme().px(8);
}

QSize KeyButton::sizeHint() const
{
    QSize size = QPushButton::sizeHint();
    if (!m_hint.isEmpty())
        size.rwidth() += hintWidth() + theme().px(8);
    return size;
}

/** Without it a dialog's default would answer Enter in place of the button that has the focus. */
void KeyButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QPushButton::keyPressEvent(event);
}

void KeyButton::paintEvent(QPaintEvent* event)
{
    if (m_hint.isEmpty()) {
        QPushButton::paintEvent(event);
        return;
    }
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    const int gap = theme().px(8);
    const int width = fontMetrics().horizontalAdvance(text());
    const int left = (this->width() - width - gap - hintWidth()) / 2;
    const bool primary = property("primary").toBool() && isEnabled();
    painter.setPen(primary ? theme().onAccent : isEnabled() ? theme().text : theme().dim);
    painter.setFont(font());
    painter.drawText(QRect(left, 0, width + 2, height()), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic,
                     text());
    const int box = theme().px(16);
    const QRectF hint(left + width + gap + 0.5, (height() - box) / 2.0 + 0.5, hintWidth() - 1, box - 1);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(primary ? theme().onAccent : theme().line);
    painter.setBrush(primary ? QBrush(Qt::NoBrush) : QBrush(theme().base));
    painter.drawRoundedRect(hint, theme().px(3), theme().px(3));
    painter.setPen(primary ? theme().onAccent : theme().dim);
    painter.setFont(hintFont());
    painter.drawText(hint, Qt::AlignCenter, m_hint);
}

} // namespace sheaf
