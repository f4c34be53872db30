// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/json_source.h"

#include <QJsonArray>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

/** OpenAlex: GET {base}/works/doi:{doi} (or pmid:, pmcid:) ?api_key=…, with every location of a work. */
namespace sheaf {

namespace {

class OpenAlex : public JsonSource
{
public:
    explicit OpenAlex(const SourceSetup& setup)
        : JsonSource(setup, u"acquire.openalex.url"_s), m_key(setup.secrets(SecretName::OpenAlexKey))
    {}

    QString displayName() const override { return u"OpenAlex"_s; }
    bool knows(const Paper& paper) const override
    {
        return !(paper.ids.doi.isEmpty() && paper.ids.pmid.isEmpty() && paper.ids.pmcid.isEmpty());
    }

protected:
    QUrl addressFor(const Paper& paper) const override
    {
        const QString id = !paper.ids.doi.isEmpty()    ? "doi:"_L1 + paper.ids.doi
                           : !paper.ids.pmid.isEmpty() ? "pmid:"_L1 + paper.ids.pmid
                                                       : "pmcid:"_L1 + paper.ids.pmcid;
        QUrl url = addressUnder(base(), "/works/"_L1 + id);
        QUrlQuery query;
        query.addQueryItem(u"select"_s, u"id,title,best_oa_location,locations"_s);
        query.addQueryItem(u"api_key"_s, QString::fromLatin1(m_key.reveal().toPercentEncoding()));
        url.setQuery(query);
        return url;
    }

    /** All PDFs, then all pages; only what is said to be open. */
    Candidates placesIn(const QJsonObject& answer, const Paper&) const override
    {
        QJsonArray open;
        QJsonArray places = answer.value("locations"_L1).toArray();
        places.prepend(answer.value("best_oa_location"_L1));
        for (const QJsonValue& place : std::as_const(places))
            if (place["is_oa"_L1].toBool())
                open.append(place);
        return placesByKey(open, {u"pdf_url"_s, u"landing_page_url"_s}, answer.value("title"_L1).toString());
    }

private:
    const Secret m_key;
};

} // namespace

std::unique_ptr<SourceResolver> makeOpenAlex(const SourceSetup& setup)
{
    return std::make_unique<OpenAlex>(setup);
}

} // namespace sheaf
