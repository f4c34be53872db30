// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/conversion_server.h"

using namespace Qt::StringLiterals;

namespace sheaf::testing {

namespace {

class DatalabRoutes : public ConversionRoutes
{
public:
    explicit DatalabRoutes(const QString& markdown) : m_markdown(markdown) {}

    bool begins(const ServedRequest& request) const override
    {
        return request.method == "POST" && request.path == "/api/v1/convert"_L1;
    }

    ServedReply answer(const ServedRequest& request, ConversionJobs& jobs) override
    {
        if (request.header("X-API-Key") != "k3y")
            return ServedReply::json({{u"detail"_s, u"Invalid API key"_s}}, 401);
        if (begins(request)) {
            const QString id = jobs.begin();
            return ServedReply::json({{u"success"_s, true},
                                      {u"request_id"_s, id},
                                      {u"request_check_url"_s, u"https://www.datalab.to/api/v1/convert/"_s + id},
                                      {u"error"_s, QJsonValue()}});
        }
        const QString id = request.path.section('/'_L1, -1);
        if (jobs.isDown())
            return ServedReply::text("Bad Gateway", "text/plain", 502);
        if (jobs.isLost(id))
            return ServedReply::json({{u"detail"_s, u"Not found"_s}}, 404);
        if (!jobs.isDone(id))
            return ServedReply::json({{u"status"_s, u"processing"_s}});
        const bool isGood = jobs.behaviour.error.isEmpty();
        return ServedReply::json({{u"status"_s, u"complete"_s},
                                  {u"success"_s, isGood},
                                  {u"markdown"_s, isGood ? QJsonValue(m_markdown) : QJsonValue()},
                                  {u"versions"_s, QJsonObject{{u"marker"_s, u"9.9"_s}}},
                                  {u"error"_s, jobs.behaviour.error},
                                  {u"error_in"_s, isGood ? QString() : u"OTHER"_s}});
    }

private:
    const QString m_markdown;
};

} // namespace

std::unique_ptr<ConversionRoutes> datalabRoutes(const QString& markdown)
{
    return std::make_unique<DatalabRoutes>(markdown);
}

} // namespace sheaf::testing
