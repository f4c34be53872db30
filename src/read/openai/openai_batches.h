// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/calls/batch_service.h"
#include "read/openai/openai_service.h"

/**
 * OpenAI's batches: a file of requests goes up, a batch is made of it, answers and failures come back in two files. The
 * batch carries the call's id in its metadata, by which it is found again; the file with the papers is deleted when the
 * batch has ended. Engine thread.
 */
namespace sheaf {

class OpenAiBatches : public BatchService
{
public:
    OpenAiBatches(OpenAiAddress address, std::shared_ptr<OpenAiService> service)
        : m_address(std::move(address)), m_service(std::move(service))
    {}

    QByteArray entry(const QString& customId, const Prompt& prompt) const override;
    std::optional<HttpRequest> upload(const QString& callId, const QByteArrayList& entries) const override;
    HttpRequest create(const QString& callId, const QByteArrayList& entries, const QString& fileId) const override;
    HttpRequest look(const QString& id) const override;
    HttpRequest cancel(const QString& id) const override;
    HttpRequest list(const QString& next) const override;
    BatchState state(const QJsonObject& batch) const override;
    BatchPage page(const QJsonObject& reply) const override;
    Result<ChatAnswer> answerOf(const QJsonObject& line) const override;

private:
    HttpRequest file(const QString& id, const QString& rest) const;

    OpenAiAddress m_address;
    std::shared_ptr<OpenAiService> m_service;
};

} // namespace sheaf
