// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/metadata_server.h"

using namespace Qt::StringLiterals;

namespace sheaf::testing {

namespace {

QJsonObject crossrefWork(const MetadataWork& work)
{
    QJsonObject json{{u"DOI"_s, work.doi.toUpper()},
                     {u"type"_s, work.type},
                     {u"title"_s, QJsonArray{work.title}},
                     {u"author"_s, QJsonArray{QJsonObject{{u"family"_s, work.family}, {u"given"_s, work.given}}}},
                     {u"issued"_s, QJsonObject{{u"date-parts"_s, QJsonArray{QJsonArray{work.year, 5}}}}}};
    if (!work.retractedBy.isEmpty())
        json[u"updated-by"_s] = QJsonArray{QJsonObject{{u"DOI"_s, work.retractedBy}, {u"type"_s, u"retraction"_s}}};
    if (!work.isPreprintOf.isEmpty())
        json[u"relation"_s] = QJsonObject{
            {u"is-preprint-of"_s, QJsonArray{QJsonObject{{u"id-type"_s, u"doi"_s}, {u"id"_s, work.isPreprintOf}}}}};
    return json;
}

QJsonObject openAlexWork(const MetadataWork& work)
{
    const QJsonObject author{{u"display_name"_s, work.given + u' ' + work.family}};
    return {{u"doi"_s, u"https://doi.org/"_s + work.doi},
            {u"title"_s, work.title},
            {u"publication_year"_s, work.year},
            {u"authorships"_s, QJsonArray{QJsonObject{{u"author"_s, author}}}},
            {u"is_retracted"_s, !work.retractedBy.isEmpty()}};
}

bool sharesAWord(const QString& title, const QString& search)
{
    for (const QString& word : title.toLower().split(' '_L1))
        if (word.size() > 3 && search.toLower().contains(word))
            return true;
    return false;
}

} // namespace

MetadataServer::MetadataServer(const QVector<MetadataWork>& works)
    : m_works(works), m_server([this](const ServedRequest& request) { return answer(request); })
{}

void MetadataServer::answerAll(const std::optional<ServedReply>& reply)
{
    m_server.call([&] { m_all = reply; });
}

ServedReply MetadataServer::answer(const ServedRequest& request) const
{
    if (m_all)
        return *m_all;
    const bool isCrossref = request.path == "/crossref/works"_L1;
    const auto field = [&request](const QString& name) {
        return request.query.queryItemValue(name, QUrl::FullyDecoded);
    };
    if ((!isCrossref && request.path != "/openalex/works"_L1) || !field(u"mailto"_s).contains('@'_L1))
        return ServedReply::json({{u"status"_s, u"failed"_s}}, 400);
    const QString filter = field(u"filter"_s);
    const QString search = filter.startsWith("title.search:"_L1) ? filter.mid(13) : field(u"query.bibliographic"_s);
    QString dois = filter;
    const QStringList asked = dois.remove(u"doi:"_s).split(isCrossref ? ','_L1 : '|'_L1);
    QJsonArray found;
    for (const MetadataWork& work : m_works) {
        const bool isKnown = isCrossref ? work.inCrossref : work.inOpenAlex;
        if (isKnown && (search.isEmpty() ? asked.contains(work.doi) : sharesAWord(work.title, search)))
            found.append(isCrossref ? crossrefWork(work) : openAlexWork(work));
    }
    return ServedReply::json(isCrossref ? QJsonObject{{u"message"_s, QJsonObject{{u"items"_s, found}}}}
                                        : QJsonObject{{u"results"_s, found}});
}

} // namespace sheaf::testing
