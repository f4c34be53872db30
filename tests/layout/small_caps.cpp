// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/layout.h"
#include "page_maker.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;
using sheaf::testing::PageMaker;

namespace {

/** Capitals in 12 points and smaller capitals in 9.6, letter by letter as they are drawn. */
void smallCaps(PageMaker& maker, double x, double y, const QString& text)
{
    for (QChar c : text) {
        const double size = c.isLower() ? 9.6 : 12;
        maker.text(x, y, QString(c.toUpper()), size);
        x += 0.5 * size;
    }
}

void prose(PageMaker& maker, double y, int lines)
{
    for (int i = 0; i < lines; ++i)
        maker.text(50, y + 12 * i, u"running text that fills its line from one edge to the other one, again"_s);
}

QStringList headingsOf(PageMaker& maker)
{
    LayoutEngine engine;
    engine.addPage(maker.take());
    QStringList headings;
    for (const Block& block : engine.finish().blocks) {
        if (block.kind == BlockKind::Heading || block.kind == BlockKind::Title)
            headings << block.text;
    }
    return headings;
}

} // namespace

class SmallCaps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void smallerCapitalsAreLowerCaseLetters()
    {
        PageMaker maker;
        prose(maker, 60, 8);
        smallCaps(maker, 50, 200, u"Statement of Need"_s);
        prose(maker, 220, 8);
        QCOMPARE(headingsOf(maker), QStringList{u"Statement of Need"_s});
    }

    void theyGoOnInTheNextLine()
    {
        PageMaker maker;
        prose(maker, 60, 8);
        smallCaps(maker, 52, 200, u"IV. The Lorentz Package: a Summary of High-Level Functions for all"_s);
        smallCaps(maker, 160, 214, u"of special relativity"_s);
        prose(maker, 240, 8);
        const QStringList headings = headingsOf(maker);
        QVERIFY(headings.join(u' ').contains(u"of special relativity"_s));
    }

    void whatFollowsInTheirSizeKeepsItsCapitals()
    {
        PageMaker maker(2);
        prose(maker, 60, 8);
        smallCaps(maker, 50, 200, u"References"_s);
        maker.text(50, 215, u"[1] M. O. Roe, J. A. Poe, The Study of an ISO Norm, Journal 3 (2019) 1."_s, 9.6);
        maker.text(50, 227, u"[2] IEEE, Another Study of it, Journal 4 (2020) 12."_s, 9.6);
        LayoutEngine engine;
        engine.addPage(maker.take());
        QString all;
        for (const Block& block : engine.finish().blocks)
            all += block.text + u'\n';
        for (const QString& words : {u"References"_s, u"M. O. Roe, J. A. Poe"_s, u"an ISO Norm"_s, u"IEEE, Another"_s})
            QVERIFY2(all.contains(words), qPrintable(all));
    }

    void capitalsOfOneSizeStay()
    {
        PageMaker maker;
        prose(maker, 60, 8);
        maker.text(50, 200, u"STATEMENT OF NEED"_s, 12);
        prose(maker, 220, 8);
        QCOMPARE(headingsOf(maker), QStringList{u"STATEMENT OF NEED"_s});
    }
};

QTEST_GUILESS_MAIN(SmallCaps)
#include "small_caps.moc"
