// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

/**
 * The colours, fonts and sizes of the window: the one place that names a colour. Main thread only. Sizes are given in
 * pixels at 96 dpi with a body font of 12.5 px and grow with the font.
 */
namespace sheaf {

enum class ThemeChoice
{
    System,
    Light,
    Dark
};

enum class FontRole
{
    Body,      ///< 12.5
    Strong,    ///< 12.5 / 600
    Dense,     ///< 12
    TwoLine,   ///< 11.5
    Secondary, ///< 11
    TableHead, ///< 11 / 600
    Section,   ///< 11 / 600, capitals, spaced
    Stage,     ///< 12 / 600, capitals, spaced
    Title,     ///< 14 / 600
    Value,     ///< 18 / 600
    Count,     ///< 22 / 600
    DropLine   ///< 19 / 600
};

struct Theme
{
    bool dark = false;
    QColor base, panel, line;
    QColor text, dim, dimOnSoft;
    QColor accent, onAccent, soft;
    QColor blue, red, amber, amberText;
    QColor mark, markEdge, markInText;
    QColor arrow;
    QColor sheet; ///< a PDF page: white in both
    double scale = 1;
    QString family;

    static Theme light();
    static Theme darkTheme();

    int px(double at96Dpi) const { return qRound(at96Dpi * scale); }
    QFont font(FontRole role) const;
    QPalette palette() const;
};

/** The theme in use. */
const Theme& theme();

/** Chooses the theme and gives the application its font, palette and style sheet. System = as dark as the system's own
 * palette was at start. */
void applyTheme(ThemeChoice choice);
ThemeChoice themeChoiceFromName(QStringView name); ///< "light", "dark", else System
QString themeChoiceName(ThemeChoice choice);

} // namespace sheaf
