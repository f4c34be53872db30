// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "servers/http_server.h"

/**
 * A vision model behind an OpenAI-compatible server: GET /v1/models, POST /v1/chat/completions with one picture. What
 * it answers is the script's next line; the last one goes on for ever.
 */
namespace sheaf::testing {

struct VisionLine
{
    QString content = QStringLiteral("Text.");
    QString finish = QStringLiteral("stop");
    int status = 200;
};

class VisionServer
{
public:
    explicit VisionServer(const QVector<VisionLine>& script);

    QUrl url(const QString& path = QStringLiteral("/v1")) const { return m_server.url(path); }
    HttpServer& http() { return m_server; }
    /** The bodies of the questions asked. */
    QVector<QJsonObject> questions() const;

private:
    ServedReply answer(const ServedRequest& request);

    const QVector<VisionLine> m_script;
    int m_next = 0;
    mutable HttpServer m_server; // last: its thread ends first
};

} // namespace sheaf::testing
