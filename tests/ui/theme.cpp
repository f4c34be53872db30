// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/theme.h"
#include "ui/look/style_sheet.h"
#include "ui/sample_run.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace sheaf;

namespace {

double luminance(const QColor& colour)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace

class ThemeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void allTextCanBeRead_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("ground");
        for (const Theme& t : {Theme::light(), Theme::darkTheme()}) {
            const auto row = [&t](const char* name, const QColor& text, const QColor& ground) {
                QTest::addRow("%s, %s", name, t.dark ? "dark" : "light") << text << ground;
            };
            row("text on base", t.text, t.base);
            row("text on panel", t.text, t.panel);
            row("text on soft", t.text, t.soft);
            row("dim on base", t.dim, t.base);
            row("dim on panel", t.dim, t.panel);
            row("dim on soft", t.dimOnSoft, t.soft);
            row("on accent", t.onAccent, t.accent);
            row("accent on base", t.accent, t.base);
            row("red on base", t.red, t.base);
            row("red on panel", t.red, t.panel);
            row("amber text on base", t.amberText, t.base);
            row("amber text on panel", t.amberText, t.panel);
            row("blue on base", t.blue, t.base);
            row("text on a mark", t.text, t.markInText);
        }
    }

    void allTextCanBeRead()
    {
        QFETCH(QColor, text);
        QFETCH(QColor, ground);
        const double found = contrast(text, ground);
        QVERIFY2(found >= 4.5, qPrintable(QString::number(found)));
    }

    void thePaletteHoldsTheTokens()
    {
        const Theme t = Theme::darkTheme();
        const QPalette p = t.palette();
        QCOMPARE(p.color(QPalette::Base), t.base);
        QCOMPARE(p.color(QPalette::Text), t.text);
        QCOMPARE(p.color(QPalette::Highlight), t.soft);
        QCOMPARE(p.color(QPalette::Disabled, QPalette::Text), t.dim);
        QCOMPARE(p.color(QPalette::PlaceholderText), t.dim);
    }

    void theStyleSheetHasNoPlaceholderLeft()
    {
        for (const Theme& t : {Theme::light(), Theme::darkTheme()}) {
            const QString sheet = styleSheet(t);
            QVERIFY(!sheet.contains(u'@'));
            QVERIFY(sheet.contains(t.accent.name()));
        }
    }

    void sizesGrowWithTheFont()
    {
        Theme t = Theme::light();
        t.scale = 1;
        const double normal = t.font(FontRole::Body).pointSizeF();
        t.scale = 2;
        QCOMPARE(t.font(FontRole::Body).pointSizeF(), 2 * normal);
        QCOMPARE(t.px(29), 58);
    }

    void aChoiceIsTakenByName()
    {
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::System})
            QCOMPARE(themeChoiceFromName(themeChoiceName(choice)), choice);
        applyTheme(ThemeChoice::Dark);
        QVERIFY(theme().dark);
        applyTheme(ThemeChoice::Light);
        QVERIFY(!theme().dark);
    }
};

QTEST_MAIN(ThemeTest)
#include "theme.moc"
