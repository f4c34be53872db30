// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/anthropic/anthropic_service.h"
#include "read/calls/batch_call.h"

/** Anthropic's Messages for one paper at once, Message Batches for several. Engine thread. */
namespace sheaf {

class AnthropicReader : public Reader
{
    Q_OBJECT
public:
    static Result<std::unique_ptr<Reader>> make(const ReaderSetup& setup, HttpClient& http, const ReaderTuning& tuning);

    ReaderTraits traits() const override { return m_traits; }
    ReadEstimate estimate(const ReadRequest& request, ReadMode mode) const override;
    ReadCall* start(const QString& callId, const QVector<ReadRequest>& requests, ReadMode mode) override;
    ReadCall* recover(const QString& callId, const QString& remoteId, const QVector<ReadRequest>& requests,
                      ReadMode mode) override;
    void forget(const QString& callId) override;
    void test(QObject* context, std::function<void(Result<QString>)> done) override;

private:
    AnthropicReader(const BatchSetup& setup, std::shared_ptr<AnthropicService> service, const ReaderTraits& traits);

    BatchSetup m_setup;
    std::shared_ptr<AnthropicService> m_service;
    ReaderTraits m_traits;
};

} // namespace sheaf
