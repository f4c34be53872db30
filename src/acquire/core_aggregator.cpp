// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/json_source.h"

#include <QJsonArray>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

/** CORE, version 3: GET {base}/v3/search/works/?q=doi:"…", key as bearer. The key goes to CORE's own address alone. */
namespace sheaf {

namespace {

class CoreAggregator : public JsonSource
{
public:
    explicit CoreAggregator(const SourceSetup& setup)
        : JsonSource(setup, u"acquire.core.url"_s), m_key(setup.secrets(SecretName::CoreKey))
    {}

    QString displayName() const override { return u"CORE"_s; }
    bool knows(const Paper& paper) const override { return !paper.ids.doi.isEmpty(); }

    void authorise(HttpRequest& download) const override
    {
        if (download.url.host() == base().host() && download.url.port() == base().port() &&
            download.url.scheme() == base().scheme())
            download.headers += headers();
    }

protected:
    QUrl addressFor(const Paper& paper) const override
    {
        QUrl url = addressUnder(base(), u"/v3/search/works/"_s);
        QUrlQuery query;
        query.addQueryItem(u"q"_s, QString::fromLatin1(QUrl::toPercentEncoding("doi:\""_L1 + paper.ids.doi + '"'_L1)));
        query.addQueryItem(u"limit"_s, u"5"_s);
        url.setQuery(query);
        return url;
    }

    QVector<HttpHeader> headers() const override { return {{"Authorization", "Bearer " + m_key.reveal(), true}}; }

    Candidates placesIn(const QJsonObject& answer, const Paper& paper) const override
    {
        Candidates found;
        const QJsonArray works = answer.value("results"_L1).toArray();
        for (const QJsonValue& value : works) {
            const QJsonObject work = value.toObject();
            if (work.value("doi"_L1).toString().compare(paper.ids.doi, Qt::CaseInsensitive) == 0)
                appendPlace(found,
                            {QUrl(work.value("downloadUrl"_L1).toString()), {}, {}, work.value("title"_L1).toString()});
        }
        return found;
    }

private:
    const Secret m_key;
};

} // namespace

std::unique_ptr<SourceResolver> makeCore(const SourceSetup& setup)
{
    return std::make_unique<CoreAggregator>(setup);
}

} // namespace sheaf
