// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/catalogue_servers.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sheaf::testing {

namespace {

ServedReply notFound()
{
    return ServedReply::json({{u"error"_s, u"not found"_s}}, 404);
}

QString after(const QString& text, const QString& prefix)
{
    return text.startsWith(prefix) ? text.mid(prefix.size()) : QString();
}

/** What stands between quotation marks in a query. */
QString quoted(const ServedRequest& request, const QString& item)
{
    return request.query.queryItemValue(item, QUrl::FullyDecoded).section(u'"', 1, 1);
}

QJsonObject openAlexPlace(const CataloguePlace& place)
{
    const QJsonValue url(place.url.toString());
    return {{u"is_oa"_s, true},
            {u"pdf_url"_s, place.isPage ? QJsonValue() : url},
            {u"landing_page_url"_s, place.isPage ? url : QJsonValue()},
            {u"version"_s, place.version},
            {u"license"_s, u"cc-by"_s}};
}

} // namespace

CatalogueServer::CatalogueServer()
    : m_http([this](const ServedRequest& request) {
          for (const auto& [text, reply] : m_some.asKeyValueRange())
              if (QUrl::fromPercentEncoding(request.target).contains(text))
                  return reply;
          return m_all ? *m_all : answer(request);
      })
{}

void CatalogueServer::add(const QString& doi, const QVector<CataloguePlace>& places)
{
    m_http.call([&] { m_places.insert(doi, places); });
}

void CatalogueServer::answerFor(const QString& text, const ServedReply& reply)
{
    m_http.call([&] { m_some.insert(text, reply); });
}

void CatalogueServer::answerAll(std::optional<ServedReply> reply)
{
    m_http.call([&] { m_all = reply; });
}

const QVector<CataloguePlace>* CatalogueServer::placesOf(const QString& doi) const
{
    const auto found = m_places.constFind(doi);
    return found == m_places.cend() ? nullptr : &*found;
}

ServedReply OpenAlexServer::answer(const ServedRequest& request) const
{
    if (request.query.queryItemValue(u"api_key"_s) != QString::fromLatin1(key))
        return ServedReply::json({{u"error"_s, u"no key"_s}}, 401);
    const auto* places = placesOf(after(request.path, u"/works/doi:"_s));
    if (!places)
        return notFound();
    QJsonArray locations{QJsonObject{{u"is_oa"_s, false}, {u"pdf_url"_s, u"https://closed.example.org/x.pdf"_s}}};
    for (const CataloguePlace& place : *places)
        locations.append(openAlexPlace(place));
    return ServedReply::json({{u"title"_s, QJsonValue()},
                              {u"best_oa_location"_s, places->isEmpty() ? QJsonValue() : locations.at(1)},
                              {u"locations"_s, locations}});
}

ServedReply EuropePmcServer::answer(const ServedRequest& request) const
{
    const QString doi = quoted(request, u"query"_s);
    QJsonArray results{QJsonObject{
        {u"doi"_s, u"10.5555/another"_s},
        {u"fullTextUrlList"_s,
         QJsonObject{{u"fullTextUrl"_s, QJsonArray{QJsonObject{{u"documentStyle"_s, u"pdf"_s},
                                                               {u"availabilityCode"_s, u"OA"_s},
                                                               {u"url"_s, u"http://127.0.0.1:1/no"_s}}}}}}}};
    if (const auto* places = placesOf(doi)) {
        QJsonArray texts{QJsonObject{
            {u"documentStyle"_s, u"doi"_s}, {u"availabilityCode"_s, u"S"_s}, {u"url"_s, "https://doi.org/"_L1 + doi}}};
        for (const CataloguePlace& place : *places)
            texts.append(QJsonObject{{u"documentStyle"_s, place.isPage ? u"html"_s : u"pdf"_s},
                                     {u"availabilityCode"_s, u"OA"_s},
                                     {u"url"_s, place.url.toString()}});
        const bool isPreprint = !places->isEmpty() && places->first().version == "submittedVersion"_L1;
        results.append(QJsonObject{{u"doi"_s, doi.toUpper()},
                                   {u"source"_s, isPreprint ? u"PPR"_s : u"MED"_s},
                                   {u"authMan"_s, u"N"_s},
                                   {u"fullTextUrlList"_s, QJsonObject{{u"fullTextUrl"_s, texts}}}});
    }
    return ServedReply::json({{u"hitCount"_s, results.size()}, {u"resultList"_s, QJsonObject{{u"result"_s, results}}}});
}

ServedReply SemanticScholarServer::answer(const ServedRequest& request) const
{
    const auto* places = placesOf(after(request.path, u"/graph/v1/paper/DOI:"_s));
    if (!places)
        return notFound();
    QJsonObject answer{{u"paperId"_s, u"0123"_s}, {u"openAccessPdf"_s, QJsonValue()}};
    for (const CataloguePlace& place : *places) {
        if (place.version.startsWith("arxiv:"_L1))
            answer[u"externalIds"_s] = QJsonObject{{u"ArXiv"_s, place.version.mid(6)}};
        else
            answer[u"openAccessPdf"_s] = QJsonObject{{u"url"_s, place.url.toString()}, {u"status"_s, u"GOLD"_s}};
    }
    return ServedReply::json(answer);
}

ServedReply CoreServer::answer(const ServedRequest& request) const
{
    if (request.header("Authorization") != "Bearer " + key)
        return ServedReply::json({{u"message"_s, u"no key"_s}}, 401);
    if (const auto* places = placesOf(after(request.path, u"/download/"_s)))
        return ServedReply::redirect(places->first().url);
    const QString doi = quoted(request, u"q"_s);
    QJsonArray results;
    if (placesOf(doi)) {
        const QString own = "http://"_L1 + QString::fromLatin1(request.header("Host")) + "/download/"_L1 + doi;
        results = {QJsonObject{{u"doi"_s, u"10.5555/another"_s}, {u"downloadUrl"_s, u"http://127.0.0.1:1/no"_s}},
                   QJsonObject{{u"doi"_s, doi}, {u"downloadUrl"_s, own}}};
    }
    return ServedReply::json({{u"totalHits"_s, results.size()}, {u"results"_s, results}});
}

ServedReply BiorxivServer::answer(const ServedRequest& request) const
{
    const QString server = request.path.section(u'/', 2, 2), doi = request.path.section(u'/', 3);
    const auto* places = placesOf(doi);
    QJsonArray versions;
    if (places && places->first().version == server) {
        for (const QString& number : {u"1"_s, u"2"_s})
            versions.append(
                QJsonObject{{u"doi"_s, doi},
                            {u"version"_s, number},
                            {u"server"_s, server},
                            {u"jatsxml"_s, places->first().url.resolved(QUrl(u"/early/x.xml"_s)).toString()}});
    }
    const QString status = versions.isEmpty() ? u"no posts found"_s : u"ok"_s;
    return ServedReply::json(
        {{u"messages"_s, QJsonArray{QJsonObject{{u"status"_s, status}}}}, {u"collection"_s, versions}});
}

ServedReply DoiServer::answer(const ServedRequest& request) const
{
    const auto* places = placesOf(request.path.mid(1));
    return places ? ServedReply::redirect(places->first().url) : ServedReply::text("DOI Not Found", "text/html", 404);
}

ServedReply LinkResolverServer::answer(const ServedRequest& request) const
{
    QString doi;
    for (const QString& id : request.query.allQueryItemValues(u"rft_id"_s, QUrl::FullyDecoded)) {
        if (id.startsWith("info:doi/"_L1))
            doi = id.mid(9);
    }
    QByteArray menu = "<!DOCTYPE html><html><body><h1>Where to find it</h1><a href='/help'>Help</a>";
    if (const auto* places = placesOf(doi)) {
        for (const CataloguePlace& place : *places)
            menu += "<p><a class=x href=\"" + place.url.toEncoded() + "\"><b>Full&nbsp;text</b> at the publisher</a>";
    }
    return ServedReply::text(menu.replace("&nbsp;", " ") + "</body></html>", "text/html");
}

} // namespace sheaf::testing
