// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/conversion_server.h"

using namespace Qt::StringLiterals;

namespace sheaf::testing {

namespace {

class GrobidRoutes : public ConversionRoutes
{
public:
    explicit GrobidRoutes(const QByteArray& tei) : m_tei(tei) {}

    bool begins(const ServedRequest& request) const override
    {
        return request.method == "POST" && request.path == "/api/processFulltextDocument"_L1;
    }

    ServedReply answer(const ServedRequest& request, ConversionJobs& jobs) override
    {
        if (request.path == "/api/version"_L1)
            return ServedReply::json({{u"version"_s, u"0.8.2"_s}, {u"revision"_s, u"a91ee48"_s}});
        if (!begins(request))
            return ServedReply::text("", "text/html", 404);
        if (!jobs.behaviour.error.isEmpty())
            return ServedReply::text(jobs.behaviour.error.toUtf8(), "text/plain", 500);
        return m_tei.isEmpty() ? ServedReply::text("", "application/xml", 204)
                               : ServedReply::text(m_tei, "application/xml");
    }

private:
    const QByteArray m_tei;
};

} // namespace

std::unique_ptr<ConversionRoutes> grobidRoutes(const QByteArray& tei)
{
    return std::make_unique<GrobidRoutes>(tei);
}

} // namespace sheaf::testing
