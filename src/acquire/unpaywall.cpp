// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/source_registry.h"

#include "acquire/acquire_failure.h"
#include "net/http_client.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

/** Unpaywall, version 2: GET {base}/v2/{doi}?email=…, with the place of the best open copy and of all others. */
namespace sheaf {

namespace {

using Found = Result<QVector<Candidate>>;

void appendPlace(QVector<Candidate>& found, const QJsonObject& place, const QString& key, const QString& title)
{
    const QUrl url(place.value(key).toString());
    const bool isKnown = std::ranges::any_of(found, [&](const Candidate& one) { return one.url == url; });
    if (!url.isEmpty() && url.isValid() && !isKnown)
        found.append({url, u"unpaywall"_s, place.value("version"_L1).toString(), place.value("license"_L1).toString(),
                      title, key != "url_for_pdf"_L1});
}

/** All PDFs, the best first, then all pages. */
QVector<Candidate> placesIn(const QJsonObject& answer)
{
    QJsonArray places = answer.value("oa_locations"_L1).toArray();
    places.prepend(answer.value("best_oa_location"_L1));
    const QString title = answer.value("title"_L1).toString();
    QVector<Candidate> found;
    for (const QString& key : {u"url_for_pdf"_s, u"url"_s, u"url_for_landing_page"_s}) {
        for (const QJsonValue& place : std::as_const(places))
            appendPlace(found, place.toObject(), key, title);
    }
    return found;
}

Found understand(const Result<HttpReply>& reply)
{
    if (!reply)
        return std::unexpected(reply.error());
    if (reply->status == 404)
        return QVector<Candidate>();
    if (reply->status == 422)
        return std::unexpected(emailRefused());
    if (!reply->ok())
        return std::unexpected(httpFailure(reply->status, u"Unpaywall"_s));
    const QJsonDocument answer = QJsonDocument::fromJson(reply->body);
    if (!answer.isObject())
        return std::unexpected(badAnswer(u"Unpaywall"_s, QString::fromUtf8(reply->body.left(200))));
    return placesIn(answer.object());
}

class Unpaywall : public SourceResolver
{
public:
    Unpaywall(HttpClient& http, const Settings& settings)
        : m_http(http), m_base(settings.text(u"acquire.unpaywall.url"_s)), m_email(settings.text(u"acquire.email"_s))
    {}

    QString name() const override { return u"unpaywall"_s; }
    QString displayName() const override { return u"Unpaywall"_s; }
    bool knows(const Paper& paper) const override { return !paper.ids.doi.isEmpty(); }

    void find(const Paper& paper, QObject* context, std::function<void(Found)> done) override
    {
        if (m_email.isEmpty()) {
            QMetaObject::invokeMethod(
                context, [done = std::move(done)] { done(std::unexpected(needsEmail())); }, Qt::QueuedConnection);
            return;
        }
        HttpRequest request;
        request.url = addressOf(paper.ids.doi);
        request.headers = {{"User-Agent", userAgent(m_email), true}};
        request.maxBytes = 4 << 20;
        request.deadline = std::chrono::seconds(30);
        m_http.send(request, context,
                    [done = std::move(done)](const Result<HttpReply>& reply) { done(understand(reply)); });
    }

private:
    QUrl addressOf(const QString& doi) const
    {
        QUrl url = addressUnder(m_base, "/v2/"_L1 + doi);
        QUrlQuery query;
        query.addQueryItem(u"email"_s, QString::fromLatin1(QUrl::toPercentEncoding(m_email)));
        url.setQuery(query);
        return url;
    }

    HttpClient& m_http;
    QUrl m_base;
    QString m_email;
};

} // namespace

std::unique_ptr<SourceResolver> makeUnpaywall(HttpClient& http, const Settings& settings)
{
    return std::make_unique<Unpaywall>(http, settings);
}

} // namespace sheaf
