// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "servers/http_server.h"

#include <QMap>

/** An OpenAI-compatible server on a real socket, in the flavours that people run, as bad as wanted. */
namespace sheaf::testing {

struct OpenAiBehaviour
{
    enum class Flavour
    {
        Plain,
        LlamaCpp, ///< /props, /tokenize
        Vllm,     ///< max_model_len in the model list
        Ollama    ///< /api/ps, /api/show; cuts what is too long
    };
    Flavour flavour = Flavour::Plain;
    QStringList models{QStringLiteral("text-embedding-small"), QStringLiteral("gemma-test")};
    int contextTokens = 0;
    int slots = 0;           ///< what llama.cpp says of them, 0 = nothing
    bool knowsSchema = true; ///< else it refuses response_format json_schema
    bool knowsStream = true; ///< else it refuses stream_options
    bool cutsStream = false; ///< ends a streamed answer in its middle
    bool modelLoaded = true; ///< of Ollama
    QVector<ServedReply> refusals;
    int loseChats = 0;
    std::chrono::milliseconds chatDelay{0};
    Headers chatHeaders; ///< beside each answer
    QStringList texts;   ///< what the model says, one an answer
    QString finishReason = QStringLiteral("stop");
    int promptTokens = -1; ///< what it says it counted; -1 = a quarter of the characters
};

class OpenAiServer
{
public:
    OpenAiServer();

    QUrl url() const { return m_http.url(QStringLiteral("/v1")); }
    HttpServer& http() { return m_http; }
    void behave(const OpenAiBehaviour& behaviour);
    /** Answers made, by paper (see paperOf()). */
    QMap<QString, int> answered();

private:
    ServedReply handle(const ServedRequest& request);
    ServedReply handleOwn(const ServedRequest& request) const;
    ServedReply chat(const ServedRequest& request);
    ServedReply models() const;

    OpenAiBehaviour m_behaviour;
    QMap<QString, int> m_answered;
    HttpServer m_http;
};

} // namespace sheaf::testing
