// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

/** Fusion, which looks the same everywhere, with the letters of menu keys underlined only while Alt is held, boxes to
 * tick that are seen on a dark ground, too, and a focus ring in the main window and every dialog. */
namespace sheaf {

class SheafStyle : public QProxyStyle
{
    Q_OBJECT
public:
    SheafStyle();
    using QProxyStyle::polish;
    void polish(QWidget* widget) override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returned) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
};

} // namespace sheaf
