// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/audit/audit_signs.h"
#include "layout/layout.h"
#include "page_maker.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

namespace {

const QStringList prose{u"The samples were measured at every station of the river."_s,
                        u"Each of them was kept cold until the evening of that day."_s,
                        u"None showed what an earlier survey had found upstream."_s,
                        u"We think that the season explains most of the difference."_s,
                        u"A longer series of measurements will have to decide it."_s};

/** As a font's shifted encoding makes it: the letters' neighbours. */
QString shifted(QString text)
{
    for (QChar& c : text) {
        if (c.isLetter())
            c = QChar(c.unicode() + (c == u'z' ? -25 : 1));
    }
    return text;
}

QStringList each(QStringList lines, QString (*change)(QString))
{
    for (QString& line : lines)
        line = change(line);
    return lines;
}

QVector<PageAudit> auditsOf(const QVector<Page>& pages)
{
    LayoutEngine engine;
    for (Page page : pages)
        engine.addPage(std::move(page));
    return engine.finish().audits;
}

PageAudit auditOf(const Page& page)
{
    return auditsOf({page}).value(0);
}

Page pageOf(const QStringList& lines)
{
    PageMaker page(2);
    page.lines(72, 100, lines);
    return page.take();
}

} // namespace

class AuditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainProseIsNotDoubted()
    {
        const PageAudit audit = auditOf(pageOf(prose));
        QCOMPARE(audit.reasons, QStringList());
        QCOMPARE(audit.confidence, 1.0);
        QCOMPARE(audit.coverage, 1.0);
        QVERIFY(audit.words > 40);
    }

    void aBrokenEncodingIsGarbled()
    {
        const PageAudit audit = auditOf(pageOf(each(prose, shifted)));
        QCOMPARE(audit.reasons, QStringList{u"garbled text"_s});
        QVERIFY(audit.isDoubtful());
    }

    void singleLettersAreGarbled()
    {
        QStringList lines;
        for (int i = 0; i < 6; ++i)
            lines << u"I 1 l J i I 1 1 f I l 1 i t I J"_s;
        QVERIFY(auditOf(pageOf(lines)).reasons.contains(u"garbled text"_s));
    }

    void capitalsAndOtherScriptsAreNotGarbled()
    {
        const QStringList lines{u"DNA RNA HTML XML NMR GPS CPU SQL PDF QVGA WXGA HDMI JTAG KVM VHF"_s,
                                u"Ученые измерили реку на каждой станции летом"_s,
                                u"측정은 강의 모든 지점에서 매일 이루어졌으며 결과는 다음과 같다"_s};
        QCOMPARE(auditOf(pageOf(lines)).reasons, QStringList());
    }

    void aPictureWithoutTextIsDoubted()
    {
        PageMaker page(2);
        page.image(QRectF(0, 0, 600, 800));
        const PageAudit audit = auditOf(page.take());
        QCOMPARE(audit.reasons, QStringList{u"no text layer"_s});
        QVERIFY(audit.confidence < 0.2);
    }

    void aScanInStripsOrTilesIsOnePicture()
    {
        PageMaker strips(2), tiles(2), marks(2), over(2);
        for (int y = 0; y < 800; y += 16)
            strips.image(QRectF(0, y, 600, 16));
        for (int i = 0; i < 48; ++i)
            tiles.image(QRectF(100 * (i % 6), 100 * (i / 6), 100, 100));
        QCOMPARE(auditOf(strips.take()).reasons, QStringList{u"no text layer"_s});
        QCOMPARE(auditOf(tiles.take()).reasons, QStringList{u"no text layer"_s});
        for (int i = 0; i < 48; ++i)
            marks.image(QRectF(100 * (i % 6), 100 * (i / 6), 20, 20)); // a sheet with small pictures all over
        for (int i = 0; i < 10; ++i)
            over.image(QRectF(100, 100, 180, 200)); // one over another are no more than one
        QCOMPARE(auditOf(marks.take()).reasons, QStringList());
        QCOMPARE(auditOf(over.take()).reasons, QStringList());
    }

    void aScanWithRecognisedTextIsDoubtful()
    {
        PageMaker page(2);
        page.image(QRectF(0, 0, 600, 800));
        double y = 100;
        for (const QString& line : prose)
            page.text(72, y += 12, line, 10, Glyph::Hidden);
        const PageAudit audit = auditOf(page.take());
        QCOMPARE(audit.reasons, QStringList{u"recognised text"_s});
        QVERIFY(audit.isDoubtful());
    }

    void aPageThatSheafReadIsDoubtedByItsWords()
    {
        const auto readPage = [](int unsureEach) {
            PageMaker maker(2);
            maker.image(QRectF(0, 0, 600, 800));
            double y = 100;
            for (const QString& line : prose)
                maker.text(72, y += 12, line, 10, Glyph::Hidden);
            Page page = maker.take();
            page.recognised = true;
            for (qsizetype i = 0; unsureEach > 0 && i < page.glyphs.size(); i += unsureEach)
                page.glyphs[i].confidence = 40;
            return page;
        };
        QCOMPARE(auditOf(readPage(0)).reasons, QStringList());
        const PageAudit bad = auditOf(readPage(20)); // about every third word
        QCOMPARE(bad.reasons, QStringList{u"unsure letters"_s});
        QVERIFY(bad.isDoubtful());
    }

    void aBlankSheetIsNotDoubted()
    {
        PageMaker maker(2);
        maker.image(QRectF(0, 0, 600, 800));
        Page page = maker.take();
        page.recognised = true;
        QCOMPARE(auditOf(page).reasons, QStringList());
    }

    void linesThatTheFileDrewApartMayBeMixedColumns()
    {
        QStringList lines = prose;
        lines << u"Birds come to the banks as soon as the water has fallen."_s
              << u"Some stay through winter and others leave before it begins."_s
              << u"Their number was counted by three people on the same day."_s;
        QVector<Page> pages;
        for (int number = 2; number < 6; ++number) {
            lines << lines.takeFirst(); // what stands on top of every page is no text
            PageMaker page(number);
            page.lines(72, 100, lines);
            pages << page.take();
        }
        PageMaker mixed(6); // each line's end after all beginnings, as if it were another column's
        const auto cut = [&](int line) { return lines[line].indexOf(u' ', 20 + 4 * line); };
        for (int line = 0; line < lines.size(); ++line)
            mixed.text(72, 100 + 12 * line, lines[line].left(cut(line)));
        for (int line = 0; line < lines.size(); ++line)
            mixed.text(72 + PageMaker::width(lines[line].left(cut(line))), 100 + 12 * line, lines[line].mid(cut(line)));
        pages << mixed.take();
        const QVector<PageAudit> audits = auditsOf(pages);
        QCOMPARE(audits[0].reasons, QStringList());
        QVERIFY2(audits[4].reasons.contains(u"columns mixed"_s), qPrintable(audits[4].reasons.join(u", ")));
    }

    void lineNumbersThatRunOnThroughTheTextAreNoticed()
    {
        QStringList lines;
        for (int i = 0; i < 12; ++i)
            lines << QString::number(31 + i) + u' ' + prose[i % prose.size()];
        PageMaker page(2);
        page.lines(72, 100, lines.mid(0, 6)).lines(72, 200, lines.mid(6));
        const PageAudit audit = auditOf(page.take());
        QVERIFY2(audit.reasons.contains(u"line numbers in text"_s), qPrintable(audit.reasons.join(u", ")));
        QVERIFY(audit.isDoubtful());
    }

    void rowsThatGoOnInTheNextAreDoubted()
    {
        Block table;
        table.kind = BlockKind::Table;
        auto row = [&table, at = 0](const QStringList& cells) mutable {
            for (int column = 0; column < cells.size(); ++column)
                table.cells << TableCell{cells[column], at, column};
            ++at;
        };
        row({u"Resilience"_s, u"Ability to bounce"_s, u"Six items"_s});
        row({u"Optimism"_s, u"Tendency to hope"_s, u"Ten items"_s});
        QCOMPARE(layout::brokenShare(table), 0.0);
        row({u"Scale"_s, u"back from stress"_s, u"of which three are reversed"_s});
        QVERIFY(layout::brokenShare(table) > 0.3);
        table.cells.clear();
        row({u"Elm"_s, u"98"_s, u"612 (3)"_s});
        QCOMPARE(layout::brokenShare(table), 0.0);
        row({u"Oak Fir"_s, u"120 98"_s, u"640 612"_s});
        QVERIFY(layout::brokenShare(table) > 0.3);
    }

    void aTableThatAFigureTookIsTextInAFigure()
    {
        Block figure;
        figure.kind = BlockKind::Figure;
        PageWords page;
        auto line = [&page, at = 0](const QStringList& words) mutable {
            for (const QString& word : words) {
                page.words << PageWord();
                page.words.last().text = word;
                page.words.last().line = at;
                page.words.last().block = 0;
            }
            ++at;
        };
        line({u"0"_s, u"10"_s, u"20"_s, u"30"_s}); // an axis and its label
        line({u"score"_s});
        QCOMPARE(layout::figureTextShare(page, {figure}), 0.0);
        line({u"Assets"_s, u"12.4"_s, u"9.8"_s, u"7.7"_s});
        QVERIFY(layout::figureTextShare(page, {figure}) > 0.3);
    }

    void textThatLiesOverItselfIsRepetitionAndTheSameTextBelowIsNot()
    {
        PageWords page;
        const auto line = [&page](double y) {
            for (int i = 0; i < 30; ++i) {
                page.words << PageWord();
                page.words.last().text = QString::number(100 + i % 7);
                page.words.last().box = QRectF(72 + 15 * i, y, 12, 10);
            }
        };
        line(100);
        line(140);
        QCOMPARE(layout::repeatedShare(page), 0.0);
        line(101);
        QCOMPARE(layout::repeatedShare(page), 1.0 / 3);
    }

    void eachReasonHasASentence()
    {
        for (const QString& reason :
             {u"words lost"_s, u"order unsure"_s, u"columns mixed"_s, u"repeated text"_s, u"line numbers in text"_s,
              u"text in figures"_s, u"table unsure"_s, u"title block unsure"_s, u"unreadable letters"_s,
              u"garbled text"_s, u"no text layer"_s, u"recognised text"_s, u"unsure letters"_s, u"page too large"_s})
            QVERIFY2(doubtSentence(reason) != reason, qPrintable(reason));
    }
};

QTEST_GUILESS_MAIN(AuditTest)
#include "audit.moc"
