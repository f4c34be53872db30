// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/conversion_server.h"

using namespace Qt::StringLiterals;

namespace sheaf::testing {

ConversionServer::ConversionServer(std::unique_ptr<ConversionRoutes> routes)
    : m_routes(std::move(routes)), m_server([this](const ServedRequest& request) { return answer(request); })
{}

void ConversionServer::setBehaviour(const ConversionBehaviour& behaviour)
{
    m_server.call([&] { m_jobs.behaviour = behaviour; });
}

QVector<ServedRequest> ConversionServer::submits() const
{
    QVector<ServedRequest> some = m_server.requests();
    some.removeIf([this](const ServedRequest& request) { return !m_routes->begins(request); });
    return some;
}

QHash<QByteArray, QByteArray> ConversionServer::fields(int submit) const
{
    QHash<QByteArray, QByteArray> fields;
    for (const ServedPart& part : multipartParts(submits().at(submit))) {
        QByteArray& field = fields[part.name];
        field += (field.isEmpty() ? "" : ",") + (part.fileName.isEmpty() ? part.data : part.fileName);
    }
    return fields;
}

ServedReply ConversionServer::answer(const ServedRequest& request)
{
    if (m_jobs.behaviour.instead)
        return *m_jobs.behaviour.instead;
    if (!m_routes->begins(request) || !m_jobs.isBusy())
        return m_routes->answer(request, m_jobs);
    ServedReply busy = ServedReply::text("busy", "text/plain", 503);
    busy.headers.append(qMakePair("Retry-After"_ba, "0"_ba));
    return busy;
}

} // namespace sheaf::testing
