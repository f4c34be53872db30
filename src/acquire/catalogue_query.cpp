// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/catalogue_query.h"

#include "acquire/acquire_failure.h"
#include "acquire/source_registry.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sheaf {

namespace {

constexpr HostPolicy courtesy{.parallel = 2, .interval = 150ms}; ///< below what both ask of polite programs
constexpr HostPolicy thisComputer{.parallel = 4, .interval = 0ms};

} // namespace

CatalogueQuery::CatalogueQuery(HttpClient& http, const Settings& settings, const QString& base, const QString& name)
    : m_http(http), m_base(settings.text(base)), m_email(settings.text(u"acquire.email"_s)), m_name(name)
{
    m_http.setHostPolicy(m_base.host().toLower(), isThisComputer(m_base) ? thisComputer : courtesy);
}

void CatalogueQuery::ask(const QString& path, const QVector<QPair<QString, QString>>& fields, QObject* context,
                         Read read, Catalogue::Done done) const
{
    HttpRequest request;
    request.url = addressUnder(m_base, path);
    QUrlQuery query;
    const auto add = [&query](const QString& name, const QString& value) {
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    for (const auto& [name, value] : fields)
        add(name, value);
    add(u"mailto"_s, m_email);
    request.url.setQuery(query);
    request.headers = {{"User-Agent", userAgent(m_email), true}};
    request.maxBytes = 16 << 20;
    request.deadline = 20s;
    request.inactivity = 8s;
    request.retry.attempts = 2;
    m_http.send(request, context,
                [read = std::move(read), done = std::move(done), name = m_name](const Result<HttpReply>& reply) {
                    if (!reply)
                        return done(std::unexpected(reply.error()));
                    if (reply->status == 404)
                        return done(QVector<CatalogueWork>());
                    if (!reply->ok())
                        return done(std::unexpected(httpFailure(reply->status, name)));
                    const QJsonDocument answer = QJsonDocument::fromJson(reply->body);
                    if (!answer.isObject())
                        return done(std::unexpected(badAnswer(name, QString::fromUtf8(reply->body.left(200)))));
                    done(read(answer.object()));
                });
}

} // namespace sheaf
