// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/acquirer.h"

#include "net/http_client.h"
#include "servers/file_server.h"
#include "servers/sample_pdf.h"
#include "servers/unpaywall_server.h"
#include "testing/testing.h"

#include <QCryptographicHash>
#include <QDir>
#include <QEventLoop>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

namespace {

const QString title = u"Sampling of sensor responses under slow thermal drift"_s;
const QString doi = u"10.5555/drift.1"_s;

QByteArray thePdf()
{
    return samplePdf({title, u"Ada Lovelace and Emmy Noether"_s});
}

QByteArray anotherPdf()
{
    return samplePdf({u"Migration of arctic birds along the northern coast"_s, u"Rachel Carson"_s});
}

Paper thePaper()
{
    Paper paper;
    paper.id = 7;
    paper.title = title;
    paper.ids.doi = doi;
    paper.authors = {{u"Lovelace"_s, u"Ada"_s, {}}, {u"Noether"_s, u"Emmy"_s, {}}};
    return paper;
}

} // namespace

class AcquiringTest : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FileServer> m_files;
    std::unique_ptr<UnpaywallServer> m_unpaywall;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<Acquirer> m_acquirer;
    QStringList m_notes;

    Settings settings() const
    {
        Settings all;
        const auto set = [&](const QString& key, const QString& value) { QVERIFY(all.set(key, value)); };
        set(u"acquire.email"_s, u"reader@example.org"_s);
        set(u"acquire.unpaywall.url"_s, m_unpaywall->http().url().toString());
        set(u"acquire.sources"_s, u"list, unpaywall, arxiv, pages"_s);
        set(u"acquire.arxiv.url"_s, m_files->http().url().toString());
        set(u"acquire.doi.url"_s, m_files->http().url().toString()); // somebody is there
        return all;
    }

    QString documents() const { return m_folder->filePath(u"documents"_s); }
    QStringList documentFiles() const { return QDir(documents()).entryList(QDir::Files); }

    void start(const Settings& all)
    {
        m_acquirer = std::make_unique<Acquirer>(*m_http, Acquirer::Options{documents(), all});
    }

    Result<Acquired> acquire(const Paper& paper, const QString& password = {})
    {
        QEventLoop loop;
        Result<Acquired> outcome;
        m_acquirer->acquire(
            paper, password, [this](const QString& line) { m_notes.append(line); },
            [&](Result<Acquired> result) {
                outcome = std::move(result);
                loop.quit();
            });
        loop.exec();
        return outcome;
    }

    QString codeOf(const Paper& paper)
    {
        const auto result = acquire(paper);
        return result ? u"acquired"_s : result.error().code;
    }

    QString write(const QString& name, const QByteArray& bytes) const
    {
        const QString path = m_folder->filePath(name);
        QFile file(path);
        [&] { QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()); }();
        return path;
    }

    /** Unpaywall knows one place for the paper: `path`, with these bytes and manners. */
    void publish(const QString& path, const QByteArray& bytes, FileManner manner = FileManner::Good)
    {
        m_unpaywall->add(doi, {{m_files->add(path, bytes, manner)}});
    }

private Q_SLOTS:
    void init()
    {
        m_notes.clear();
        m_folder = std::make_unique<QTemporaryDir>();
        m_files = std::make_unique<FileServer>();
        m_unpaywall = std::make_unique<UnpaywallServer>();
        m_http = std::make_unique<HttpClient>();
        start(settings());
    }
    void cleanup()
    {
        m_acquirer.reset();
        m_http.reset();
    }

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

    void aLocalFileNeedsNoNetwork()
    {
        Paper paper = thePaper();
        paper.files = {write(u"own.pdf"_s, thePdf())};
        const auto result = acquire(paper);
        QVERIFY(result);
        QCOMPARE(result->path, paper.files.first());
        QCOMPARE(result->identity.status, Validation::Passed);
        QCOMPARE(m_unpaywall->http().requests().size(), 0);
    }

    void aLocalFileThatIsAnotherPaperIsKeptAndSaid()
    {
        Paper paper = thePaper();
        paper.files = {write(u"own.pdf"_s, anotherPdf())};
        const auto result = acquire(paper);
        QVERIFY(result);
        QCOMPARE(result->identity.status, Validation::Failed);
    }

    void aMarkdownFileIsADocument()
    {
        Paper paper = thePaper();
        paper.files = {write(u"own.md"_s, "# " + title.toUtf8() + "\n\nText of the paper.\n")};
        const auto result = acquire(paper);
        QVERIFY(result);
        QCOMPARE(result->identity.status, Validation::Passed);
        QCOMPARE(result->pages, 0);
    }

    void aLocalFileOfNoUseGivesWayToAnOpenCopy_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("missing") << QByteArray();
        QTest::newRow("a web page") << "<html><body>Log in</body></html>"_ba;
        QTest::newRow("an archive") << "PK\x03\x04 something"_ba;
        QTest::newRow("a broken PDF") << "%PDF-1.4\nnothing else"_ba;
    }
    void aLocalFileOfNoUseGivesWayToAnOpenCopy()
    {
        QFETCH(QByteArray, bytes);
        Paper paper = thePaper();
        paper.files = {bytes.isEmpty() ? m_folder->filePath(u"nowhere.pdf"_s) : write(u"own.pdf"_s, bytes)};
        publish(u"/a.pdf"_s, thePdf());
        const auto result = acquire(paper);
        QVERIFY(result);
        QVERIFY(result->provenance.startsWith("Unpaywall"_L1));
    }

    void aLocalFileOfNoUseIsTheReasonWhereNothingElseIsFound_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::newRow("missing") << QByteArray() << u"acquire.file-missing"_s;
        QTest::newRow("a web page") << "<html><body>Log in</body></html>"_ba << u"acquire.not-a-pdf"_s;
        QTest::newRow("a broken PDF") << "%PDF-1.4\nnothing else"_ba << u"pdf.broken"_s;
    }
    void aLocalFileOfNoUseIsTheReasonWhereNothingElseIsFound()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        Paper paper = thePaper();
        paper.files = {bytes.isEmpty() ? m_folder->filePath(u"nowhere.pdf"_s) : write(u"own.pdf"_s, bytes)};
        QCOMPARE(codeOf(paper), code);
    }

    void anEncryptedFileAsksForItsPassword()
    {
        SHEAF_REQUIRE_SHARED(u"data/nasty/encrypted/odl-password-protected.pdf"_s);
        Paper paper = thePaper();
        paper.files = {sharedFile(u"data/nasty/encrypted/odl-password-protected.pdf"_s)};
        const auto result = acquire(paper);
        QVERIFY(!result);
        QCOMPARE(result.error().code, u"pdf.encrypted"_s);
        QVERIFY(needsAttention(result.error()));
        const auto wrong = acquire(paper, u"surely not"_s);
        QVERIFY(!wrong);
        QVERIFY(needsAttention(wrong.error()));
        QCOMPARE(m_unpaywall->http().requests().size(), 0);
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
