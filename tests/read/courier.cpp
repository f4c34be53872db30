// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/courier/courier.h"
#include "read/anthropic/anthropic_reader.h"
#include "read/courier/courier_order.h"
#include "reading.h"
#include "servers/anthropic_server.h"
#include "testing/patience.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>

#include <csignal>

using namespace sheaf;
using namespace sheaf::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

std::unique_ptr<Reader> reader(const QUrl& server, const QString& spool, HttpClient& http)
{
    Settings settings;
    settings.set(u"read.kind"_s, u"anthropic"_s).value();
    settings.set(u"read.url"_s, server.toString()).value();
    settings.set(u"read.poll.seconds"_s, u"1"_s).value();
    ReaderTuning tuning;
    tuning.settle = 300ms;
    return std::move(AnthropicReader::make({settings, testKey, spool}, http, tuning).value());
}

QVector<ReadRequest> papers(ReadMode mode)
{
    return mode == ReadMode::Single ? QVector{paper(u"killed"_s)} : QVector{paper(u"one"_s), paper(u"two"_s)};
}

/** What this program does when it is started as the one that gets killed: it starts a call and waits. */
int beTheVictim(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments(); // --victim SERVER SPOOL single|batch
    HttpClient http;
    const auto mode = arguments.at(4) == u"single"_s ? ReadMode::Single : ReadMode::Batch;
    const auto victim = reader(QUrl(arguments.at(2)), arguments.at(3), http);
    const std::unique_ptr<ReadCall> call(victim->start(u"call1"_s, papers(mode), mode));
    return QCoreApplication::exec();
}

} // namespace

/** What a paid request survives: the death of the program, and of the courier. */
class Couriers : public QObject
{
    Q_OBJECT

    std::unique_ptr<AnthropicServer> m_server;
    HttpClient m_http;
    std::unique_ptr<QTemporaryDir> m_folder;

    /** Kills the program and everything in its process group at once. */
    static void killGroup(QProcess& process)
    {
        ::kill(-pid_t(process.processId()), SIGKILL);
        process.waitForFinished();
    }

    std::unique_ptr<QProcess> startVictim(const QString& mode) const
    {
        auto process = std::make_unique<QProcess>();
        process->setChildProcessModifier([] { ::setpgid(0, 0); });
        process->setProcessChannelMode(QProcess::ForwardedChannels);
        process->start(QCoreApplication::applicationFilePath(),
                       {u"--victim"_s, m_server->url().toString(), m_folder->path(), mode});
        return process;
    }

    Ending recover(ReadMode mode)
    {
        const auto again = reader(m_server->url(), m_folder->path(), m_http);
        CallWatch watch(again->recover(u"call1"_s, {}, papers(mode), mode));
        return watch.wait();
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<AnthropicServer>();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void anAnswerThatComesAfterTheProgramsDeathIsUsed()
    {
        m_server->behave({.messageDelay = 800ms});
        const auto victim = startVictim(u"single"_s);
        QVERIFY(QTest::qWaitFor([&] { return !m_server->http().requests().isEmpty(); }, patience));
        killGroup(*victim);
        const Ending ending = recover(ReadMode::Single); // the courier is still waiting for its answer
        QVERIFY2(ending.allAnswered(), qPrintable(ending.code(u"r-killed"_s)));
        QCOMPARE(m_server->paid().value(u"killed"_s), 1);
    }

    void aBatchThatIsMadeAfterTheProgramsDeathIsFound()
    {
        const auto victim = startVictim(u"batch"_s);
        QVERIFY(QTest::qWaitFor([&] { return m_server->batchCount() == 1; }, patience));
        killGroup(*victim);
        const Ending ending = recover(ReadMode::Batch);
        QVERIFY(ending.allAnswered());
        QCOMPARE(m_server->batchCount(), 1);
        QCOMPARE(m_server->paid().value(u"one"_s), 1);
    }

    void killedAtAnyMomentACallIsAnsweredOnceOrKnownAsUnsent()
    {
        m_server->behave({.messageDelay = 40ms});
        int answered = 0, unsent = 0;
        for (int round = 0; round < 24; ++round) {
            m_folder = std::make_unique<QTemporaryDir>();
            const auto before = m_server->paid().value(u"killed"_s);
            const auto victim = startVictim(u"single"_s);
            QVERIFY(victim->waitForStarted());
            QTest::qWait(round * 8); // from before the first line of main() to after the answer
            killGroup(*victim);
            const Ending ending = recover(ReadMode::Single);
            const int paid = m_server->paid().value(u"killed"_s) - before;
            if (ending.allAnswered()) {
                ++answered;
                QCOMPARE(paid, 1);
            } else {
                ++unsent;
                QCOMPARE(ending.code(u"r-killed"_s), u"read.not-sent"_s);
                QCOMPARE(paid, 0);
            }
        }
        qInfo("%d answered, %d not sent", answered, unsent);
        QVERIFY(answered > 0);
    }

    void aCourierThatIsKilledLeavesADoubtThatIsSaid()
    {
        m_server->behave({.messageDelay = 5s});
        const auto one = reader(m_server->url(), m_folder->path(), m_http);
        CallWatch watch(one->start(u"call1"_s, papers(ReadMode::Single), ReadMode::Single));
        QVERIFY(QTest::qWaitFor([&] { return !m_server->http().requests().isEmpty(); }, patience));
        killCourier();
        const Ending ending = watch.wait();
        QCOMPARE(ending.code(u"r-killed"_s), u"read.in-doubt"_s);
        QCOMPARE(recover(ReadMode::Single).code(u"r-killed"_s), u"read.in-doubt"_s);
        QCOMPARE(m_server->http().requests().size(), 1);
    }

    void aBatchWhoseCourierWasKilledIsFoundOnTheServer()
    {
        m_server->behave({.createDelay = 1s});
        const auto one = reader(m_server->url(), m_folder->path(), m_http);
        CallWatch watch(one->start(u"call1"_s, papers(ReadMode::Batch), ReadMode::Batch));
        QVERIFY(QTest::qWaitFor([&] { return m_server->batchCount() == 1; }, patience));
        killCourier();
        m_server->endAll();
        QVERIFY(watch.wait().allAnswered());
        QCOMPARE(m_server->batchCount(), 1);
    }

    void anOrderThatWasCutIsNotCarriedOut()
    {
        HttpRequest request{.method = "POST", .url = m_server->url(), .body = "0123456789"};
        request.headers = {{"x-api-key", "sk-test", true}};
        const QByteArray order = packOrder({m_folder->path(), u"c.0.0"_s, request});
        QVERIFY(unpackOrder(order));
        QCOMPARE(unpackOrder(order)->request.body, request.body);
        QVERIFY(unpackOrder(order)->request.headers.first().secret);
        for (qsizetype size = 0; size < order.size(); ++size)
            QVERIFY(!unpackOrder(order.first(size)));
    }

    void aSpoolThatCannotBeWrittenIsSaidAndNothingIsSent()
    {
        const auto one = reader(m_server->url(), u"/proc/no-such-folder"_s, m_http);
        CallWatch watch(one->start(u"call1"_s, papers(ReadMode::Single), ReadMode::Single));
        QCOMPARE(watch.wait().code(u"r-killed"_s), u"read.not-sent"_s);
        QCOMPARE(m_server->http().requests().size(), 0);
    }

    void anOldSpoolIsCleanedAndNothingElse()
    {
        const auto make = [this](const QString& name, int daysAgo) {
            QFile file(m_folder->filePath(name));
            if (!file.open(QIODevice::WriteOnly))
                return false;
            return file.setFileTime(QDateTime::currentDateTime().addDays(-daysAgo), QFileDevice::FileModificationTime);
        };
        QVERIFY(make(u"old.r.0.reply"_s, 31) && make(u"new.r.0.reply"_s, 1) && make(u"notes.txt"_s, 90));
        reader(m_server->url(), m_folder->path(), m_http);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), (QStringList{u"new.r.0.reply"_s, u"notes.txt"_s}));
        Spool().clearOld(); // no folder: not the current one
        QCOMPARE(Spool().lock(u"x"_s), -1);
    }

    void severalCouriersRunAtOnce()
    {
        m_server->behave({.messageDelay = 300ms});
        const auto one = reader(m_server->url(), m_folder->path(), m_http);
        std::vector<std::unique_ptr<CallWatch>> calls;
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < 6; ++i)
            calls.push_back(std::make_unique<CallWatch>(
                one->start(u"call%1"_s.arg(i), {paper(u"at%1"_s.arg(i))}, ReadMode::Single)));
        for (const auto& call : calls)
            QVERIFY(call->wait().allAnswered());
        qInfo("six answers of 300 ms each took %lld ms", clock.elapsed());
        QCOMPARE(m_server->http().requests().size(), 6);
    }

private:
    void killCourier() const
    {
        const QStringList names = QDir(m_folder->path()).entryList({u"*.sent"_s});
        QCOMPARE(names.size(), 1);
        QFile sent(m_folder->filePath(names.first()));
        QVERIFY(sent.open(QIODevice::ReadOnly));
        const pid_t courier = sent.readAll().split(' ').last().toInt();
        QVERIFY(courier > 1);
        QCOMPARE(::kill(courier, SIGKILL), 0);
    }
};

int main(int argc, char** argv)
{
    if (argc > 1 && qstrcmp(argv[1], "--victim") == 0)
        return beTheVictim(argc, argv);
    const QCoreApplication app(argc, argv);
    Couriers test;
    return QTest::qExec(&test, argc, argv);
}

#include "courier.moc"
