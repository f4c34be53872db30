// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/calls/batch_call.h"
#include "read/openai/openai_service.h"

/**
 * Any server with OpenAI's chat completions. Free where it is on this computer or its network: then requests go out
 * directly and leave nothing in the spool. OpenAI's own service reads several papers as a batch; another paid one is
 * tried with "read.batch=always", and reads them one by one where it turns out to have none. Engine thread.
 */
namespace sheaf {

class OpenAiReader : public Reader
{
    Q_OBJECT
public:
    static Result<std::unique_ptr<Reader>> make(const ReaderSetup& setup, HttpClient& http, const ReaderTuning& tuning);

    ReaderTraits traits() const override;
    ReadEstimate estimate(const ReadRequest& request, ReadMode mode) const override;
    ReadCall* start(const QString& callId, const QVector<ReadRequest>& requests, ReadMode mode) override;
    ReadCall* recover(const QString& callId, const QString& remoteId, const QVector<ReadRequest>& requests,
                      ReadMode mode) override;
    void forget(const QString& callId) override;
    void test(QObject* context, std::function<void(Result<QString>)> done) override;

private:
    OpenAiReader(const BatchSetup& setup, std::shared_ptr<OpenAiService> service, const ReaderTraits& traits);
    bool hasBatches() const { return m_traits.batches && !*m_setup.lacking; }
    const CallSetup& singles() const { return m_setup.call; }

    BatchSetup m_setup;
    std::shared_ptr<OpenAiService> m_service;
    ReaderTraits m_traits;
};

} // namespace sheaf
