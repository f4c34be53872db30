// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/markdown_blocks.h"
#include "convert/services/block_placer.h"
#include "convert/services/marker_reply.h"
#include "convert/services/page_marks.h"
#include "testing/testing.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

using namespace sheaf;
using namespace Qt::StringLiterals;

namespace {

const QString hyphens(48, u'-');

PageWords page(int number, const QStringList& lines, int column = 0)
{
    PageWords words{number, QSizeF(600, 800), {}};
    for (int i = 0; i < lines.size(); ++i) {
        double x = 50;
        for (const QString& text : lines[i].split(u' ')) {
            PageWord word;
            word.text = text;
            word.box = QRectF(x, 50 + 12 * i, 20, 10);
            word.line = i;
            word.column = column;
            word.block = 0;
            words.words.append(word);
            x += 25;
        }
    }
    return words;
}

Result<HttpReply> reply(int status, const QByteArray& body)
{
    HttpReply reply;
    reply.status = status;
    reply.body = body;
    return reply;
}

} // namespace

class MarkerPiecesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pageMarksAreTakenOutAndRemembered()
    {
        const MarkedPages pages = withoutPageMarks(u"\n\n{0}%1\n\n# T\n\nA\n\n{1}%1\n\nB\n\n{3}%1\n\nC"_s.arg(hyphens));
        QCOMPARE(pages.markdown, u"# T\n\nA\n\nB\n\nC"_s);
        QCOMPARE(pageAt(pages.starts, 0), 1);
        QCOMPARE(pageAt(pages.starts, pages.markdown.indexOf(u'A')), 1);
        QCOMPARE(pageAt(pages.starts, pages.markdown.indexOf(u'B')), 2);
        QCOMPARE(pageAt(pages.starts, pages.markdown.indexOf(u'C')), 4);
    }

    void markdownWithoutMarksStaysAsItIs()
    {
        const QString markdown = u"# T\n\n{0}---\n\n{a}%1\n\ntext {1}%1"_s.arg(hyphens);
        QCOMPARE(withoutPageMarks(markdown).markdown, markdown);
        QCOMPARE(pageAt(withoutPageMarks(markdown).starts, 3), 0);
        QCOMPARE(withoutPageMarks(u"{0}%1"_s.arg(hyphens)).markdown, QString());
    }

    void answersHaveFourOutcomes_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        const QByteArray page = "<html>Welcome</html>";
        QTest::newRow("bad file") << 200 << QByteArray(R"({"success":false,"error":"PDF broken"})")
                                  << u"convert.failed"_s;
        QTest::newRow("memory") << 200 << QByteArray(R"({"success":false,"error":"CUDA out of memory. Tried"})")
                                << u"convert.memory"_s;
        QTest::newRow("no output") << 200 << QByteArray(R"({"success":true,"output":7})") << u"convert.failed"_s;
        QTest::newRow("another program") << 200 << page << u"convert.service-refused"_s;
        QTest::newRow("other json") << 200 << QByteArray(R"({"status":"ok"})") << u"convert.service-refused"_s;
        QTest::newRow("400") << 400 << page << u"convert.service-refused"_s;
        QTest::newRow("404") << 404 << page << u"convert.service-refused"_s;
        QTest::newRow("422") << 422 << page << u"convert.service-refused"_s;
        QTest::newRow("401") << 401 << page << u"convert.service-key"_s;
        QTest::newRow("403") << 403 << page << u"convert.service-key"_s;
        QTest::newRow("413") << 413 << page << u"convert.failed"_s;
        QTest::newRow("429") << 429 << page << u"convert.service-busy"_s;
        QTest::newRow("503") << 503 << page << u"convert.service-busy"_s;
        QTest::newRow("529") << 529 << page << u"convert.service-busy"_s;
        QTest::newRow("502") << 502 << page << u"convert.service-down"_s;
        QTest::newRow("500") << 500 << page << u"convert.failed"_s;
    }
    void answersHaveFourOutcomes()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, code);
        const auto markdown = markerMarkdown(reply(status, body));
        QVERIFY(!markdown);
        QCOMPARE(markdown.error().code, code);
        QVERIFY(!markdown.error().message.isEmpty());
        QCOMPARE(markdown.error().stage, Stage::Convert);
    }

    void aGoodAnswerIsItsMarkdown()
    {
        QCOMPARE(*markerMarkdown(reply(200, R"({"success":true,"output":"# T"})")), u"# T"_s);
    }

    void blocksFindTheirPlacesAndWordsTheirBlocks()
    {
        const QVector<PageWords> pages = {
            page(1, {u"Running head 12"_s, u"On Samples"_s, u"We measured the transfor- mation"_s,
                     u"of samples in CO 2 and found"_s}),
            page(2, {u"a change of three percent."_s, u"Results"_s, u"Nothing else was seen here."_s})};
        const QString markdown = u"# On *Samples*\n\nWe measured the transformation of samples in CO<sub>2</sub> "
                                 "and found a [change](http://x) of three percent.\n\n## Results\n\n"
                                 "Nothing else was seen here.\n\nInvented words that no page has.\n"_s;
        auto blocks = markdownBlocks(markdown);
        BlockPlacer placer(pages);
        placer.place(markdown, blocks, QVector<int>(blocks.size(), 0));
        QCOMPARE(blocks.size(), 5);
        QCOMPARE(blocks[0].regions, (QVector<PageBox>{{1, QRectF(50, 62, 45, 10)}}));
        QCOMPARE(blocks[1].regions.size(), 2);
        QCOMPARE(blocks[1].regions[0].page, 1);
        QCOMPARE(blocks[1].regions[1].page, 2);
        QCOMPARE(blocks[2].regions, (QVector<PageBox>{{2, QRectF(50, 62, 20, 10)}}));
        QVERIFY(blocks[4].regions.isEmpty());

        const auto audits = placer.audits({{1, 0.2, 1, 0, {u"order unsure"_s}}, {2, 1, 1, 0, {}}});
        QVERIFY(audits[1].coverage == 1 && audits[1].confidence == 1 && audits[1].reasons.isEmpty());
        QCOMPARE(audits[0].reasons, QStringList{u"words lost"_s}); // the running head counts as text on this page

        const auto words = placer.takeWords();
        QVector<int> found;
        for (const PageWord& word : words[0].words)
            found.append(word.block);
        QCOMPARE(found, (QVector<int>{-1, -1, -1, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}));
        QCOMPARE(words[1].words.constLast().block, 3);
    }

    void theNamedPageDecidesBetweenEqualTexts()
    {
        const QStringList lines{u"The same words stand here."_s};
        BlockPlacer placer({page(1, lines), page(2, lines), page(3, lines)});
        const QString markdown = u"The same words stand here."_s;
        auto blocks = markdownBlocks(markdown);
        placer.place(markdown, blocks, {3});
        QCOMPARE(blocks[0].regions.constFirst().page, 3);
    }

    void aPageThatIsKnownIsKeptWhereThePlaceIsNot()
    {
        BlockPlacer placer({page(1, {u"one"_s}), PageWords{2, QSizeF(600, 800), {}}});
        const QString markdown = u"Text that only recognition saw."_s;
        auto blocks = markdownBlocks(markdown);
        placer.place(markdown, blocks, {2});
        QCOMPARE(blocks[0].regions, (QVector<PageBox>{{2, QRectF(0, 0, 600, 800)}}));
    }

    void aHostilePageListIsNoTrouble()
    {
        BlockPlacer placer({});
        const QString markdown = u"Some text.\n\nMore <text [a]( b"_s;
        auto blocks = markdownBlocks(markdown);
        placer.place(markdown, blocks, {99'999, -3});
        QVERIFY(blocks[0].regions.isEmpty());
        QVERIFY(placer.takeWords().isEmpty());
    }
};

QTEST_GUILESS_MAIN(MarkerPiecesTest)
#include "marker_pieces.moc"
