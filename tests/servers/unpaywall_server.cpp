// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/unpaywall_server.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sheaf::testing {

namespace {

QJsonValue urlOrNull(const QUrl& url)
{
    return url.isEmpty() ? QJsonValue() : QJsonValue(url.toString());
}

QJsonObject placeJson(const OpenPlace& place)
{
    return {{u"url_for_pdf"_s, urlOrNull(place.pdf)},
            {u"url"_s, urlOrNull(place.pdf.isEmpty() ? place.page : place.pdf)},
            {u"url_for_landing_page"_s, urlOrNull(place.page)},
            {u"host_type"_s, u"repository"_s},
            {u"version"_s, place.version},
            {u"license"_s, u"cc-by"_s}};
}

ServedReply error(int status, const QString& message)
{
    return ServedReply::json({{u"error"_s, true}, {u"message"_s, message}}, status);
}

} // namespace

UnpaywallServer::UnpaywallServer() : m_http([this](const ServedRequest& request) { return answer(request); }) {}

void UnpaywallServer::add(const QString& doi, const QVector<OpenPlace>& places, const QString& title)
{
    m_http.call([&] { m_entries.insert(doi, {places, title}); });
}

void UnpaywallServer::answerAll(std::optional<ServedReply> reply)
{
    m_http.call([&] { m_all = reply; });
}

ServedReply UnpaywallServer::answer(const ServedRequest& request) const
{
    if (m_all)
        return *m_all;
    const QString email = request.query.queryItemValue(u"email"_s, QUrl::FullyDecoded);
    if (!email.contains('@'_L1) || email.endsWith("@example.com"_L1))
        return error(422, u"Please use your own email address in API calls."_s);
    const QString doi = request.path.mid(QStringView(u"/v2/").size());
    if (!request.path.startsWith("/v2/"_L1) || !m_entries.contains(doi))
        return error(404, u"'%1' isn't in Unpaywall."_s.arg(doi));
    const Entry entry = m_entries.value(doi);
    QJsonArray places;
    for (const OpenPlace& place : entry.places)
        places.append(placeJson(place));
    return ServedReply::json({{u"doi"_s, doi},
                              {u"title"_s, entry.title.isEmpty() ? QJsonValue() : QJsonValue(entry.title)},
                              {u"is_oa"_s, !places.isEmpty()},
                              {u"best_oa_location"_s, places.isEmpty() ? QJsonValue() : places.first()},
                              {u"oa_locations"_s, places}});
}

} // namespace sheaf::testing
