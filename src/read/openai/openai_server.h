// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets.h"
#include "read/calls/chat_service.h"
#include "read/courier/delivery.h"

#include <QPointer>

/**
 * What an OpenAI-compatible server says of itself: its models, and how large the context of one is. The interface has
 * no common place for the latter: asked are the model list (vLLM), /props (llama.cpp), /api/ps and /api/show (Ollama)
 * and /api/v0/models (LM Studio). Engine thread.
 */
namespace sheaf {

struct OpenAiAddress
{
    QUrl base; ///< with "/v1"
    Secret key;
    std::chrono::milliseconds longestSilence{600000}; ///< of an answer

    HttpRequest get(const QString& path) const;
    HttpRequest post(const QString& path, const QJsonObject& body) const;
    /** Beside /v1: the server's own interface. */
    HttpRequest getBeside(const QString& path) const;
    HttpRequest postBeside(const QString& path, const QJsonObject& body) const;
};

class OpenAiServer : public QObject
{
    Q_OBJECT
public:
    struct Facts
    {
        QString model;
        QStringList models;
        qint64 contextTokens = 0; ///< 0 = it does not tell
        int slots = 0;            ///< requests that it works on at once; 0 = it does not tell
        bool isLlamaCpp = false;  ///< counts tokens, and holds a model to bounds in a schema
    };
    /** `probes`: ask the servers' own interfaces for the context size too. */
    OpenAiServer(const OpenAiAddress& address, const Wire& wire, const QString& wantedModel, bool probes);

    /** Asks once; later calls get the same answer. A failure is asked again. From then on the client sends the server
     * no more at once than it has slots: what waits there would wait under its deadline. */
    void ask(QObject* context, std::function<void(Result<Facts>)> done);
    const std::optional<Facts>& facts() const { return m_facts; }

private:
    struct Waiting
    {
        QPointer<QObject> context;
        std::function<void(Result<Facts>)> done;
    };
    struct Probe
    {
        HttpRequest request;
        std::function<qint64(const QJsonObject&)> contextTokens;
        bool isLlamaCpp = false;
    };
    void takeModels(const Result<HttpReply>& reply);
    QVector<Probe> probes() const;
    void probe(QVector<Probe> left);
    void keepToSlots() const;
    void answer(const Result<Facts>& facts);

    OpenAiAddress m_address;
    Wire m_wire;
    QString m_wantedModel;
    bool m_probes;
    Facts m_asked;
    std::optional<Facts> m_facts;
    QVector<Waiting> m_waiting;
};

} // namespace sheaf
