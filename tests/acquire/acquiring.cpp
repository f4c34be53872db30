// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquiring_fixture.h"

#include <QCryptographicHash>

using namespace sheaf;
using namespace sheaf::testing;

class AcquiringTest : public QObject, private AcquiringFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void anOpenCopyIsFetchedUnderItsHash()
    {
        publish(u"/a.pdf"_s, thePdf());
        const auto result = acquire(thePaper());
        QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
        const QByteArray hash = QCryptographicHash::hash(thePdf(), QCryptographicHash::Sha256).toHex();
        QCOMPARE(result->sha256, hash);
        QCOMPARE(result->path, QDir(documents()).absoluteFilePath(QString::fromLatin1(hash) + ".pdf"_L1));
        QCOMPARE(result->bytes, thePdf().size());
        QCOMPARE(result->pages, 1);
        QCOMPARE(result->identity.status, Validation::Passed);
        QCOMPARE(result->provenance, u"Unpaywall: publishedVersion, 127.0.0.1"_s);
        QCOMPARE(documentFiles(), QStringList(QString::fromLatin1(hash) + ".pdf"_L1));
        const ServedRequest asked = m_unpaywall->http().requests().first();
        QCOMPARE(asked.path, "/v2/"_L1 + doi);
        QCOMPARE(asked.query.queryItemValue(u"email"_s, QUrl::FullyDecoded), u"reader@example.org"_s);
        QVERIFY(asked.header("User-Agent").contains("mailto:reader@example.org"));
        QCOMPARE(m_files->http().requests().first().header("User-Agent"),
                 userAgent()); // the address is Unpaywall's alone
    }

    void mannersThatAPatientClientSurvives_data()
    {
        QTest::addColumn<FileManner>("manner");
        QTest::newRow("the content type lies") << FileManner::LyingContentType;
        QTest::newRow("busy at first") << FileManner::BusyOnce;
        QTest::newRow("broken at first") << FileManner::BrokenOnce;
        QTest::newRow("redirected to another host") << FileManner::RedirectElsewhere;
        QTest::newRow("a page that names the PDF") << FileManner::PageWithPdfLink;
    }
    void mannersThatAPatientClientSurvives()
    {
        QFETCH(FileManner, manner);
        publish(u"/a.pdf"_s, thePdf(), manner);
        const auto result = acquire(thePaper());
        QVERIFY2(result, result ? "" : qPrintable(result.error().code));
        QCOMPARE(result->identity.status, Validation::Passed);
    }

    void mannersThatEndWithAReason_data()
    {
        QTest::addColumn<FileManner>("manner");
        QTest::addColumn<QString>("code");
        QTest::newRow("paywall") << FileManner::HtmlPaywall << u"acquire.not-a-pdf"_s;
        QTest::newRow("captcha") << FileManner::Captcha << u"acquire.no-open-copy"_s;
        QTest::newRow("not found") << FileManner::NotFound << u"acquire.no-open-copy"_s;
        QTest::newRow("truncated") << FileManner::Truncated << u"net.dropped"_s;
        QTest::newRow("busy for ever") << FileManner::AlwaysBusy << u"http.429"_s;
        QTest::newRow("pages that name pages") << FileManner::PageWithPageLink << u"acquire.not-a-pdf"_s;
    }
    void mannersThatEndWithAReason()
    {
        QFETCH(FileManner, manner);
        QFETCH(QString, code);
        publish(u"/a.pdf"_s, thePdf(), manner);
        const auto result = acquire(thePaper());
        QVERIFY(!result);
        QCOMPARE(result.error().code, code);
        QVERIFY(!result.error().message.isEmpty());
        QVERIFY(!m_notes.isEmpty());
        QCOMPARE(documentFiles(), QStringList()); // nothing half fetched stays behind
        QVERIFY(m_files->http().requests().size() <= 4);
    }

    void aDripEndsByTheDeadline()
    {
        Settings all = settings();
        QVERIFY(all.set(u"acquire.deadline.seconds"_s, u"5"_s));
        m_acquirer->setSettings(all);
        publish(u"/a.pdf"_s, thePdf(), FileManner::SlowDrip);
        Paper paper = thePaper();
        QCOMPARE(codeOf(paper), u"net.timeout"_s);
        QCOMPARE(documentFiles(), QStringList());
    }

    void theNextPlaceIsTriedWhenOneFails()
    {
        m_unpaywall->add(doi, {{m_files->add(u"/gone.pdf"_s, {}, FileManner::NotFound)},
                               {m_files->add(u"/wall.pdf"_s, {}, FileManner::HtmlPaywall)},
                               {m_files->add(u"/other.pdf"_s, anotherPdf())},
                               {m_files->add(u"/good.pdf"_s, thePdf())}});
        const auto result = acquire(thePaper());
        QVERIFY(result);
        QCOMPARE(m_files->http().requests().size(), 4);
        QCOMPARE(documentFiles().size(), 1);
        QVERIFY2(m_notes.join(u'\n').contains("404"_L1), qPrintable(m_notes.join(u'\n')));
    }

    void aWrongPaperIsNeverUsed()
    {
        publish(u"/a.pdf"_s, anotherPdf());
        const auto result = acquire(thePaper());
        QVERIFY(!result);
        QCOMPARE(result.error().code, u"acquire.wrong-paper"_s);
        QVERIFY(needsAttention(result.error()));
        QCOMPARE(documentFiles(), QStringList());
    }

    void theSourcesTitleStandsInForAMissingOne()
    {
        m_unpaywall->add(doi, {{m_files->add(u"/a.pdf"_s, anotherPdf())}}, title);
        Paper paper = thePaper();
        paper.title.clear();
        paper.authors.clear();
        QCOMPARE(codeOf(paper), u"acquire.wrong-paper"_s);
    }

    void aTitlelessPaperIsCheckedByItsAuthorsElseTakenUnchecked()
    {
        publish(u"/a.pdf"_s, anotherPdf());
        Paper paper = thePaper();
        paper.title.clear();
        QCOMPARE(codeOf(paper), u"acquire.wrong-paper"_s);
        paper.authors.clear();
        const auto result = acquire(paper);
        QVERIFY(result);
        QCOMPARE(result->identity.status, Validation::Skipped);
    }

    void aStubIsNoPaper()
    {
        publish(u"/a.pdf"_s, samplePdf({u"Access denied"_s, {}, {}, {u"Please log in."_s}}));
        Paper paper = thePaper();
        paper.title.clear();
        QCOMPARE(codeOf(paper), u"acquire.not-a-pdf"_s);
    }

    void withoutAnEmailUnpaywallIsNotAsked()
    {
        Settings all = settings();
        all.reset(u"acquire.email"_s);
        m_acquirer->setSettings(all);
        publish(u"/a.pdf"_s, thePdf());
        const auto result = acquire(thePaper());
        QVERIFY(!result);
        QCOMPARE(result.error().code, u"acquire.needs-email"_s);
        QVERIFY(needsAttention(result.error()));
        QCOMPARE(m_unpaywall->http().requests().size(), 0);
    }

    void anEmailThatUnpaywallRefusesIsTheSettingsFault()
    {
        Settings all = settings();
        QVERIFY(all.set(u"acquire.email"_s, u"me@example.com"_s));
        m_acquirer->setSettings(all);
        QCOMPARE(codeOf(thePaper()), u"acquire.needs-email"_s);
    }

    void whatUnpaywallDoesNotKnowHasNoOpenCopy_data()
    {
        QTest::addColumn<bool>("known");
        QTest::newRow("unknown") << false;
        QTest::newRow("known and closed") << true;
    }
    void whatUnpaywallDoesNotKnowHasNoOpenCopy()
    {
        QFETCH(bool, known);
        if (known)
            m_unpaywall->add(doi, {});
        const auto result = acquire(thePaper());
        QVERIFY(!result);
        QCOMPARE(result.error().code, u"acquire.no-open-copy"_s);
        QVERIFY(needsAttention(result.error()));
    }

    void aSourceInTroubleIsNotAVerdict_data()
    {
        QTest::addColumn<ServedReply>("answer");
        QTest::newRow("down") << ServedReply{.status = 503};
        QTest::newRow("nonsense") << ServedReply::text("<html>");
        QTest::newRow("a list") << ServedReply::text("[1]");
        QTest::newRow("hangs up") << ServedReply{.manner = ServedReply::Manner::DropBeforeHeaders};
    }
    void aSourceInTroubleIsNotAVerdict()
    {
        QFETCH(ServedReply, answer);
        m_unpaywall->answerAll(answer);
        const auto result = acquire(thePaper());
        QVERIFY(!result);
        QCOMPARE(result.error().code, u"acquire.no-answer"_s);
        QVERIFY(result.error().retryable);
    }

    void anAnswerWithStrangeTypesIsAnAnswerWithoutPlaces()
    {
        m_unpaywall->answerAll(ServedReply::text(R"({"best_oa_location": 7, "oa_locations": {"url": []}})"));
        QCOMPARE(codeOf(thePaper()), u"acquire.no-open-copy"_s);
    }

    void arxivIsAskedByIdAlone()
    {
        m_files->add(u"/pdf/2101.01234"_s, thePdf());
        Paper paper = thePaper();
        paper.ids = {};
        paper.ids.arxiv = u"2101.01234"_s;
        const auto result = acquire(paper);
        QVERIFY(result);
        QVERIFY(result->provenance.startsWith("arXiv"_L1));
        QCOMPARE(m_unpaywall->http().requests().size(), 0);
    }

    void theListsOwnPdfGoesFirstAndItsPageLast()
    {
        Paper paper = thePaper();
        paper.urls = {m_files->add(u"/landing"_s, thePdf(), FileManner::PageWithPdfLink).toString(),
                      m_files->add(u"/mine.pdf"_s, {}, FileManner::NotFound).toString()};
        publish(u"/unpaywall.pdf"_s, {}, FileManner::NotFound);
        QVERIFY(acquire(paper));
        QStringList paths;
        for (const ServedRequest& request : m_files->http().requests())
            paths.append(request.path);
        QCOMPARE(paths, QStringList({u"/mine.pdf"_s, u"/unpaywall.pdf"_s, u"/robots.txt"_s, u"/landing"_s,
                                     u"/landing/real"_s}));
    }

    void aPageWithoutAPdfIsNoOpenCopy()
    {
        Paper paper = thePaper();
        paper.urls = {m_files->add(u"/landing"_s, {}, FileManner::HtmlPaywall).toString()};
        QCOMPARE(codeOf(paper), u"acquire.no-open-copy"_s);
    }

    void aUrlThatLeadsIntoTheFileSystemIsNotFollowed()
    {
        Paper paper = thePaper();
        paper.urls = {QUrl::fromLocalFile(write(u"secret.pdf"_s, thePdf())).toString()};
        QCOMPARE(codeOf(paper), u"acquire.no-open-copy"_s);
    }
    void cancelEndsAtOnceAndLeavesNothing_data()
    {
        QTest::addColumn<FileManner>("manner");
        QTest::newRow("while silent") << FileManner::Silent;
        QTest::newRow("while dripping") << FileManner::SlowDrip;
    }
    void cancelEndsAtOnceAndLeavesNothing()
    {
        QFETCH(FileManner, manner);
        publish(u"/a.pdf"_s, thePdf(), manner);
        QStringList codes;
        m_acquirer->acquire(
            thePaper(), {}, [](const QString&) {},
            [&](const Result<Acquired>& result) { codes.append(result ? QString() : result.error().code); });
        QTRY_COMPARE(m_files->http().requests().size(), 1);
        m_acquirer->cancel(thePaper().id);
        m_acquirer->cancel(thePaper().id);
        QVERIFY(codes.isEmpty()); // never from within the call
        QTRY_COMPARE(codes, QStringList(u"stopped"_s));
        QTRY_COMPARE(documentFiles(), QStringList());
        QTRY_COMPARE(m_files->http().answersPending(), 0);
        QCOMPARE(codes.size(), 1);
    }

    void aPaperCanBeAcquiredAgainWhileItIsBeingCancelled()
    {
        publish(u"/a.pdf"_s, thePdf());
        QStringList outcomes;
        const auto note = [&](const Result<Acquired>& r) { outcomes.append(r ? u"acquired"_s : r.error().code); };
        m_acquirer->acquire(
            thePaper(), {}, [](const QString&) {}, note);
        m_acquirer->cancel(thePaper().id);
        m_acquirer->acquire(
            thePaper(), {}, [](const QString&) {}, note);
        QTRY_COMPARE(outcomes, QStringList({u"stopped"_s, u"acquired"_s}));
    }

    void manyPapersAreAcquiredSideBySide()
    {
        QVector<Paper> papers;
        for (int i = 0; i < 12; ++i) {
            Paper paper = thePaper();
            paper.id = i + 1;
            paper.ids.doi = u"10.5555/many.%1"_s.arg(i);
            const QByteArray pdf = samplePdf({title, u"Ada Lovelace, part %1"_s.arg(i)});
            m_unpaywall->add(paper.ids.doi, {{m_files->add(u"/%1.pdf"_s.arg(i), pdf)}});
            papers.append(paper);
        }
        int acquired = 0;
        for (const Paper& paper : papers)
            m_acquirer->acquire(
                paper, {}, [](const QString&) {}, [&](const Result<Acquired>& r) { acquired += bool(r); });
        QTRY_COMPARE_WITH_TIMEOUT(acquired, 12, 30'000);
        QCOMPARE(documentFiles().size(), 12);
        QVERIFY(m_files->http().mostAtOnce() <= 6);
    }

    void aFolderThatCannotBeWrittenIsADiskFailure()
    {
        write(u"documents"_s, "a file stands where the folder should be");
        publish(u"/a.pdf"_s, thePdf());
        QCOMPARE(codeOf(thePaper()), u"net.disk"_s);
    }

    void whatAKilledRunLeftBehindIsRemoved()
    {
        QVERIFY(QDir().mkpath(documents()));
        write(u"documents/fetch-0123.part"_s, "half");
        write(u"documents/abc.pdf"_s, "whole");
        start(settings());
        QCOMPARE(documentFiles(), QStringList(u"abc.pdf"_s));
    }
};

QTEST_GUILESS_MAIN(AcquiringTest)
#include "acquiring.moc"
