// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/layout.h"
#include "page_maker.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;
using sheaf::testing::PageMaker;

namespace {

QStringList prose(int lines)
{
    return QStringList(lines, u"many words of text that fill their line"_s);
}

QStringList markers(Page page)
{
    LayoutEngine engine;
    engine.addPage(std::move(page));
    QStringList out;
    for (const Block& block : engine.finish().blocks) {
        if (block.kind == BlockKind::Theorem)
            out << block.marker;
    }
    return out;
}

} // namespace

class Theorems : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBoldHeadBeginsAStatement()
    {
        PageMaker maker;
        maker.lines(50, 100, prose(12));
        maker.font(u"Bold"_s, true).text(50, 260, u"Lemma 2.1."_s).font(u"Italic"_s, false, true);
        maker.text(105, 260, u"Every text has its reader."_s).font(u"Serif"_s).lines(50, 290, prose(6));
        QCOMPARE(markers(maker.take()), QStringList{u"Lemma 2.1"_s});
    }

    void aProofHasAnItalicHeadAndNoNumber()
    {
        PageMaker maker;
        maker.lines(50, 100, prose(12)).font(u"Italic"_s, false, true).text(50, 260, u"Proof."_s);
        maker.font(u"Serif"_s).text(85, 260, u"It is clear from the text."_s).lines(50, 290, prose(6));
        QCOMPARE(markers(maker.take()), QStringList{u"Proof"_s});
    }

    void smallCapitalsMayHeadAStatement()
    {
        PageMaker maker;
        maker.lines(50, 100, prose(12)).text(50, 260, u"DEFINITION 3 (Texts). A text is a list of words."_s);
        maker.lines(50, 290, prose(6));
        QCOMPARE(markers(maker.take()), QStringList{u"DEFINITION 3"_s});
    }

    void anItalicStatementGoesOnBehindItsFormula()
    {
        PageMaker maker;
        maker.lines(50, 60, prose(12))
            .font(u"Bold"_s, true)
            .text(50, 230, u"Theorem A."_s)
            .font(u"Italic"_s, false, true);
        maker.text(105, 230, u"For all texts it is true that"_s).font(u"CMMI10"_s, false, true);
        maker.text(150, 260, u"E"_s).text(160, 260, u"="_s).text(175, 253, u"a"_s).text(175, 267, u"b"_s);
        maker.rule(173, 182, 257.5).font(u"Italic"_s, false, true).text(50, 290, u"where no word is left out."_s);
        maker.font(u"Serif"_s).lines(50, 320, prose(6));
        QCOMPARE(markers(maker.take()), (QStringList{u"Theorem A"_s, QString()}));
    }

    void aSentenceAboutAnExampleIsNoStatement()
    {
        PageMaker maker;
        maker.lines(50, 100, prose(12)).text(50, 260, u"Example 1 shows what is meant by that"_s);
        maker.lines(50, 272, prose(6));
        QCOMPARE(markers(maker.take()), QStringList());
    }
};

QTEST_GUILESS_MAIN(Theorems)
#include "theorems.moc"
