// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/file_matcher.h"

#include "testing/testing.h"

using namespace Qt::StringLiterals;
using namespace sheaf;

namespace {

Paper listed(PaperId id, const QString& title, const QStringList& authors = {})
{
    Paper paper;
    paper.id = id;
    paper.title = title;
    for (const QString& name : authors)
        paper.authors.append(authorFromName(name));
    return paper;
}

DocumentFacts printed(const QString& title, const QString& text)
{
    DocumentFacts facts;
    facts.title = title;
    facts.firstPages = text;
    facts.hasText = true;
    return facts;
}

QVector<Paper> someList()
{
    QVector<Paper> papers{listed(1, u"Sampling of sensor responses under slow thermal drift"_s, {u"Ada Lovelace"_s}),
                          listed(2, u"Migration of arctic birds along the northern coast"_s, {u"Rachel Carson"_s}),
                          listed(3, u"Sampling of sensor responses under fast thermal drift"_s, {u"Emmy Noether"_s}),
                          listed(4, u"Editorial"_s)};
    papers[1].ids.doi = u"10.5555/birds"_s;
    papers[2].ids.arxiv = u"2101.01234"_s;
    return papers;
}

} // namespace

class MatchingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anIdentifierDecides()
    {
        const FileMatcher matcher(someList());
        DocumentFacts facts = printed(u"Quite another title"_s, u"text"_s);
        facts.doi = u"10.5555/birds"_s;
        QCOMPARE(matcher.match(facts).paper, 2);
        QVERIFY(matcher.match(facts).sure);
        facts.doi = u"10.48550/arxiv.2101.01234"_s;
        QCOMPARE(matcher.match(facts).paper, 3);
        facts.doi.clear();
        facts.arxiv = u"2101.01234"_s;
        QCOMPARE(matcher.match(facts).paper, 3);
    }

    void aTitleWithAnAuthorIsSure()
    {
        const FileMatch match =
            FileMatcher(someList())
                .match(printed(u"Nature of Things"_s, u"Nature of Things\nSampling of sensor responses "
                                                      "under slow thermal drift\nAda Lovelace"_s));
        QCOMPARE(match.paper, 1);
        QVERIFY(match.sure);
        QVERIFY(!match.reason.isEmpty());
    }

    void aTitleWithoutItsAuthorIsAsked()
    {
        const QString title = u"Sampling of sensor responses under slow thermal drift"_s;
        const FileMatch match = FileMatcher(someList()).match(printed(title, title + u"\nSomebody Else"_s));
        QCOMPARE(match.paper, 1);
        QVERIFY(!match.sure);
    }

    void twoPapersOfOneTitleAreToldByTheirAuthorsOrAsked()
    {
        const QString title = u"On the shape of things to come in measurement"_s;
        const FileMatcher matcher(
            {listed(1, title, {u"Ada Lovelace"_s}), listed(2, title, {u"Emmy Noether"_s}), listed(3, title)});
        const FileMatch told = matcher.match(printed(title, title + u" Emmy Noether"_s));
        QCOMPARE(told.paper, 2);
        QVERIFY(told.sure);
        QVERIFY(!matcher.match(printed(title, title)).sure);
    }

    void theNextReportOfASeriesIsNotTheFirst_data()
    {
        QTest::addColumn<QString>("listedTitle");
        QTest::addColumn<QString>("printedTitle");
        QTest::newRow("number") << u"A study of sample responses, part 3"_s
                                << u"A study of sample responses, part 12"_s;
        QTest::newRow("year") << u"Annual report on water quality 2019"_s << u"Annual report on water quality 2020"_s;
        QTest::newRow("Roman") << u"Measurements of weak signals II"_s << u"Measurements of weak signals III"_s;
    }
    void theNextReportOfASeriesIsNotTheFirst()
    {
        QFETCH(QString, listedTitle);
        QFETCH(QString, printedTitle);
        const FileMatcher matcher({listed(1, listedTitle)});
        QVERIFY(matcher.match(printed(listedTitle, listedTitle)).sure);
        QVERIFY(!matcher.match(printed(printedTitle, printedTitle + u"\n3 of 12 samples, 2019, ii"_s)).sure);
    }

    void aCitedTitleIsNoMatch()
    {
        QString text = u"A review of what is known about weather. Rosalind Franklin. "_s;
        for (int i = 0; i < 400; ++i)
            text += u"Measurement number %1 follows. "_s.arg(i);
        text += u"[1] R. Carson: Migration of arctic birds along the northern coast."_s;
        QCOMPARE(FileMatcher(someList()).match(printed(u"A review of what is known about weather"_s, text)).paper, 0);
    }

    void aStrangerBelongsToNoEntry()
    {
        const FileMatcher matcher(someList());
        QCOMPARE(matcher.match(printed(u"Cooking with herbs"_s, u"Cooking with herbs. Editorial board."_s)).paper, 0);
        QCOMPARE(matcher.match({}).paper, 0);
        QCOMPARE(FileMatcher({}).match(printed(u"Cooking with herbs"_s, u"Cooking with herbs"_s)).paper, 0);
    }

    void aStrangerBecomesAPaper()
    {
        DocumentFacts facts = printed(u"Cooking with herbs"_s, {});
        facts.doi = u"10.5555/herbs"_s;
        const Paper paper = paperFromFacts(facts, u"/tmp/scan 7.pdf"_s);
        QCOMPARE(paper.title, u"Cooking with herbs"_s);
        QCOMPARE(paper.ids.doi, u"10.5555/herbs"_s);
        QCOMPARE(paper.files, QStringList(u"/tmp/scan 7.pdf"_s));
        QCOMPARE(paperFromFacts({}, u"/tmp/scan 7.pdf"_s).title, u"scan 7"_s);
    }
};

QTEST_GUILESS_MAIN(MatchingTest)
#include "matching.moc"
