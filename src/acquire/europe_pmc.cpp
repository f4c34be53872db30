// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/json_source.h"

#include <QJsonArray>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

/** Europe PMC: GET {base}/search?query=DOI:"…"&resultType=core&format=json, with the full texts of each result. */
namespace sheaf {

namespace {

bool says(const QJsonObject& result, QLatin1StringView flag)
{
    return result.value(flag).toString() == "Y"_L1;
}

/** The search is by words: another paper may come along. */
bool isThePaper(const QJsonObject& result, const Identifiers& ids)
{
    const auto agrees = [&](const QString& wanted, QLatin1StringView key) {
        return !wanted.isEmpty() && result.value(key).toString().compare(wanted, Qt::CaseInsensitive) == 0;
    };
    return agrees(ids.doi, "doi"_L1) || agrees(ids.pmid, "pmid"_L1) || agrees(ids.pmcid, "pmcid"_L1);
}

QString versionOf(const QJsonObject& result)
{
    if (result.value("source"_L1).toString() == "PPR"_L1)
        return u"submittedVersion"_s;
    return says(result, "authMan"_L1) ? u"acceptedVersion"_s : u"publishedVersion"_s;
}

class EuropePmc : public JsonSource
{
public:
    explicit EuropePmc(const SourceSetup& setup) : JsonSource(setup, u"acquire.europepmc.url"_s) {}

    QString displayName() const override { return u"Europe PMC"_s; }
    bool knows(const Paper& paper) const override { return !queryFor(paper.ids).isEmpty(); }

protected:
    QUrl addressFor(const Paper& paper) const override
    {
        QUrl url = addressUnder(base(), u"/search"_s);
        QUrlQuery query;
        query.addQueryItem(u"query"_s, QString::fromLatin1(QUrl::toPercentEncoding(queryFor(paper.ids))));
        query.addQueryItem(u"resultType"_s, u"core"_s);
        query.addQueryItem(u"format"_s, u"json"_s);
        url.setQuery(query);
        return url;
    }

    Candidates placesIn(const QJsonObject& answer, const Paper& paper) const override
    {
        Candidates found;
        const QJsonArray results = answer["resultList"_L1]["result"_L1].toArray();
        for (const QString& style : {u"pdf"_s, u"html"_s}) {
            for (const QJsonValue& value : results) {
                if (const QJsonObject result = value.toObject(); isThePaper(result, paper.ids))
                    appendTexts(found, result, style);
            }
        }
        return found;
    }

private:
    static QString queryFor(const Identifiers& ids)
    {
        if (!ids.doi.isEmpty())
            return "DOI:\""_L1 + ids.doi + '"'_L1;
        if (!ids.pmcid.isEmpty())
            return "PMCID:"_L1 + ids.pmcid;
        return ids.pmid.isEmpty() ? QString() : "EXT_ID:"_L1 + ids.pmid + " AND SRC:MED"_L1;
    }

    static void appendTexts(Candidates& found, const QJsonObject& result, const QString& style)
    {
        const QString title = result.value("title"_L1).toString(), version = versionOf(result);
        const QString license = result.value("license"_L1).toString();
        const QJsonArray texts = result["fullTextUrlList"_L1]["fullTextUrl"_L1].toArray();
        for (const QJsonValue& value : texts) {
            const QJsonObject text = value.toObject();
            const QString access = text.value("availabilityCode"_L1).toString();
            const bool isOpen = access == "OA"_L1 || access == "F"_L1;
            if (isOpen && text.value("documentStyle"_L1).toString() == style)
                appendPlace(found, {QUrl(text.value("url"_L1).toString()), version, license, title, style != "pdf"_L1});
        }
    }
};

} // namespace

std::unique_ptr<SourceResolver> makeEuropePmc(const SourceSetup& setup)
{
    return std::make_unique<EuropePmc>(setup);
}

} // namespace sheaf
