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
    QStringList out;
    for (int i = 0; i < lines; ++i)
        out << u"many words of text that fill their line"_s;
    return out;
}

/** Text whose third line calls a note with a raised mark. */
PageMaker pageWithCall(int number, const QString& mark, const QString& before = u"a word with a note"_s)
{
    PageMaker maker(number);
    maker.lines(50, 100, prose(2)).text(50, 124, before);
    const double at = 50 + PageMaker::width(before);
    maker.text(at, 120, mark, 6).text(at + 14, 124, u"in its line"_s).lines(50, 136, prose(20));
    return maker;
}

PageMaker& note(PageMaker& maker, const QString& mark, const QString& text, double y = 700)
{
    return maker.rule(50, 130, y - 12).text(50, y - 3, mark, 5).text(50 + PageMaker::width(mark, 5) + 1, y, text, 8);
}

Layout layoutOf(QVector<Page> pages)
{
    LayoutEngine engine;
    for (Page& page : pages)
        engine.addPage(std::move(page));
    return engine.finish();
}

QVector<Block> ofKind(const Layout& layout, BlockKind kind)
{
    QVector<Block> out;
    std::ranges::copy_if(layout.blocks, std::back_inserter(out), [&](const Block& b) { return b.kind == kind; });
    return out;
}

} // namespace

class Footnotes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNoteIsBoundToTheTextThatCallsIt()
    {
        PageMaker maker = pageWithCall(1, u"1"_s);
        note(maker, u"1"_s, u"What the note says."_s);
        const Layout layout = layoutOf({maker.take()});
        const QVector<Block> notes = ofKind(layout, BlockKind::Footnote);
        QCOMPARE(notes.size(), 1);
        QCOMPARE(notes.first().marker, u"1"_s);
        QCOMPARE(notes.first().label, u"1"_s);
        QCOMPARE(notes.first().text, u"What the note says."_s);
        QVERIFY(layout.blocks[notes.first().relates].text.contains(u"a word with a note[^1] in its line"_s));
    }

    void aBibliographyInSmallPrintIsNoNote()
    {
        PageMaker maker = pageWithCall(1, u"1"_s);
        maker.text(50, 420, u"1"_s, 5).text(54, 423, u"Department of Examples, Town"_s, 8);
        maker.text(50, 450, u"References"_s, 8);
        maker.text(50, 465, u"1. Roe J. A study of the examples. Journal. 2019;12:33."_s, 8);
        maker.text(50, 477, u"2. Poe E. Another study of those. Journal. 2020;5:101."_s, 8);
        const Layout layout = layoutOf({maker.take()});
        for (const Block& block : ofKind(layout, BlockKind::Footnote))
            QVERIFY2(!block.text.contains(u"study"_s) && !block.text.contains(u"References"_s), qPrintable(block.text));
        QCOMPARE(ofKind(layout, BlockKind::Reference).size(), 2);
    }

    void aHeadingBelowATablesRuleIsNoNote()
    {
        PageMaker maker = pageWithCall(1, u"2"_s);
        maker.rule(50, 150, 500).text(50, 512, u"Standard errors in parentheses."_s, 8);
        maker.font(u"Bold"_s, true).text(50, 540, u"2) Regression of the values"_s);
        maker.font(u""_s).lines(50, 556, prose(6));
        const Layout layout = layoutOf({maker.take()});
        for (const Block& block : ofKind(layout, BlockKind::Footnote))
            QVERIFY2(!block.text.contains(u"Regression"_s), qPrintable(block.text));
    }

    void aMarkThatComesAgainIsToldByItsPage()
    {
        QVector<Page> pages;
        for (int i = 1; i <= 2; ++i) {
            PageMaker maker = pageWithCall(i, u"*"_s);
            note(maker, u"*"_s, i == 1 ? u"Said at first."_s : u"Another one later."_s);
            pages << maker.take();
        }
        const QVector<Block> notes = ofKind(layoutOf(pages), BlockKind::Footnote);
        QCOMPARE(notes.size(), 2);
        QCOMPARE(notes[0].label, u"*"_s);
        QCOMPARE(notes[1].label, u"*-2"_s);
        QCOMPARE(notes[1].marker, u"*"_s);
    }

    void notesOneBelowTheOtherAreOneBlockEach()
    {
        PageMaker maker = pageWithCall(1, u"1,2"_s);
        note(maker, u"1"_s, u"The first note"_s);
        maker.text(58, 710, u"goes on."_s, 8).text(50, 717, u"2"_s, 5).text(54, 720, u"The second."_s, 8);
        const Layout layout = layoutOf({maker.take()});
        const QVector<Block> notes = ofKind(layout, BlockKind::Footnote);
        QCOMPARE(notes.size(), 2);
        QCOMPARE(notes[0].text, u"The first note goes on."_s);
        QCOMPARE(notes[1].text, u"The second."_s);
        QVERIFY(layout.blocks[notes[0].relates].text.contains(u"note[^1][^2] in"_s));
    }

    void powersAndRaisedCitationsAreNoMarks()
    {
        PageMaker maker = pageWithCall(1, u"2"_s, u"an area of 40 km"_s);
        maker.text(50, 400, u"and a call"_s).text(100, 396, u"2"_s, 6).text(106, 400, u"of it, cited"_s);
        maker.text(166, 396, u"7"_s, 6);
        note(maker, u"2"_s, u"The note."_s);
        QString all;
        for (const Block& block : layoutOf({maker.take()}).blocks)
            all += block.text + u'\n';
        QVERIFY(all.contains(u"40 km²"_s));
        QVERIFY(all.contains(u"and a call[^2] of it, cited⁷"_s));
    }

    void aNoteGoesOnAtTheNextPagesFoot()
    {
        PageMaker first = pageWithCall(1, u"1"_s), second(2);
        note(first, u"1"_s, u"A note that does not end on"_s);
        second.lines(50, 100, prose(20)).rule(50, 130, 688).text(50, 700, u"its own page."_s, 8);
        const QVector<Block> notes = ofKind(layoutOf({first.take(), second.take()}), BlockKind::Footnote);
        QCOMPARE(notes.size(), 1);
        QCOMPARE(notes.first().text, u"A note that does not end on its own page."_s);
        QCOMPARE(notes.first().regions.size(), 2);
    }

    void aMarkThatStandsApartFromItsNoteIsNoFolio()
    {
        PageMaker maker = pageWithCall(1, u"1"_s);
        maker.text(50, 742, u"1"_s, 5).text(59, 745.2, u"What the note says of it, in a single line."_s, 8);
        const QVector<Block> notes = ofKind(layoutOf({maker.take()}), BlockKind::Footnote);
        QCOMPARE(notes.size(), 1);
        QCOMPARE(notes.first().label, u"1"_s);
    }

    void numberedStepsInSmallPrintAreNoNotes()
    {
        PageMaker maker;
        maker.lines(50, 100, prose(20));
        maker.text(50, 700, u"1. The first step of all"_s, 8).text(50, 710, u"2. The second step of all"_s, 8);
        QVERIFY(ofKind(layoutOf({maker.take()}), BlockKind::Footnote).isEmpty());
    }

    void notesToTheAuthorsNamesAreFrontMatter()
    {
        PageMaker maker;
        maker.text(100, 80, u"On the reading of many papers"_s, 18).text(150, 110, u"Ada Example"_s, 11);
        maker.text(206, 106, u"*"_s, 6).text(215, 110, u"and Bob Sample"_s, 11);
        maker.font(u"Bold"_s, true).text(50, 170, u"1 Introduction"_s, 12).font(u"Serif"_s);
        maker.lines(50, 190, prose(30));
        note(maker, u"*"_s, u"Corresponding author: ada@example.org"_s);
        const Layout layout = layoutOf({maker.take()});
        QVERIFY(ofKind(layout, BlockKind::Footnote).isEmpty());
        const QVector<Block> places = ofKind(layout, BlockKind::Affiliation);
        QCOMPARE(places.size(), 1);
        QVERIFY(places.first().text.endsWith(u"Corresponding author: ada@example.org"_s));
        QCOMPARE(layout.metadata.work.author.size(), 2);
    }

    void aTablesNotesStayWithIt()
    {
        PageMaker maker;
        maker.lines(50, 60, prose(6)).text(50, 150, u"Table 1: Counts."_s, 9);
        maker.rule(50, 245, 158).rule(50, 245, 174).rule(50, 245, 214);
        for (int row = 0; row < 4; ++row) {
            maker.text(55, 169 + 13 * row, row == 0 ? u"Name"_s : u"row %1"_s.arg(row), 9);
            maker.text(150, 169 + 13 * row, row == 0 ? u"Count"_s : QString::number(10 * row), 9);
        }
        maker.text(50, 221, u"a"_s, 5).text(54, 224, u"Counted by hand."_s, 8).lines(50, 260, prose(10));
        const Layout layout = layoutOf({maker.take()});
        const QVector<Block> notes = ofKind(layout, BlockKind::Footnote);
        QCOMPARE(notes.size(), 1);
        QVERIFY(notes.first().label.isEmpty());
        QCOMPARE(layout.blocks[notes.first().relates].kind, BlockKind::Table);
    }
};

QTEST_GUILESS_MAIN(Footnotes)
#include "footnotes.moc"
