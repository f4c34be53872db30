// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/offline/offline_reader.h"

#include "read/offline/offline_extractor.h"
#include "read/read_text.h"

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

const QString modelName = u"offline-rules-1"_s;

ReadOutcome readOffline(const ReadRequest& request)
{
    ReadOutcome outcome{.requestId = request.id,
                        .record = extractOffline(request),
                        .model = modelName,
                        .promptHash = promptHash(request.columns, request.answerLanguage)};
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (Cell& cell : *outcome.record) {
        cell.model = modelName;
        cell.promptHash = outcome.promptHash;
        cell.answeredAt = now;
    }
    return outcome;
}

class OfflineCall : public CallBase
{
public:
    explicit OfflineCall(const QVector<ReadRequest>& requests) : m_requests(requests)
    {
        connect(&m_watcher, &QFutureWatcher<ReadOutcome>::finished, this, [this] { end(); });
        connect(&m_watcher, &QFutureWatcher<ReadOutcome>::resultReadyAt, this,
                [this](int index) { Q_EMIT progressed(index + 1, int(m_requests.size())); });
    }
    ~OfflineCall() override { m_watcher.cancel(); }

    void cancel() override
    {
        m_watcher.cancel();
        end();
    }

private:
    void begin() override
    {
        Q_EMIT submitted({});
        const auto promise = std::make_shared<QPromise<ReadOutcome>>();
        m_watcher.setFuture(promise->future());
        QThreadPool::globalInstance()->start([promise, requests = m_requests] {
            promise->start();
            for (const ReadRequest& request : requests) {
                if (promise->isCanceled())
                    break;
                promise->addResult(readOffline(request));
            }
            promise->finish();
        });
    }

    void end()
    {
        QVector<ReadOutcome> outcomes;
        const int ready = m_watcher.future().resultCount();
        for (int i = 0; i < m_requests.size(); ++i)
            outcomes.append(i < ready ? m_watcher.resultAt(i) : failedOutcome(m_requests.at(i), readStopped()));
        conclude(outcomes);
    }

    QVector<ReadRequest> m_requests;
    QFutureWatcher<ReadOutcome> m_watcher;
};

class NothingSentCall : public CallBase
{
public:
    explicit NothingSentCall(const QVector<ReadRequest>& requests) : m_requests(requests) {}
    void cancel() override {}

private:
    void begin() override
    {
        QVector<ReadOutcome> outcomes;
        for (const ReadRequest& request : std::as_const(m_requests))
            outcomes.append(failedOutcome(request, notSentFailure()));
        conclude(outcomes);
    }
    QVector<ReadRequest> m_requests;
};

} // namespace

Result<std::unique_ptr<Reader>> OfflineReader::make()
{
    return std::make_unique<OfflineReader>();
}

ReaderTraits OfflineReader::traits() const
{
    return {.kind = u"offline"_s, .model = modelName, .host = {}, .batches = false, .free = true, .batchLimit = 1};
}

ReadCall* OfflineReader::start(const QString&, const QVector<ReadRequest>& requests, ReadMode)
{
    return new OfflineCall(requests);
}

ReadCall* OfflineReader::recover(const QString&, const QString&, const QVector<ReadRequest>& requests, ReadMode)
{
    return new NothingSentCall(requests);
}

void OfflineReader::test(QObject* context, std::function<void(Result<QString>)> done)
{
    QMetaObject::invokeMethod(
        context,
        [done] {
            done(ReadText::tr("Ready: sentences are chosen on this computer, by rule, without a network or a key."));
        },
        Qt::QueuedConnection);
}

} // namespace sheaf
