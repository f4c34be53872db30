// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/sheaf_style.h"

#include "ui/look/focus_ring.h"
#include "ui/look/painting.h"

#include <QAbstractButton>
#include <QDialog>
#include <QGuiApplication>
#include <QMainWindow>
#include <QStyleOption>

namespace sheaf {

SheafStyle::SheafStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

/** A changed style sheet polishes again: one ring a window. */
void SheafStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    const bool window = qobject_cast<QDialog*>(widget) || qobject_cast<QMainWindow*>(widget);
    if (window && !widget->findChild<FocusRing*>({}, Qt::FindDirectChildrenOnly))
        new FocusRing(widget);
}

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
    if (element == PE_FrameFocusRect && qobject_cast<const QAbstractButton*>(widget))
        return; // the ring marks it
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
