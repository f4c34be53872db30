// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets.h"
#include "read/calls/chat_service.h"
#include "read/prices.h"

/**
 * Anthropic's Messages interface, single and batched, as requests and answers. No sampling parameters are sent: newer
 * models refuse them. A single request leaves its document in the vendor's prompt cache for five minutes, where its
 * repair finds it at a tenth of the price. A batch does not: the answer's schema is part of the cache's key, so its
 * papers would pay the writing and nobody would read. Engine thread.
 */
namespace sheaf {

struct AnthropicSetup
{
    QUrl base; ///< with or without "/v1"
    Secret key;
    QByteArray version;
    QString model;
    qint64 contextTokens = 0;
    std::chrono::milliseconds deadline{600000};
    bool cachesDocuments = false; ///< of single requests: the table must know what it costs
};

class AnthropicService : public ChatService
{
public:
    explicit AnthropicService(AnthropicSetup setup) : m_setup(std::move(setup)) {}

    void prepare(QObject* context, std::function<void(Result<ServiceFacts>)> done) override;
    void countTokens(const QString& text, QObject* context, std::function<void(qint64)> done) override;
    HttpRequest request(const Prompt& prompt) const override;
    Result<ChatAnswer> answer(const QByteArray& body) const override;
    bool adapts(const Failure&) override { return false; }

    enum class Cache
    {
        Nothing,
        Document
    };
    /** The body of a Messages request: also the "params" of a batch's request. */
    QJsonObject messageBody(const Prompt& prompt, Cache cache) const;
    Result<ChatAnswer> answerOf(const QJsonObject& message) const;
    /** A request to a path under /v1. */
    HttpRequest get(const QString& path) const;
    HttpRequest post(const QString& path, const QByteArray& json) const;

private:
    QUrl url(const QString& path) const;

    AnthropicSetup m_setup;
};

} // namespace sheaf
