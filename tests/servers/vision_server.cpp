// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/vision_server.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sheaf::testing {

VisionServer::VisionServer(const QVector<VisionLine>& script)
    : m_script(script), m_server([this](const ServedRequest& request) { return answer(request); })
{}

QVector<QJsonObject> VisionServer::questions() const
{
    QVector<QJsonObject> bodies;
    for (const ServedRequest& request : m_server.requests(u"/v1/chat/completions"))
        bodies.append(request.json());
    return bodies;
}

ServedReply VisionServer::answer(const ServedRequest& request)
{
    if (request.path == "/v1/models"_L1)
        return ServedReply::json({{u"data"_s, QJsonArray{QJsonObject{{u"id"_s, u"page-reader"_s}}}}});
    if (request.path != "/v1/chat/completions"_L1 || request.json().value("model"_L1) != "page-reader"_L1)
        return ServedReply::json({{u"error"_s, QJsonObject{{u"message"_s, u"no such model"_s}}}}, 404);
    const VisionLine line = m_script.at(std::min<qsizetype>(m_next++, m_script.size() - 1));
    if (line.status != 200)
        return ServedReply::json({{u"error"_s, QJsonObject{{u"message"_s, line.content}}}}, line.status);
    const QJsonObject message{{u"role"_s, u"assistant"_s}, {u"content"_s, line.content}};
    return ServedReply::json(
        {{u"choices"_s, QJsonArray{QJsonObject{{u"message"_s, message}, {u"finish_reason"_s, line.finish}}}}});
}

} // namespace sheaf::testing
