// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sheaf_style.h"

#include <QGuiApplication>

namespace sheaf {

SheafStyle::SheafStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

int SheafStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                          QStyleHintReturn* returned) const
{
    if (hint == SH_UnderlineShortcut)
        return QGuiApplication::keyboardModifiers().testFlag(Qt::AltModifier);
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

} // namespace sheaf
