// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/theme.h"

#include "ui/look/sheaf_style.h"
#include "ui/look/style_sheet.h"

#include <QApplication>
#include <QFontDatabase>
#include <QScreen>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr double bodyPixels = 12.5;
/** A system font above this many points asks for larger text than usual. */
constexpr double usualPoints = 10;

Theme& current()
{
    static Theme theme = Theme::light();
    return theme;
}

struct SystemLook
{
    bool dark = false;
    double scale = 1;
    QString family;
    double dotsPerInch = 96;
};

/** What the system asks for, taken before the application's own palette and font replace it. */
const SystemLook& systemLook()
{
    static const SystemLook look = [] {
        SystemLook found;
        const QPalette palette = QGuiApplication::palette();
        found.dark = palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
        if (const QScreen* screen = QGuiApplication::primaryScreen())
            found.dotsPerInch = screen->logicalDotsPerInchY();
        const QFont font = QGuiApplication::font();
        found.scale = std::max(1.0, font.pointSizeF() / usualPoints) * found.dotsPerInch / 96;
        found.family = QFontDatabase::hasFamily(u"Inter"_s) ? u"Inter"_s : font.family();
        return found;
    }();
    return look;
}

struct FontShape
{
    double pixels;
    QFont::Weight weight;
    bool capitals;
};

FontShape shape(FontRole role)
{
    switch (role) {
    case FontRole::Body:
        return {bodyPixels, QFont::Normal, false};
    case FontRole::Strong:
        return {bodyPixels, QFont::DemiBold, false};
    case FontRole::Dense:
        return {12, QFont::Normal, false};
    case FontRole::TwoLine:
        return {11.5, QFont::Normal, false};
    case FontRole::Secondary:
        return {11, QFont::Normal, false};
    case FontRole::TableHead:
        return {11, QFont::DemiBold, false};
    case FontRole::Section:
        return {11, QFont::DemiBold, true};
    case FontRole::Stage:
        return {12, QFont::DemiBold, true};
    case FontRole::Title:
        return {14, QFont::DemiBold, false};
    case FontRole::Value:
        return {18, QFont::DemiBold, false};
    case FontRole::Count:
        return {22, QFont::DemiBold, false};
    case FontRole::DropLine:
        return {19, QFont::DemiBold, false};
    }
    return {bodyPixels, QFont::Normal, false};
}

} // namespace

Theme Theme::light()
{
    Theme t;
    t.base = QColor(0xffffff);
    t.panel = QColor(0xf6f6f4);
    t.line = QColor(0xdcdcd6);
    t.text = QColor(0x22241f);
    t.dim = QColor(0x6d7068);
    t.dimOnSoft = QColor(0x575b53);
    t.accent = QColor(0x2f6f5e);
    t.onAccent = QColor(0xffffff);
    t.soft = QColor(0xdff0ea);
    t.blue = QColor(0x2b62b8);
    t.red = QColor(0xb4382c);
    t.amber = QColor(0xb7791f);
    t.amberText = QColor(0x855409);
    t.mark = QColor(0xf2d06b);
    t.markEdge = QColor(0xd8ae34);
    t.markInText = QColor(0xfae9b8);
    t.arrow = QColor(0xa3a69d);
    t.sheet = QColor(0xffffff);
    return t;
}

Theme Theme::darkTheme()
{
    Theme t;
    t.dark = true;
    t.base = QColor(0x262928);
    t.panel = QColor(0x1d1f1e);
    t.line = QColor(0x3a3e3c);
    t.text = QColor(0xe9ebe7);
    t.dim = QColor(0xa0a59f);
    t.dimOnSoft = QColor(0xb4bab3);
    t.accent = QColor(0x6cc3a8);
    t.onAccent = QColor(0x262928);
    t.soft = QColor(0x24423a);
    t.blue = QColor(0x8ab4f5);
    t.red = QColor(0xea7b6f);
    t.amber = QColor(0xe0ae57);
    t.amberText = QColor(0xe0ae57);
    t.mark = QColor(0xf2d06b);
    t.markEdge = QColor(0xd8ae34);
    t.markInText = QColor(0x5c4a1c);
    t.arrow = QColor(0x6c716c);
    t.sheet = QColor(0xffffff);
    return t;
}

QFont Theme::font(FontRole role) const
{
    const FontShape s = shape(role);
    QFont font(family);
    const double pixels = s.pixels * scale;
    font.setPointSizeF(pixels * 72 / systemLook().dotsPerInch);
    font.setWeight(s.weight);
    // Whole-pixel advances would make small text a tenth wider than it is drawn elsewhere.
    font.setHintingPreference(QFont::PreferNoHinting);
    if (s.capitals) {
        font.setCapitalization(QFont::AllUppercase);
        font.setLetterSpacing(QFont::AbsoluteSpacing, 0.06 * pixels);
    }
    return font;
}

QPalette Theme::palette() const
{
    QPalette p;
    p.setColor(QPalette::Window, base);
    p.setColor(QPalette::WindowText, text);
    p.setColor(QPalette::Base, base);
    p.setColor(QPalette::AlternateBase, panel);
    p.setColor(QPalette::Text, text);
    p.setColor(QPalette::Button, panel);
    p.setColor(QPalette::ButtonText, text);
    p.setColor(QPalette::BrightText, red);
    p.setColor(QPalette::ToolTipBase, panel);
    p.setColor(QPalette::ToolTipText, text);
    p.setColor(QPalette::PlaceholderText, dim);
    p.setColor(QPalette::Highlight, soft);
    p.setColor(QPalette::HighlightedText, text);
    p.setColor(QPalette::Link, accent);
    p.setColor(QPalette::LinkVisited, accent);
    p.setColor(QPalette::Light, base);
    p.setColor(QPalette::Midlight, panel);
    p.setColor(QPalette::Mid, line);
    p.setColor(QPalette::Dark, line);
    p.setColor(QPalette::Shadow, line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, dim);
    return p;
}

const Theme& theme()
{
    return current();
}

void applyTheme(ThemeChoice choice)
{
    const SystemLook& look = systemLook();
    const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && look.dark);
    QApplication::setStyle(new SheafStyle);
    Theme& t = current();
    t = dark ? Theme::darkTheme() : Theme::light();
    t.scale = look.scale;
    t.family = look.family;
    QApplication::setFont(t.font(FontRole::Body));
    QApplication::setPalette(t.palette());
    qApp->setStyleSheet(styleSheet(t));
}

ThemeChoice themeChoiceFromName(QStringView name)
{
    if (name == "light"_L1)
        return ThemeChoice::Light;
    return name == "dark"_L1 ? ThemeChoice::Dark : ThemeChoice::System;
}

QString themeChoiceName(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Light:
        return u"light"_s;
    case ThemeChoice::Dark:
        return u"dark"_s;
    case ThemeChoice::System:
        break;
    }
    return u"system"_s;
}

} // namespace sheaf
