// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/sheaf_style.h"

#include "ui/look/painting.h"

#include <QGuiApplication>
#include <QStyleOption>

namespace sheaf {

SheafStyle::SheafStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

int SheafStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                          QStyleHintReturn* returned) const
{
    if (hint == SH_UnderlineShortcut)
        return QGuiApplication::keyboardModifiers().testFlag(Qt::AltModifier);
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

void SheafStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const
{
    if (element != PE_IndicatorCheckBox && element != PE_IndicatorItemViewItemCheck)
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    const Qt::CheckState state = option->state.testFlag(State_NoChange) ? Qt::PartiallyChecked
                                 : option->state.testFlag(State_On)     ? Qt::Checked
                                                                        : Qt::Unchecked;
    const int size = std::min(option->rect.width(), option->rect.height());
    QRectF box(0, 0, size, size);
    box.moveCenter(QRectF(option->rect).center());
    drawCheckBox(*painter, box, state, option->state.testFlag(State_Enabled));
}

} // namespace sheaf
