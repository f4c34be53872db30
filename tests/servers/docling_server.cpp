// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/conversion_server.h"

using namespace Qt::StringLiterals;

namespace sheaf::testing {

namespace {

class DoclingRoutes : public ConversionRoutes
{
public:
    DoclingRoutes(const QJsonObject& document, const QString& markdown) : m_document(document), m_markdown(markdown) {}

    bool begins(const ServedRequest& request) const override
    {
        return request.method == "POST" && request.path == "/v1/convert/file/async"_L1;
    }

    ServedReply answer(const ServedRequest& request, ConversionJobs& jobs) override
    {
        if (request.path == "/version"_L1)
            return ServedReply::json({{u"docling-serve"_s, u"1.31.0"_s}, {u"docling"_s, u"2.121.0"_s}});
        const QString id = begins(request) ? jobs.begin() : request.path.section('/'_L1, -1);
        if (begins(request))
            return ServedReply::json({{u"task_id"_s, id}, {u"task_status"_s, u"pending"_s}});
        if (jobs.isDown())
            return ServedReply::text("Bad Gateway", "text/plain", 502);
        if (jobs.isLost(id))
            return ServedReply::json({{u"detail"_s, u"Task not found."_s}}, 404);
        if (request.path.startsWith("/v1/status/poll/"_L1))
            return ServedReply::json(
                {{u"task_id"_s, id}, {u"task_status"_s, jobs.isDone(id) ? u"success"_s : u"started"_s}});
        return result(id, jobs.behaviour.error);
    }

private:
    /** Of which there is one fetch. */
    ServedReply result(const QString& id, const QString& error)
    {
        if (m_fetched.contains(id))
            return ServedReply::json({{u"detail"_s, u"Task result not found. Please wait for a completion status."_s}},
                                     404);
        m_fetched.append(id);
        const bool isGood = error.isEmpty();
        return ServedReply::json(
            {{u"document"_s, QJsonObject{{u"md_content"_s, m_markdown}, {u"json_content"_s, m_document}}},
             {u"status"_s, isGood ? u"success"_s : u"failure"_s},
             {u"errors"_s, isGood ? QJsonArray() : QJsonArray{QJsonObject{{u"error_message"_s, error}}}}});
    }

    const QJsonObject m_document;
    const QString m_markdown;
    QStringList m_fetched;
};

} // namespace

std::unique_ptr<ConversionRoutes> doclingRoutes(const QJsonObject& document, const QString& markdown)
{
    return std::make_unique<DoclingRoutes>(document, markdown);
}

} // namespace sheaf::testing
