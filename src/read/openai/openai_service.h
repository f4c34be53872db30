// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/openai/openai_server.h"

/**
 * Chat completions with a JSON schema, as OpenAI, llama.cpp, vLLM, Ollama and LM Studio take them. The schema stands in
 * the prompt too, for servers that only know "json_object" or nothing: a refusal of the stricter form leads to the next
 * looser one. llama.cpp holds its model to the schema by grammar, so there the prompt does without. A server nearby
 * streams its answer: on a user's own computer an answer may take long, and only silence says that none will come.
 * Engine thread.
 */
namespace sheaf {

class OpenAiService : public ChatService
{
public:
    /** `tableContext`: the window that the price table knows, 0 = ask the server. */
    OpenAiService(const OpenAiAddress& address, const Wire& wire, const QString& model, qint64 tableContext);

    void prepare(QObject* context, std::function<void(Result<ServiceFacts>)> done) override;
    void countTokens(const QString& text, QObject* context, std::function<void(qint64)> done) override;
    HttpRequest request(const Prompt& prompt) const override;
    Result<ChatAnswer> answer(const QByteArray& body) const override;
    bool adapts(const Failure& refusal) override;

    /** The body of a request whose answer comes as a whole: also that of a batch's request. */
    QJsonObject body(const Prompt& prompt) const;
    Result<ChatAnswer> answerOf(const QJsonObject& reply) const;

    OpenAiServer& server() { return m_server; }
    QString model() const;

private:
    bool isLlamaCpp() const;
    bool isHeldByGrammar() const;
    QString userMessage(const Prompt& prompt) const;
    void addFormat(QJsonObject& body, const Prompt& prompt) const;

    enum class Form
    {
        Schema,
        Object,
        Free
    };
    OpenAiAddress m_address;
    Wire m_wire;
    QString m_model;
    qint64 m_tableContext;
    OpenAiServer m_server;
    Form m_form = Form::Schema;
    bool m_streams;
    bool m_completionTokens; ///< the name that newer models want for max_tokens
};

} // namespace sheaf
