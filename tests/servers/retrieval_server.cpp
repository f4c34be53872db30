// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/retrieval_server.h"

using namespace Qt::StringLiterals;

namespace sheaf::testing {

RetrievalServer::RetrievalServer() : m_http([this](const ServedRequest& request) { return answer(request); }) {}

void RetrievalServer::add(const QString& doi, const QByteArray& document)
{
    m_http.call([&] { m_documents.insert(doi, document); });
}

void RetrievalServer::endAll(const QString& how)
{
    m_http.call([&] { m_how = how; });
}

void RetrievalServer::setBadLooks(int looks)
{
    m_http.call([&] { m_badLooks = looks; });
}

ServedReply RetrievalServer::answer(const ServedRequest& request)
{
    if (request.path == "/health"_L1)
        return ServedReply::json({{u"status"_s, u"ok"_s}});
    if (request.method == "POST" && request.path == "/retrieve"_L1) {
        const QString id = u"job-%1"_s.arg(m_jobs.size() + 1);
        m_jobs.insert(id, {request.json().value(u"doi"_s).toString()});
        return ServedReply::json({{u"job_id"_s, id}, {u"status"_s, u"pending"_s}});
    }
    const QString id = request.path.section(u'/', 2, 2);
    if (!request.path.startsWith("/jobs/"_L1) || !m_jobs.contains(id) || m_how == "lost"_L1)
        return ServedReply::json({{u"detail"_s, u"no such job"_s}}, 404);
    if (request.path.endsWith("/file"_L1))
        return ServedReply::text(m_documents.value(m_jobs.value(id).doi), "application/octet-stream");
    return look(id);
}

ServedReply RetrievalServer::look(const QString& id)
{
    if (m_badLooks > 0) {
        --m_badLooks;
        return ServedReply::text("switching networks", "text/plain", 503);
    }
    static const QStringList steps{u"pending"_s, u"searching"_s, u"downloading"_s};
    Job& job = m_jobs[id];
    if (job.looks < steps.size() || m_how == "never"_L1)
        return ServedReply::json({{u"job_id"_s, id}, {u"status"_s, steps.at(std::min(job.looks++, 2))}});
    const QString error = !m_how.isEmpty() ? m_how : m_documents.contains(job.doi) ? QString() : u"NOT_FOUND"_s;
    if (error.isEmpty())
        return ServedReply::json({{u"job_id"_s, id}, {u"status"_s, u"completed"_s}});
    return ServedReply::json(
        {{u"job_id"_s, id}, {u"status"_s, u"failed"_s}, {u"error"_s, u"told so"_s}, {u"error_code"_s, error}});
}

} // namespace sheaf::testing
