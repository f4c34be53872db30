// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/layout.h"
#include "page_maker.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;
using sheaf::testing::PageMaker;

namespace {

Layout layoutOf(QVector<Page> pages)
{
    LayoutEngine engine;
    for (Page& page : pages)
        engine.addPage(std::move(page));
    return engine.finish();
}

QString writtenText(const Layout& layout)
{
    QStringList texts;
    for (const Block& block : layout.blocks) {
        texts << (block.kind == BlockKind::Furniture ? QString() : block.text);
        for (const TableCell& cell : block.cells)
            texts << cell.text;
    }
    return texts.join(u'\n');
}

/** Lines of which each is another. */
QStringList prose(int lines, int page)
{
    static const QStringList words{u"alder"_s, u"birch"_s,  u"cedar"_s, u"damson"_s, u"elder"_s,
                                   u"fir"_s,   u"ginkgo"_s, u"hazel"_s, u"ivy"_s,    u"juniper"_s};
    QStringList out;
    for (int i = 0; i < lines; ++i) {
        QStringList line;
        for (int n = 0; n < 6; ++n)
            line << words.at((i * 7 + page * 3 + n * (i + page)) % words.size());
        out << line.join(u' ').leftJustified(40, u'x').left(40);
    }
    return out;
}

} // namespace

/** What stands at heads and feet of pages: running heads go, text stays. */
class Furniture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineThatIsAlikeOnTwoPagesByChanceIsText()
    {
        QVector<Page> pages;
        for (int i = 1; i <= 4; ++i) {
            PageMaker maker(i);
            QStringList left = prose(55, i), right = prose(55, i + 4);
            if (i == 2 || i == 4) {
                left.first() = u"laboratory reported %1 collaborations so"_s.arg(i);
                right.last() = u"and this was described comprehensively."_s;
            }
            maker.lines(50, 80, left).lines(310, 80, right).text(295, 780, QString::number(i));
            pages << maker.take();
        }
        const QString text = writtenText(layoutOf(pages));
        for (const QString& line : {u"reported 2 coll"_s, u"reported 4 coll"_s})
            QVERIFY2(text.contains(line), qPrintable(line));
        QCOMPARE(text.count(u"this was described comprehensively."_s), 2);
    }

    void aShortRestOfAParagraphAtAColumnsHeadIsText()
    {
        QVector<Page> pages;
        for (int i = 1; i <= 5; ++i) {
            PageMaker maker(i);
            const bool chance = i == 2 || i == 5;
            maker.text(50, 80, chance ? u"collaborations and described their or-"_s : prose(1, i).first())
                .text(50, 92, u"ganization of page %1 in full."_s.arg(QChar(u'a' + i)))
                .lines(50, 140, prose(30, i));
            pages << maker.take();
        }
        QCOMPARE(writtenText(layoutOf(pages)).count(u"collaborations and described"_s), 2);
    }

    void captionsAndNumbersThatStandAtOneHeightStay()
    {
        QVector<Page> pages;
        for (int i = 1; i <= 4; ++i) {
            PageMaker maker(i);
            maker.text(50, 40, u"A Running Title"_s).text(540, 40, QString::number(i));
            maker.text(50, 80, u"Table %1"_s.arg(i)).text(50, 92, prose(1, i).first());
            maker.lines(50, 140, prose(40, i));
            pages << maker.take();
        }
        const QString text = writtenText(layoutOf(pages));
        for (int i = 1; i <= 4; ++i)
            QVERIFY(text.contains(u"Table %1"_s.arg(i)));
        QVERIFY(!text.contains(u"Running"_s));
    }

    void aRunningHeadCloseToTheTextStillGoes()
    {
        QVector<Page> pages;
        for (int i = 1; i <= 4; ++i) {
            PageMaker maker(i);
            maker.text(50, 80, u"A Running Title of This Paper"_s).lines(50, 93, prose(50, i));
            pages << maker.take();
        }
        QVERIFY(!writtenText(layoutOf(pages)).contains(u"Running"_s));
    }

    void theLastLineOfWidelySetTextIsNoImprint()
    {
        PageMaker maker;
        QStringList lines = prose(28, 1);
        lines << u"as Abbot et al. had found (see www. there)."_s;
        for (int i = 0; i < lines.size(); ++i)
            maker.text(50, 80 + 24 * i, lines.at(i));
        QVERIFY(writtenText(layoutOf({maker.take()})).contains(u"Abbot et al."_s));
    }

    void aNumberAmongWordsIsNoFolio()
    {
        PageMaker maker;
        const int hidden = Glyph::Hidden;
        maker.image({0, 0, 600, 800});
        for (int i = 0; i < 20; ++i)
            maker.text(50, 80 + 12 * i, prose(1, i).first(), 10, hidden);
        maker.text(50, 760, u"Registered in England"_s, 10, hidden);
        double x = 50; // a typewriter's spaces are wide
        for (const QString& word : {u"Registered"_s, u"Office:"_s, u"60"_s, u"Vicarage"_s, u"Lane"_s}) {
            maker.text(x, 772, word, 10, hidden);
            x += PageMaker::width(word) + 9;
        }
        QVERIFY(writtenText(layoutOf({maker.take()})).contains(u"Vicarage"_s));
    }

    void aNumberedHeadingAtAPagesHeadIsNoFolioWithATitle()
    {
        QVector<Page> pages;
        for (int i = 1; i <= 4; ++i) {
            PageMaker maker(i);
            if (i == 2 || i == 3) // the number stands apart, as LaTeX sets it, and may be the page's
                maker.font(u"Sans"_s, true)
                    .text(50, 60, u"2"_s, 12)
                    .text(68, 60, i == 2 ? u"Method"_s : u"The Findings"_s, 12);
            maker.font(u"Serif"_s).lines(50, 90, prose(50, i)).text(300, 770, QString::number(i));
            pages << maker.take();
        }
        const QString text = writtenText(layoutOf(pages));
        QVERIFY(text.contains(u"2 Method"_s));
        QVERIFY(text.contains(u"2 The Findings"_s));
    }

    void aNumberedHeadingInTheContentsIsNoRunningHead()
    {
        QVector<Page> pages;
        PageMaker contents(1);
        contents.lines(50, 100, {u"1.1. Aims of It     2"_s, u"1.2. The Findings     3"_s});
        contents.font(u"Sans"_s, true).text(50, 400, u"The Findings"_s, 16);
        contents.font(u"Serif"_s).lines(50, 440, prose(12, 1));
        pages << contents.take();
        for (int i = 2; i <= 3; ++i) {
            PageMaker maker(i);
            maker.font(u"Sans"_s, true)
                .text(50, i == 3 ? 60 : 300, i == 3 ? u"1.2. The Findings"_s : u"1.1. Aims of It"_s);
            maker.font(u"Serif"_s).lines(50, i == 3 ? 90 : 330, prose(30, i));
            pages << maker.take();
        }
        QVERIFY(writtenText(layoutOf(pages)).contains(u"1.2. The Findings\n"_s));
    }
};

QTEST_GUILESS_MAIN(Furniture)
#include "furniture.moc"
