// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/anthropic/anthropic_service.h"
#include "read/calls/batch_service.h"

/**
 * Anthropic's Message Batches: the requests go with the order itself, one file of results comes back. The server keeps
 * nothing that names the call, and counts nothing before the batch has ended. Engine thread.
 */
namespace sheaf {

class AnthropicBatches : public BatchService
{
public:
    explicit AnthropicBatches(std::shared_ptr<AnthropicService> service) : m_service(std::move(service)) {}

    QByteArray entry(const QString& customId, const Prompt& prompt) const override;
    std::optional<HttpRequest> upload(const QString&, const QByteArrayList&) const override { return {}; }
    HttpRequest create(const QString& callId, const QByteArrayList& entries, const QString& fileId) const override;
    HttpRequest look(const QString& id) const override;
    HttpRequest cancel(const QString& id) const override;
    HttpRequest list(const QString& next) const override;
    BatchState state(const QJsonObject& batch) const override;
    BatchPage page(const QJsonObject& reply) const override;
    Result<ChatAnswer> answerOf(const QJsonObject& line) const override;

private:
    HttpRequest results(const QString& id, const QString& named) const;

    std::shared_ptr<AnthropicService> m_service;
};

} // namespace sheaf
