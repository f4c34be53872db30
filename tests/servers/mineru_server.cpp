// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/conversion_server.h"

using namespace Qt::StringLiterals;

namespace sheaf::testing {

namespace {

class MineruRoutes : public ConversionRoutes
{
public:
    MineruRoutes(const QJsonArray& contentList, const QString& markdown, bool isBefore3)
        : m_contentList(contentList), m_markdown(markdown), m_isBefore3(isBefore3)
    {}

    bool begins(const ServedRequest& request) const override
    {
        return request.method == "POST" && request.path == (m_isBefore3 ? "/file_parse"_L1 : "/tasks"_L1);
    }

    ServedReply answer(const ServedRequest& request, ConversionJobs& jobs) override
    {
        if (request.path == "/health"_L1 && !m_isBefore3)
            return ServedReply::json({{u"status"_s, u"healthy"_s}, {u"version"_s, u"3.4.4"_s}});
        if (begins(request) && m_isBefore3)
            return jobs.behaviour.error.isEmpty() ? result()
                                                  : ServedReply::json({{u"error"_s, jobs.behaviour.error}}, 500);
        const QString id = begins(request) ? jobs.begin() : request.path.section('/'_L1, 2, 2);
        if (begins(request))
            return ServedReply::json({{u"task_id"_s, id}, {u"status"_s, u"pending"_s}}, 202);
        if (m_isBefore3 || jobs.isLost(id))
            return ServedReply::json({{u"detail"_s, u"Not Found"_s}}, 404);
        if (jobs.isDown())
            return ServedReply::text("Bad Gateway", "text/plain", 502);
        if (request.path.endsWith("/result"_L1))
            return jobs.behaviour.error.isEmpty() ? result()
                                                  : ServedReply::json({{u"error"_s, jobs.behaviour.error}}, 409);
        return ServedReply::json(
            {{u"task_id"_s, id}, {u"status"_s, jobs.isDone(id) ? u"completed"_s : u"processing"_s}});
    }

private:
    ServedReply result() const
    {
        const QString list = QString::fromUtf8(QJsonDocument(m_contentList).toJson(QJsonDocument::Compact));
        return ServedReply::json({{u"backend"_s, u"pipeline"_s},
                                  {u"version"_s, m_isBefore3 ? u"2.7.6"_s : u"3.4.4"_s},
                                  {u"results"_s, QJsonObject{{u"paper"_s, QJsonObject{{u"md_content"_s, m_markdown},
                                                                                      {u"content_list"_s, list}}}}}});
    }

    const QJsonArray m_contentList;
    const QString m_markdown;
    const bool m_isBefore3;
};

} // namespace

std::unique_ptr<ConversionRoutes> mineruRoutes(const QJsonArray& contentList, const QString& markdown, bool isBefore3)
{
    return std::make_unique<MineruRoutes>(contentList, markdown, isBefore3);
}

} // namespace sheaf::testing
