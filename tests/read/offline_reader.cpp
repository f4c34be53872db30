// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/offline/offline_reader.h"
#include "read/offline/offline_extractor.h"
#include "read/offline/paper_outline.h"
#include "read/offline/sentences.h"
#include "reading.h"
#include "testing/testing.h"

#include <QDir>
#include <QJsonArray>

using namespace sheaf;
using namespace sheaf::testing;
using namespace Qt::StringLiterals;

class OfflineReading : public QObject
{
    Q_OBJECT

    /** A paper of our own, on three pages. */
    static ReadRequest example()
    {
        ReadRequest request{.id = u"r1"_s};
        request.paper.title = u"Shade and bees in city gardens"_s;
        const QString first =
            u"# Shade and bees in city gardens\n\nA. Writer, B. Author\n\n## Abstract\n\n"
            "Cities plant trees that also shade the flowers below them. In this study we investigate how shade "
            "changes the visits of wild bees to garden flowers. We counted bees on 48 plots in 12 gardens during two "
            "summers using timed transects. Plots in full shade had 62% fewer visits than plots in the sun "
            "(p < 0.001), while half shade made no difference. We conclude that half shade is compatible with "
            "gardens for bees.\n\n**Keywords:** pollinators; urban ecology; shade; wild bees\n\n"
            "## 1. Introduction\n\nBees are in decline (Smith et al., 2019). Earlier work found that bees increase "
            "with "
            "flowers by 90% (Miller, 2015).\n\n"_s;
        const QString second =
            u"## 2. Methods\n\n### 2.1 Plots\n\nWe selected 48 plots of four square metres in 12 gardens of one city. "
            "Each plot was sampled on ten days with an observation time of 15 min per plot. The mean temperature "
            "was 24 °C. No pesticides were applied on any plot during the whole study.\n\n"
            "| plot | bees |\n|---|---|\n| 1 | 20 |\n\nTable 1: Bees on all plots that we found in the first "
            "summer.\n\n"
            "## 3. Results\n\nWe found 2,314 bees of 31 species. Our results show that visits decreased with *shade* "
            "from 14.2 to 5.4 visits per hour.\n\n"_s;
        const QString third =
            u"## 4. Discussion\n\nThe decrease agrees with the thermal needs of bees. A limitation of our study is "
            u"that "
            "all gardens lie in one city. We could not identify all bees to species, so diversity may be "
            "underestimated.\n\n## 5. Conclusion\n\nHalf shade keeps bees in gardens. Future work should test "
            "whether the kind of tree matters.\n\n"
            "## References\n\nSmith, J. et al. (2019). We found that bees are significantly fewer. Journal of Bees.\n"_s;
        request.markdown = first + second + third;
        request.pageMarks = {{0, 1}, {int(first.size()), 2}, {int((first + second).size()), 3}};
        request.columns = defaultColumns();
        return request;
    }

    static Cell answer(const ReadRequest& request, const QString& id)
    {
        const Record record = extractOffline(request);
        const auto found = std::ranges::find(record, id, &Cell::column);
        return found == record.end() ? Cell() : *found;
    }

    static Cell ask(const QString& question, ColumnType type, const QString& unit = {}, const QStringList& choices = {})
    {
        ReadRequest request = example();
        request.columns = {{.id = u"asked"_s, .question = question, .type = type, .unit = unit, .choices = choices}};
        return answer(request, u"asked"_s);
    }

    static QString listed(const Cell& cell) { return cell.value.toVariant().toStringList().join(u" | "_s); }

private Q_SLOTS:
    void everyDefaultColumnIsAnsweredFromItsPlace()
    {
        const ReadRequest request = example();
        const Cell summary = answer(request, u"summary"_s);
        QVERIFY2(summary.value.toString().startsWith(u"In this study we investigate"_s),
                 qPrintable(summary.value.toString()));
        QVERIFY(summary.value.toString().contains(u"62% fewer"_s));
        QVERIFY(answer(request, u"methodology"_s).value.toString().contains(u"48 plots"_s));
        const QString findings = listed(answer(request, u"key_findings"_s));
        QVERIFY2(findings.contains(u"62% fewer"_s) && findings.contains(u"visits decreased with shade"_s),
                 qPrintable(findings));
        QVERIFY2(!findings.contains(u"Miller"_s), qPrintable(findings)); // others' findings
        const QString limitations = listed(answer(request, u"limitations"_s));
        QVERIFY2(limitations.contains(u"all gardens lie in one city"_s), qPrintable(limitations));
        QVERIFY2(limitations.contains(u"could not identify"_s), qPrintable(limitations));
        QVERIFY(listed(answer(request, u"future_work"_s)).contains(u"kind of tree"_s));
        QCOMPARE(listed(answer(request, u"themes"_s)), u"pollinators | urban ecology | shade | wild bees"_s);
        QCOMPARE(answer(request, u"study_design"_s).value.toString(), u"Empirical"_s);
    }

    void everyQuoteStandsInThePaperOnItsPage()
    {
        const ReadRequest request = example();
        int quotes = 0;
        for (const Cell& cell : extractOffline(request)) {
            for (const Quote& quote : cell.quotes) {
                ++quotes;
                const auto end = quote.claimedPage < 3 ? request.pageMarks.at(quote.claimedPage).offset
                                                       : int(request.markdown.size());
                const auto begin = request.pageMarks.at(quote.claimedPage - 1).offset;
                const QString page = plainText(request.markdown.mid(begin, end - begin));
                QVERIFY2(page.contains(quote.text), qPrintable(quote.text));
            }
        }
        QVERIFY(quotes >= 10);
    }

    void referencesTablesAndCaptionsAreNotQuoted()
    {
        for (const Cell& cell : extractOffline(example())) {
            for (const Quote& quote : cell.quotes) {
                QVERIFY2(!quote.text.contains(u"Journal of Bees"_s), qPrintable(quote.text));
                QVERIFY2(!quote.text.contains(u"significantly fewer"_s), qPrintable(quote.text));
                QVERIFY2(!quote.text.contains(u"Table 1"_s), qPrintable(quote.text));
            }
        }
    }

    void questionsOfTheUsersOwnAreAnsweredByType()
    {
        QCOMPARE(ask(u"How many plots were selected?"_s, ColumnType::Number).value, QJsonValue(48));
        const Cell temperature = ask(u"What was the mean temperature?"_s, ColumnType::Number, u"°C"_s);
        QCOMPARE(temperature.value, QJsonValue(24));
        QCOMPARE(temperature.quotes.first().claimedPage, 2);
        QCOMPARE(ask(u"What was the observation time per plot?"_s, ColumnType::Number, u"min"_s).value, QJsonValue(15));
        QCOMPARE(ask(u"Where were the plots?"_s, ColumnType::OneOf, {}, {u"forest"_s, u"gardens"_s}).value,
                 QJsonValue(u"gardens"_s));
        QVERIFY(ask(u"What limits the identification of bees to species?"_s, ColumnType::Text)
                    .value.toString()
                    .contains(u"identify all bees"_s));
    }

    void whatIsNotCertainStaysEmpty()
    {
        QVERIFY(ask(u"Were pesticides applied on any plot?"_s, ColumnType::YesNo).value.isNull()); // "No pesticides …"
        QVERIFY(ask(u"Was the trial registered?"_s, ColumnType::YesNo).value.isNull());
        QVERIFY(ask(u"What was the dose of the drug?"_s, ColumnType::Number, u"mg"_s).value.isNull());
        QVERIFY(ask(u"Which language do the authors speak?"_s, ColumnType::Text).value.isNull());
        QVERIFY(ask(u"Where?"_s, ColumnType::OneOf, {}, {u"desert"_s, u"tundra"_s}).value.isNull());
    }

    void theSamePaperHasTheSameAnswer() { QCOMPARE(extractOffline(example()), extractOffline(example())); }

    void anEmptyPaperHasEmptyAnswers()
    {
        ReadRequest request{.id = u"r"_s, .columns = defaultColumns()};
        for (const Cell& cell : extractOffline(request))
            QVERIFY(cell.value.isNull() && cell.quotes.isEmpty());
    }

    void aPaperWithoutHeadingsIsReadByItsSentences()
    {
        ReadRequest request = example();
        static const QRegularExpression headings(u"^#.*$"_s, QRegularExpression::MultilineOption);
        request.markdown.replace(headings, QString());
        request.pageMarks.clear();
        QVERIFY(listed(answer(request, u"limitations"_s)).contains(u"one city"_s));
        QVERIFY(!answer(request, u"summary"_s).value.isNull());
    }

    void sentencesEndWhereTheyEnd_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("count");
        QTest::newRow("plain") << u"One is here. Two is there! Three?"_s << 3;
        QTest::newRow("abbreviations") << u"Smith et al. (2019) and Fig. 3 show, e.g. here, no. 4. It ends."_s << 2;
        QTest::newRow("initials") << u"J. R. Miller found it. So did we."_s << 2;
        QTest::newRow("numbers") << u"It was 3.5 mg at p < 0.05. Then 2.1."_s << 2;
        QTest::newRow("quotes") << u"He said “yes.” Then he left. (He did.) And so on."_s << 4;
        QTest::newRow("emphasis") << u"This is *it.* That is **all.** End."_s << 3;
    }
    void sentencesEndWhereTheyEnd()
    {
        QFETCH(QString, text);
        QFETCH(int, count);
        QCOMPARE(int(sentencesOf(text).size()), count);
    }

    void headingsAreKnownWithNumbersAndInOtherLanguages()
    {
        QCOMPARE(sectionOf(u"2.1 Materials and Methods"_s), u"methods"_s);
        QCOMPARE(sectionOf(u"IV. RESULTS AND DISCUSSION"_s), u"results"_s);
        QCOMPARE(sectionOf(u"Limitations and future work:"_s), u"limitations"_s);
        QCOMPARE(sectionOf(u"Zusammenfassung"_s), u"abstract"_s);
        QCOMPARE(sectionOf(u"Schlussfolgerungen und Ausblick"_s), u"conclusion"_s);
        QCOMPARE(sectionOf(u"References"_s), u"back matter"_s);
        QCOMPARE(sectionOf(u"The model of everything that is known to man"_s), QString());
    }

    void markUpIsNotQuoted()
    {
        QCOMPARE(
            plainText(u"- A **bold *and* slanted** [link](http://x.y/(z)) with H<sub>2</sub>O, a\\_b, `x` and 2*3*4"_s),
            u"A bold and slanted link with H2O, a_b, x and 2*3*4"_s);
    }

    void aCallAnswersFromTheEventLoopAndCanBeStopped()
    {
        const auto reader = std::move(OfflineReader::make().value());
        QVERIFY(reader->traits().free && !reader->traits().batches);
        QVector<ReadRequest> many(40, example());
        for (qsizetype i = 0; i < many.size(); ++i)
            many[i].id = u"r%1"_s.arg(i);
        CallWatch whole(reader->start(u"c1"_s, many, ReadMode::Single));
        QCOMPARE(whole.ends, 0);
        const Ending ending = whole.wait();
        QVERIFY(ending.allAnswered());
        QCOMPARE(ending.outcomes.size(), 40);
        QCOMPARE(ending.outcomes.first().promptHash, promptHash(example().columns, {}));
        CallWatch stopped(reader->start(u"c2"_s, many, ReadMode::Single));
        stopped.call()->cancel();
        QCOMPARE(stopped.wait().outcomes.size(), 40);
        QCOMPARE(stopped.ends, 1);
        CallWatch recovered(reader->recover(u"c3"_s, {}, {example()}, ReadMode::Single));
        QCOMPARE(recovered.wait().code(u"r1"_s), u"read.not-sent"_s);
    }

    void realPapersAreAnswered()
    {
        SHEAF_REQUIRE_SHARED(u"data/jats"_s);
        const QDir folder(sharedFile(u"data/jats"_s));
        int papers = 0, values = 0, quotes = 0;
        for (const QString& name : folder.entryList({u"*.gt.md"_s})) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            ReadRequest request{.id = name, .markdown = QString::fromUtf8(file.readAll()), .columns = defaultColumns()};
            const QString plain = plainText(request.markdown);
            const Record record = extractOffline(request);
            QVERIFY2(!record.first().value.isNull(), qPrintable(name)); // each has a summary
            ++papers;
            for (const Cell& cell : record) {
                values += cell.value.isNull() ? 0 : 1;
                for (const Quote& quote : cell.quotes) {
                    ++quotes;
                    QVERIFY2(plain.contains(quote.text), qPrintable(quote.text));
                }
            }
        }
        qInfo("%d papers: %d of %d values, %d quotes", papers, values, papers * 7, quotes);
        QVERIFY(values >= papers * 3);
    }
};

QTEST_GUILESS_MAIN(OfflineReading)
#include "offline_reader.moc"
