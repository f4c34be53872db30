// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/acquire_failure.h"
#include "acquire/json_source.h"

#include <QJsonArray>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

/** Unpaywall, version 2: GET {base}/v2/{doi}?email=…, with the place of the best open copy and of all others. */
namespace sheaf {

namespace {

class Unpaywall : public JsonSource
{
public:
    explicit Unpaywall(const SourceSetup& setup) : JsonSource(setup, u"acquire.unpaywall.url"_s) {}

    QString displayName() const override { return u"Unpaywall"_s; }
    bool knows(const Paper& paper) const override { return !paper.ids.doi.isEmpty(); }

    void find(const Paper& paper, QObject* context, std::function<void(Result<Candidates>)> done) override
    {
        if (email().isEmpty())
            return answerLater<Candidates>(context, std::move(done), std::unexpected(needsEmail()));
        JsonSource::find(paper, context, std::move(done));
    }

protected:
    QUrl addressFor(const Paper& paper) const override
    {
        QUrl url = addressUnder(base(), "/v2/"_L1 + paper.ids.doi);
        QUrlQuery query;
        query.addQueryItem(u"email"_s, QString::fromLatin1(QUrl::toPercentEncoding(email())));
        url.setQuery(query);
        return url;
    }

    /** All PDFs, the best first, then all pages. */
    Candidates placesIn(const QJsonObject& answer, const Paper&) const override
    {
        QJsonArray places = answer.value("oa_locations"_L1).toArray();
        places.prepend(answer.value("best_oa_location"_L1));
        return placesByKey(places, {u"url_for_pdf"_s, u"url"_s, u"url_for_landing_page"_s},
                           answer.value("title"_L1).toString());
    }

    Failure refusal(int status) const override { return status == 422 ? emailRefused() : JsonSource::refusal(status); }
};

} // namespace

std::unique_ptr<SourceResolver> makeUnpaywall(const SourceSetup& setup)
{
    return std::make_unique<Unpaywall>(setup);
}

} // namespace sheaf
