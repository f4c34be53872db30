// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/json_source.h"

#include "acquire/acquire_failure.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sheaf {

HttpRequest lookUpRequest(const QUrl& url, const QString& email)
{
    HttpRequest request;
    request.url = url;
    request.headers = {{"User-Agent", userAgent(email), true}, {"Accept", "application/json"}};
    request.maxBytes = 8 << 20;
    request.deadline = 30s;
    return request;
}

void probePage(HttpClient& http, const QUrl& url, const QString& email, QObject* context,
               std::function<void(Result<QString>)> done)
{
    HttpRequest request = lookUpRequest(url, email);
    request.headers.last().value = "text/html, */*;q=0.5";
    request.retry.attempts = 1;
    http.send(request, context, [host = url.host(), done = std::move(done)](const Result<HttpReply>& reply) {
        if (!reply)
            done(std::unexpected(reply.error()));
        else if (reply->status >= 400)
            done(std::unexpected(httpFailure(reply->status, host)));
        else
            done(QCoreApplication::translate("acquire", "%1 answers.").arg(host));
    });
}

void appendPlace(Candidates& places, const Candidate& place)
{
    const bool isWeb =
        (place.url.scheme() == "http"_L1 || place.url.scheme() == "https"_L1) && !place.url.host().isEmpty();
    const bool isKnown = std::ranges::any_of(places, [&](const Candidate& one) { return one.url == place.url; });
    if (isWeb && !isKnown)
        places.append(place);
}

JsonSource::JsonSource(const SourceSetup& setup, const QString& urlKey)
    : m_http(setup.http), m_base(setup.settings.text(urlKey)), m_email(setup.settings.text(u"acquire.email"_s))
{}

void JsonSource::find(const Paper& paper, QObject* context, std::function<void(Result<Candidates>)> done)
{
    HttpRequest request = lookUpRequest(addressFor(paper), m_email);
    request.headers += headers();
    m_http.send(request, context, [this, paper, done = std::move(done)](const Result<HttpReply>& reply) {
        done(understand(reply, paper));
    });
}

Result<Candidates> JsonSource::understand(const Result<HttpReply>& reply, const Paper& paper) const
{
    if (!reply)
        return std::unexpected(reply.error());
    if (reply->status == 404)
        return Candidates();
    if (!reply->ok())
        return std::unexpected(refusal(reply->status));
    QJsonParseError error;
    const auto answer = QJsonDocument::fromJson(reply->body, &error);
    if (!answer.isObject())
        return std::unexpected(badAnswer(displayName(), error.errorString()));
    return placesIn(answer.object(), paper);
}

Failure JsonSource::refusal(int status) const
{
    if (status == 401 || status == 403)
        return keyRefused(displayName());
    return httpFailure(status, m_base.host());
}

void JsonSource::probe(QObject* context, std::function<void(Result<QString>)> done)
{
    find(samplePaper(), context, [done = std::move(done)](const Result<Candidates>& found) {
        if (!found)
            done(std::unexpected(found.error()));
        else
            done(QCoreApplication::translate("acquire", "It answers, and names %n places for a well-known paper.",
                                             nullptr, int(found->size())));
    });
}

/** Ioannidis, "Why most published research findings are false": open everywhere. */
Paper JsonSource::samplePaper() const
{
    Paper paper;
    paper.ids = {u"10.1371/journal.pmed.0020124"_s, {}, u"16060722"_s, u"PMC1182327"_s};
    paper.title = u"Why most published research findings are false"_s;
    return paper;
}

Candidates placesByKey(const QJsonArray& places, const QStringList& keys, const QString& title)
{
    Candidates found;
    for (const QString& key : keys) {
        for (const QJsonValue& value : places) {
            const QJsonObject place = value.toObject();
            appendPlace(found, {QUrl(place.value(key).toString()), place.value("version"_L1).toString(),
                                place.value("license"_L1).toString(), title, key != keys.first()});
        }
    }
    return found;
}

} // namespace sheaf
