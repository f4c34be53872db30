// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/acquire/acquire_stage.h"

#include "net/http_client.h"
#include "servers/catalogue_servers.h"
#include "servers/file_server.h"
#include "servers/sample_pdf.h"
#include "servers/unpaywall_server.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sheaf;
using namespace sheaf::testing;

namespace {

const QString titlesEnd = u"th study of slow thermal drift in sensor responses"_s;

QString titleOf(int number)
{
    return QString::number(number) + titlesEnd;
}

QString doiOf(int number)
{
    return u"10.5555/drift.%1"_s.arg(number);
}

} // namespace

/** The program's own, but that it leaves no host alone for long. */
class HurriedFetcher : public Fetcher
{
public:
    HurriedFetcher(const QString& folder, const Settings& settings)
        : m_acquirer(m_http, {.documentFolder = folder, .settings = settings, .rest = 20ms})
    {}
    void setSettings(const Settings& settings) override { m_acquirer.setSettings(settings); }
    void fetch(const Paper& paper, const QString& password, Acquirer::Note note,
               std::function<void(Result<Acquired>)> done) override
    {
        m_acquirer.acquire(paper, password, std::move(note), std::move(done));
    }
    void cancel(PaperId paper) override { m_acquirer.cancel(paper); }

private:
    HttpClient m_http;
    Acquirer m_acquirer;
};

/** The stage with the acquirer of the program, over sockets that open and close. */
class AcquireStageTest : public QObject
{
    Q_OBJECT
private:
    struct Bench
    {
        QTemporaryDir folder;
        UnpaywallServer unpaywall;
        DoiServer doi;
        FileServer files;
        Settings settings;
        std::unique_ptr<Store> store;
        std::unique_ptr<PaperBook> papers;
        MarkerQueue queue;
        std::unique_ptr<Fetcher> fetcher;
        std::unique_ptr<AcquireStage> stage;

        Bench()
        {
            set(u"acquire.email"_s, u"reader@example.org"_s);
            set(u"acquire.unpaywall.url"_s, unpaywall.http().url().toString());
            set(u"acquire.doi.url"_s, doi.http().url().toString());
            set(u"acquire.sources"_s, u"unpaywall, doi"_s);
            store = std::move(Store::open(folder.filePath(u"test.sheaf"_s)).value());
            papers = std::make_unique<PaperBook>(*store);
            queue.setLimits(100, 1'000'000'000);
            fetcher = std::make_unique<HurriedFetcher>(folder.filePath(u"documents"_s), settings);
            stage = std::make_unique<AcquireStage>(*fetcher, queue, *papers);
            stage->gate().setDelays(50ms, 50ms);
            stage->sourceWait().gate().setDelays(50ms, 50ms);
        }
        void set(const QString& key, const QString& value) { QVERIFY(settings.set(key, value)); }
        QByteArray pdf(int number) const { return samplePdf({titleOf(number), u"Ada Lovelace"_s}); }
        PaperId add(int number, const QStringList& ownFiles = {})
        {
            Paper paper;
            paper.title = titleOf(number);
            paper.ids.doi = doiOf(number);
            paper.files = ownFiles;
            unpaywall.add(paper.ids.doi, {{files.add(u"/%1.pdf"_s.arg(number), pdf(number))}});
            const PaperId id = papers->add(paper, {});
            stage->add(id);
            return id;
        }
        QVector<HttpServer*> net() { return {&unpaywall.http(), &doi.http(), &files.http()}; }
        void cutTheCable()
        {
            for (HttpServer* server : net())
                server->goDown();
        }
        void plugItIn()
        {
            for (HttpServer* server : net())
                server->comeBack();
        }
    };

private Q_SLOTS:
    void withoutANetworkTheStageWaitsWithOneMessageAndGoesOnByItself()
    {
        Bench bench;
        QSignalSpy failed(bench.stage.get(), &AcquireStage::failed);
        QSignalSpy returned(bench.stage.get(), &AcquireStage::returned);
        for (int number = 0; number < 8; ++number)
            bench.add(number);
        bench.cutTheCable();
        bench.stage->setRunning(true);
        QTRY_VERIFY_WITH_TIMEOUT(!bench.stage->gate().isOpen(), 30000);
        QCOMPARE(bench.stage->gate().trouble()->failure.code, u"net.none"_s);
        QCOMPARE(bench.stage->gate().trouble()->action, u"retry-service"_s);
        QTRY_VERIFY_WITH_TIMEOUT(returned.size() >= 7, 30000); // all five, and tries after that
        bench.plugItIn();
        QTRY_COMPARE_WITH_TIMEOUT(bench.queue.papers(), 8, 30000);
        QVERIFY(bench.stage->gate().isOpen());
        QCOMPARE(failed.size(), 0);
    }

    void aRepositoryThatIsDownStopsNobodyElse()
    {
        Bench bench;
        QSignalSpy failed(bench.stage.get(), &AcquireStage::failed);
        QSignalSpy returned(bench.stage.get(), &AcquireStage::returned);
        FileServer dead;
        const QUrl there = dead.add(u"/a.pdf"_s, bench.pdf(1));
        dead.http().goDown();
        for (int number = 0; number < 6; ++number)
            bench.add(number);
        bench.unpaywall.add(doiOf(1), {{there}});
        bench.stage->setRunning(true);
        QTRY_COMPARE_WITH_TIMEOUT(bench.queue.papers(), 5, 30000);
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 30000);
        QCOMPARE(returned.size(), 0);
    }

    void papersWaitForASourceThatIsDownWhileTheOthersGoOn()
    {
        Bench bench;
        EuropePmcServer europePmc;
        bench.set(u"acquire.europepmc.url"_s, europePmc.http().url().toString());
        bench.set(u"acquire.sources"_s, u"unpaywall, europepmc"_s);
        bench.fetcher->setSettings(bench.settings);
        QSignalSpy failed(bench.stage.get(), &AcquireStage::failed);
        QSignalSpy returned(bench.stage.get(), &AcquireStage::returned);
        for (int number = 0; number < 6; ++number)
            bench.add(number);
        for (const int number : {1, 3}) { // which only Europe PMC has
            bench.unpaywall.add(doiOf(number), {});
            europePmc.add(doiOf(number), {{bench.files.add(u"/%1.pdf"_s.arg(number), bench.pdf(number))}});
        }
        europePmc.http().goDown();
        bench.stage->setRunning(true);
        QTRY_COMPARE_WITH_TIMEOUT(bench.queue.papers(), 4, 30000);
        QTRY_VERIFY_WITH_TIMEOUT(returned.size() >= 3, 30000); // both, and a try after that
        QTRY_VERIFY_WITH_TIMEOUT(bench.stage->sourceWait().trouble(), 30000);
        const StageTrouble trouble = *bench.stage->sourceWait().trouble();
        QVERIFY2(trouble.failure.message.contains("Europe PMC"_L1), qPrintable(trouble.failure.message));
        QVERIFY(trouble.nextTry.isValid());
        QVERIFY(bench.stage->gate().isOpen());
        QVERIFY(!bench.stage->isEmpty());
        europePmc.http().comeBack();
        QTRY_COMPARE_WITH_TIMEOUT(bench.queue.papers(), 6, 30000);
        QVERIFY(bench.stage->isEmpty());
        QVERIFY(!bench.stage->sourceWait().trouble());
        QCOMPARE(failed.size(), 0);
    }

    void whoIsSilentToTheEndIsNamedAndAllPapersAreGivenUp()
    {
        Bench bench;
        bench.set(u"acquire.sources"_s, u"unpaywall"_s);
        DoiServer other; // somebody answers: the network is there
        bench.set(u"acquire.doi.url"_s, other.http().url().toString());
        bench.fetcher->setSettings(bench.settings);
        QSignalSpy failed(bench.stage.get(), &AcquireStage::failed);
        for (int number = 0; number < 3; ++number)
            bench.add(number);
        bench.unpaywall.http().goDown();
        bench.stage->setRunning(true);
        QTRY_VERIFY_WITH_TIMEOUT(bench.stage->sourceWait().trouble() && bench.stage->onlyWaits(), 30000);
        QCOMPARE(failed.size(), 0);
        bench.stage->sourceWait().setAlone(true); // with no patience at all
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 3, 30000);
        for (const QList<QVariant>& one : failed)
            QCOMPARE(one.at(1).value<Failure>().detail, u"Unpaywall"_s);
        QVERIFY(bench.stage->isEmpty());
        QVERIFY(!bench.stage->sourceWait().trouble());
    }

    void aPaperThatIsTakenOutHoldsUpNobodyWhoWaitsForTheSameSource()
    {
        Bench bench;
        bench.set(u"acquire.sources"_s, u"unpaywall"_s);
        DoiServer other;
        bench.set(u"acquire.doi.url"_s, other.http().url().toString());
        bench.fetcher->setSettings(bench.settings);
        QVector<PaperId> papers;
        for (int number = 0; number < 3; ++number)
            papers.append(bench.add(number));
        bench.unpaywall.http().goDown();
        bench.stage->setRunning(true);
        QTRY_VERIFY_WITH_TIMEOUT(bench.stage->sourceWait().trouble() && !bench.stage->isBusy(), 30000);
        QTRY_VERIFY_WITH_TIMEOUT(bench.stage->isBusy(), 30000); // one of them is tried
        bench.stage->drop(papers[0]);
        bench.stage->drop(papers[1]);
        bench.unpaywall.http().comeBack();
        QTRY_COMPARE_WITH_TIMEOUT(bench.queue.papers(), 1, 30000);
        QVERIFY(bench.stage->isEmpty());
    }

    void aFileAtHandNeedsNoNetworkAndProvesNone()
    {
        Bench bench;
        QSignalSpy failed(bench.stage.get(), &AcquireStage::failed);
        const QString path = bench.folder.filePath(u"mine.pdf"_s);
        QFile own(path);
        QVERIFY(own.open(QIODevice::WriteOnly));
        own.write(bench.pdf(9));
        own.close();
        bench.cutTheCable();
        bench.stage->gate().setDelays(1h, 1h);
        bench.add(1);
        bench.stage->setRunning(true);
        QTRY_VERIFY_WITH_TIMEOUT(!bench.stage->gate().isOpen(), 30000);
        bench.add(9, {path});
        bench.stage->pump();
        QTRY_COMPARE_WITH_TIMEOUT(bench.queue.papers(), 1, 30000);
        QVERIFY(!bench.stage->gate().isOpen());
        QCOMPARE(failed.size(), 0);
    }
};

QTEST_GUILESS_MAIN(AcquireStageTest)
#include "acquire_stage.moc"
