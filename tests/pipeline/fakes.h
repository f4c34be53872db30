// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "convert/converter.h"
#include "pipeline/acquire/fetcher.h"
#include "read/reader.h"
#include "sinks/service_sink.h"

#include <QFile>
#include <QPointer>
#include <QTimer>

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>

/** Stand-ins for acquisition, conversion and reading that a test holds in its hand. */
namespace sheaf::testing {

/** Writes one small file a paper; failures and delays by paper title. */
class FakeFetcher : public Fetcher, public QObject
{
public:
    struct Script
    {
        QString folder;
        int delayMs = 0;
        qint64 bytes = 0; ///< claimed size, 0 = the file's own
        QHash<QString, Failure> failures;
        QHash<QString, QString> contents; ///< by title; same content = same hash
        bool hold = false;                ///< nothing arrives until release()
        int running = 0, most = 0, started = 0;
    };
    explicit FakeFetcher(Script& script) : m_script(script) {}

    void setSettings(const Settings&) override {}
    void fetch(const Paper& paper, const QString&, Acquirer::Note, std::function<void(Result<Acquired>)> done) override;
    void cancel(PaperId paper) override;
    void release();

private:
    void finish(PaperId paper, const Result<Acquired>& result);

    Script& m_script;
    struct Open
    {
        Paper paper;
        std::function<void(Result<Acquired>)> done;
    };
    std::map<PaperId, Open> m_open;
};

/** Makes one page with one sentence out of any file. Blocks while `hold` is set. */
class FakeConverter : public Converter
{
public:
    QString kind() const override { return QStringLiteral("fake"); }
    QString cacheLabel() const override { return QStringLiteral("fake-1"); }
    bool accepts(const ConvertInput&) const override { return true; }
    Result<Conversion> convert(const ConvertInput& input, const ConvertOptions& options,
                               const ConvertProgress& progress, std::stop_token stop) override;

    void hold(bool on);
    void failWith(const std::optional<Failure>& failure);

    std::atomic<int> running{0}, most{0}, calls{0};
    std::atomic<int> milliseconds{0};
    std::optional<Failure> skipped; ///< of a converter that was tried before this one; set before the run
    QJsonObject metadata;           ///< what every document prints of its paper; set before the run

private:
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_hold = false;
    std::optional<Failure> m_failure;
};

/** Answers every column with the page's sentence as its quote. What it was asked outlives it in the script. */
class FakeReader : public Reader
{
    Q_OBJECT
public:
    struct Script
    {
        ReaderTraits traits{QStringLiteral("offline"), QStringLiteral("fake"), {}, false, true, 1};
        double usdPerPaper = 0;
        int delayMs = 0;
        bool hold = false; ///< nothing is answered until release()
        std::optional<Failure> stageWide;
        QHash<QString, Failure> failures;   ///< by paper title
        QHash<QString, QString> values;     ///< by paper title: what it answers instead of the page's sentence
        QHash<QString, Failure> recoveries; ///< by paper title: what recover() finds instead of an answer
        QVector<int> calls;                 ///< sizes, in order
        QVector<ReadMode> modes;
        QHash<QString, QJsonValue> columnValues; ///< by column: what is answered instead
        int recovered = 0;
        QStringList forgotten;
        QHash<QString, int> answered;               ///< by paper title
        QHash<QString, QVector<QStringList>> asked; ///< by paper title: the columns of each request, also of recovered
        QVector<QPointer<QTimer>> held;             ///< of all readers that follow this script
        void answerHeld();                          ///< later calls are held again
    };
    explicit FakeReader(Script& script) : m_script(script) {}

    ReaderTraits traits() const override { return m_script.traits; }
    ReadEstimate estimate(const ReadRequest&, ReadMode) const override;
    ReadCall* start(const QString& callId, const QVector<ReadRequest>& requests, ReadMode mode) override;
    ReadCall* recover(const QString& callId, const QString& remoteId, const QVector<ReadRequest>& requests,
                      ReadMode mode) override;
    void forget(const QString& callId) override { m_script.forgotten.append(callId); }
    void test(QObject* context, std::function<void(Result<QString>)> done) override;
    void release(); ///< what is held is answered, and nothing is held any more
    void answerWhatIsHeld() { m_script.answerHeld(); }

    Script& script() { return m_script; }

private:
    Script& m_script;
};

class FakeCall : public ReadCall
{
    Q_OBJECT
public:
    FakeCall(FakeReader& reader, const QString& callId, const QVector<ReadRequest>& requests, bool recovered);
    void cancel() override;

private:
    void answer();
    ReadOutcome outcomeOf(const ReadRequest& request) const;

    FakeReader::Script& m_script;
    QVector<ReadRequest> m_requests;
    bool m_recovered;
    bool m_cancelled = false, m_answered = false;
};

/** Keeps what it is given. */
class FakeSink : public ServiceSink
{
public:
    struct Script
    {
        std::mutex mutex; ///< for what the sink's thread writes
        QVector<SinkRecord> written;
        QVector<QJsonObject> memos; ///< as they came with the records
        QStringList refused;        ///< by paper title
        std::optional<Failure> down;
        bool hold = false; ///< nothing is answered until a stop
        std::atomic<bool> holding = false;
    };
    explicit FakeSink(Script& script) : m_script(script) {}

    QString name() const override { return QStringLiteral("zotero"); }
    int mostAtOnce() const override { return 2; }
    bool wantsText() const override { return false; }
    QVector<DeliveryOutcome> write(const QVector<SinkRecord>& records, const QVector<Column>& columns,
                                   std::stop_token stop) override;
    Result<QString> test(std::stop_token stop) override;

private:
    Script& m_script;
};

QString fakeSentence(const QString& path);

} // namespace sheaf::testing
