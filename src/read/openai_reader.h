// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/openai_service.h"
#include "read/single_call.h"

/** Any server with OpenAI's chat completions. Free where it is on this computer or its network: then requests go out
 * directly and leave nothing in the spool. Engine thread. */
namespace sheaf {

struct OpenAiTuning
{
    RetryTiming timing;
    QString pricesFile;
};

class OpenAiReader : public Reader
{
    Q_OBJECT
public:
    static Result<std::unique_ptr<Reader>> make(const ReaderSetup& setup, HttpClient& http, const OpenAiTuning& tuning);

    ReaderTraits traits() const override;
    ReadEstimate estimate(const ReadRequest& request, ReadMode mode) const override;
    ReadCall* start(const QString& callId, const QVector<ReadRequest>& requests, ReadMode mode) override;
    ReadCall* recover(const QString& callId, const QString& remoteId, const QVector<ReadRequest>& requests,
                      ReadMode mode) override;
    void forget(const QString& callId) override;
    void test(QObject* context, std::function<void(Result<QString>)> done) override;

private:
    OpenAiReader(const CallSetup& setup, std::shared_ptr<OpenAiService> service, const QString& host);

    CallSetup m_setup;
    std::shared_ptr<OpenAiService> m_service;
    QString m_host;
};

} // namespace sheaf
