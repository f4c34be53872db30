// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/duplicates.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;

namespace {

Paper paper(PaperId id, const QString& title, int year = 2001, const QString& family = u"Doe"_s,
            const QString& doi = {})
{
    Paper made;
    made.id = id;
    made.title = title;
    made.year = year;
    if (!family.isEmpty())
        made.authors = {{family, u"J."_s, {}}};
    made.ids.doi = doi;
    return made;
}

SameBy reason(const Paper& first, const Paper& second)
{
    DuplicateFinder finder;
    finder.add(first);
    return finder.find(second).by;
}

} // namespace

class DuplicatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameIdentifiersAreTheSamePaper()
    {
        QCOMPARE(reason(paper(1, u"One"_s, 2001, u"Doe"_s, u"10.1000/a"_s),
                        paper(2, u"Other"_s, 1999, u"Roe"_s, u"10.1000/a"_s)),
                 SameBy::Doi);
        Paper first = paper(1, u"One"_s), second = paper(2, u"Other"_s, 1999);
        first.ids.arxiv = u"1706.03762"_s;
        second.ids.doi = u"10.48550/arxiv.1706.03762"_s;
        QCOMPARE(reason(first, second), SameBy::ArxivId);
        first.ids = {};
        second.ids = {};
        first.ids.pmid = second.ids.pmid = u"123"_s;
        QCOMPARE(reason(first, second), SameBy::Pmid);
    }

    void titleYearAndFirstAuthorMakeAPaper()
    {
        QCOMPARE(reason(paper(1, u"The Effects of {X} on Y"_s), paper(2, u"the effects of x on y"_s)),
                 SameBy::TitleYearAuthor);
        QCOMPARE(reason(paper(1, u"The Effects of X on Y"_s), paper(2, u"The effects of X on Y"_s, 2002)),
                 SameBy::None);
        QCOMPARE(reason(paper(1, u"The Effects of X on Y"_s), paper(2, u"The effects of X on Y"_s, 2001, u"Roe"_s)),
                 SameBy::None);
        QCOMPARE(reason(paper(1, u"The Effects of X on Y"_s), paper(2, u"The effects of X on Y"_s, 0)),
                 SameBy::TitleYearAuthor);
        QCOMPARE(reason(paper(1, u"Editorial"_s), paper(2, u"Editorial"_s, 0)), SameBy::None);
    }

    void twoArticlesDoisAreTwoPapers()
    {
        QCOMPARE(reason(paper(1, u"Reply to the authors"_s, 2001, u"Doe"_s, u"10.1000/a"_s),
                        paper(2, u"Reply to the authors"_s, 2001, u"Doe"_s, u"10.1000/b"_s)),
                 SameBy::None);
    }

    void aPreprintAndItsArticleAreOnePaper()
    {
        Paper preprint = paper(1, u"Learning to read papers"_s, 2019, u"Doe"_s, u"10.1101/2019.01.01"_s);
        const Paper article = paper(2, u"Learning to read papers"_s, 2020, u"Doe"_s, u"10.1000/b"_s);
        QCOMPARE(reason(preprint, article), SameBy::TitleYearAuthor);
        mergeInto(preprint, article);
        QCOMPARE(preprint.ids.doi, u"10.1000/b"_s);
    }

    void theSameFileIsTheSamePaper()
    {
        DuplicateFinder finder;
        finder.add(paper(1, u"One"_s), "abc");
        finder.addFileHash(1, "def");
        const Match match = finder.find(paper(2, u"Two"_s), "def");
        QCOMPARE(match.paper, PaperId(1));
        QCOMPARE(match.by, SameBy::FileHash);
        QVERIFY(!sameByLabel(match.by).isEmpty());
    }

    void theFirstTakesWhatOnlyTheSecondKnows()
    {
        Paper first = paper(1, u"One"_s, 0), second = paper(2, u"Other"_s, 2005, u"Roe"_s, u"10.1000/a"_s);
        second.urls = {u"https://example.org"_s};
        second.files = {u"/a.pdf"_s};
        mergeInto(first, second);
        QCOMPARE(first.title, u"One"_s);
        QCOMPARE(first.authors.first().family, u"Doe"_s);
        QCOMPARE(first.year, 2005);
        QCOMPARE(first.ids.doi, u"10.1000/a"_s);
        QCOMPARE(first.urls, second.urls);
        QCOMPARE(first.files, second.files);
    }
};

QTEST_GUILESS_MAIN(DuplicatesTest)
#include "duplicates.moc"
