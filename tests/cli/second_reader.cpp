// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/verbs.h"
#include "servers/anthropic_server.h"
#include "servers/openai_server.h"
#include "store/store.h"
#include "testing/testing.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::cli;
using namespace sheaf::testing;

/** Two readers, as a user runs them: the program itself, both services on real sockets, papers as markdown. */
class SecondReaderRuns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aRunHasBothReadersAnswers();
    void itsKeyIsItsOwn();
    void killedAtAnyMomentNothingIsPaidTwice_data();
    void killedAtAnyMomentNothingIsPaidTwice();
    void withoutItsServiceThePapersAreDone();
    void aColumnThatIsNotThereIsTold();

private:
    void prepare(QProcess& process, const QStringList& more) const;
    int call(const QStringList& more = {}) const;
    QJsonObject ask(const QString& verb, const QStringList& options) const;
    QString path(const QString& name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OpenAiServer> m_first;
    std::unique_ptr<AnthropicServer> m_second;
};

namespace {

constexpr int paperCount = 6;

} // namespace

void SecondReaderRuns::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_first = std::make_unique<OpenAiServer>();
    m_second = std::make_unique<AnthropicServer>();
    for (int i = 0; i < paperCount; ++i) {
        QFile file(path(u"papers/%1.md"_s.arg(i)));
        QDir().mkpath(path(u"papers"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            u"# Study number %1 of the response\n\nThis is PAPER-%1 and it measured ten samples in detail.\n"_s.arg(i)
                .toUtf8());
    }
    QFile columns(path(u"columns.json"_s));
    QVERIFY(columns.open(QIODevice::WriteOnly));
    columns.write(R"([{"id": "design", "name": "Design", "question": "Which?", "type": "one-of", "choices": ["a", "b"]},
                      {"id": "finding", "name": "Finding", "question": "What was found?"}])");
}

void SecondReaderRuns::prepare(QProcess& process, const QStringList& more) const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_CACHE_HOME"_s, path(u"cache"_s));
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"SHEAF_READ_KEY"_s, u"first-key"_s);
    environment.insert(u"SHEAF_SECOND_KEY"_s, u"sk-test"_s);
    process.setProcessEnvironment(environment);
    process.setProgram(builtProgram(u"sheaf-cli"_s));
    QStringList arguments{u"run"_s,           path(u"papers"_s), u"--project"_s,
                          path(u"p.sheaf"_s), u"--columns"_s,    path(u"columns.json"_s)};
    for (const QString& setting :
         {u"read.kind=openai"_s, u"read.model=gemma-test"_s, u"read.url=%1"_s.arg(m_first->url().toString()),
          u"second.kind=anthropic"_s, u"second.model=other"_s, u"second.url=%1"_s.arg(m_second->url().toString()),
          u"second.price.in=1"_s, u"second.price.out=5"_s, u"read.poll.seconds=1"_s})
        arguments << u"--set"_s << setting;
    process.setArguments(arguments + more);
}

int SecondReaderRuns::call(const QStringList& more) const
{
    QProcess process;
    prepare(process, more);
    process.start();
    return process.waitForFinished(60000) && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

QJsonObject SecondReaderRuns::ask(const QString& verb, const QStringList& options) const
{
    QProcess process;
    process.start(builtProgram(u"sheaf-cli"_s), QStringList{verb, path(u"p.sheaf"_s)} + options);
    process.waitForFinished(30000);
    const QJsonDocument told = QJsonDocument::fromJson(process.readAllStandardOutput());
    return told.isArray() ? told.array().first().toObject() : told.object();
}

void SecondReaderRuns::aRunHasBothReadersAnswers()
{
    QCOMPARE(call({u"--export"_s, path(u"out.csv"_s)}), int(AllDone));
    const QJsonObject status = ask(u"status"_s, {u"--json"_s});
    QCOMPARE(status[u"states"_s][u"done"_s].toInt(), paperCount);
    const QJsonObject second = status[u"second_reader"_s].toObject();
    QCOMPARE(second[u"columns"_s][u"design"_s][u"compared"_s].toInt(), paperCount);
    QVERIFY(second[u"spent_usd"_s].toDouble() > 0);
    QCOMPARE(second[u"spent_usd"_s].toDouble(), status[u"spent_usd"_s].toDouble()); // the first one is free
    const QJsonObject result = ask(u"results"_s, {u"--format"_s, u"json"_s});
    const QJsonObject answer = result[u"record"_s][u"finding"_s].toObject();
    QCOMPARE(answer[u"second"_s][u"model"_s].toString(), u"other"_s);
    QVERIFY(answer[u"second"_s][u"quotes"_s].isArray());
    QVERIFY(answer.contains(u"agreement"_s));
    QFile csv(path(u"out.csv"_s));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    const QByteArray header = csv.readLine();
    QVERIFY(header.contains("Design (second reader)") && header.contains("Design: agreement"));
    QVERIFY(m_second->batchCount() >= 1);
}

void SecondReaderRuns::itsKeyIsItsOwn()
{
    QCOMPARE(call(), int(AllDone));
    const auto keysOf = [](HttpServer& server, const QByteArray& header) {
        QSet<QByteArray> keys;
        for (const ServedRequest& request : server.requests())
            keys.insert(request.header(header));
        return keys;
    };
    QCOMPARE(keysOf(m_first->http(), "authorization"), QSet<QByteArray>{"Bearer first-key"});
    QCOMPARE(keysOf(m_second->http(), "x-api-key"), QSet<QByteArray>{"sk-test"});
}

void SecondReaderRuns::killedAtAnyMomentNothingIsPaidTwice_data()
{
    QTest::addColumn<QString>("batches");
    QTest::newRow("in batches") << u"always"_s;
    QTest::newRow("one by one") << u"never"_s;
}

void SecondReaderRuns::killedAtAnyMomentNothingIsPaidTwice()
{
    QFETCH(const QString, batches);
    const QStringList mode{u"--set"_s, u"second.batch=%1"_s.arg(batches), u"--set"_s, u"second.workers=1"_s};
    AnthropicBehaviour slow;
    slow.pollsUntilEnd = 2;
    slow.createDelay = slow.messageDelay = std::chrono::milliseconds(400);
    m_second->behave(slow);
    int kills = 0;
    for (int lifetime = 100; lifetime < 1000; lifetime += 70) { // before, while and after something is asked
        QProcess process;
        prepare(process, mode);
        process.start();
        QVERIFY(process.waitForStarted());
        kills += !process.waitForFinished(lifetime);
        process.kill();
        process.waitForFinished();
    }
    QVERIFY(kills > 3);
    QCOMPARE(call(mode), int(AllDone));
    const QMap<QString, int> paid = m_second->paid();
    QCOMPARE(paid.size(), paperCount);
    for (const int times : paid)
        QCOMPARE(times, 1);
    QCOMPARE(ask(u"status"_s, {u"--json"_s})[u"second_reader"_s][u"columns"_s][u"finding"_s][u"uncompared"_s].toInt(),
             paperCount);
    QCOMPARE(ask(u"status"_s, {u"--json"_s})[u"open_calls"_s].toInt(), 0);
}

void SecondReaderRuns::withoutItsServiceThePapersAreDone()
{
    AnthropicBehaviour refusing;
    for (int i = 0; i < 20; ++i)
        refusing.createRefusals.append(anthropicError(401, u"authentication_error"_s));
    m_second->behave(refusing);
    QCOMPARE(call(), int(SomeFailed)); // the run could not do all it was asked for
    QJsonObject status = ask(u"status"_s, {u"--json"_s});
    QCOMPARE(status[u"states"_s][u"done"_s].toInt(), paperCount);
    QVERIFY(!status.contains(u"second_reader"_s));
    m_second->behave({});
    QCOMPARE(call(), int(AllDone));
    status = ask(u"status"_s, {u"--json"_s});
    QCOMPARE(status[u"second_reader"_s][u"columns"_s][u"finding"_s][u"uncompared"_s].toInt(), paperCount);
    QCOMPARE(m_first->answered().size(), paperCount);
    for (const int times : m_first->answered())
        QCOMPARE(times, 1);
}

void SecondReaderRuns::aColumnThatIsNotThereIsTold()
{
    QProcess process;
    prepare(process, {u"--set"_s, u"second.columns=Finding, Sample"_s});
    process.start();
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitCode(), int(AllDone));
    QVERIFY(process.readAllStandardError().contains("Sample"));
    const QJsonObject result = ask(u"results"_s, {u"--format"_s, u"json"_s});
    QVERIFY(result[u"record"_s][u"finding"_s].toObject().contains(u"second"_s));
    QVERIFY(!result[u"record"_s][u"design"_s].toObject().contains(u"second"_s));
}

QTEST_GUILESS_MAIN(SecondReaderRuns)
#include "second_reader.moc"
