// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/services/service_calls.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <condition_variable>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sheaf {

namespace {

constexpr qint64 mostAnswerBytes = qint64(256) << 20;    ///< figures may come along, as base64
constexpr std::chrono::milliseconds busyPatience = 2min; ///< then the whole stage waits

bool isBusyStatus(int status)
{
    return status == 429 || status == 503 || status == 529;
}

/** How often in a row it may come while a job runs: a server with several processes answers 404 where another one has
 * the job, networks come back. */
int mostTroublesOf(const Failure& failure)
{
    const bool mayPass = failure.code == "convert.service-down"_L1 || failure.code == "convert.service-busy"_L1 ||
                         failure.code == "convert.timeout"_L1;
    return failure.code == jobLostCode ? 3 : mayPass ? 10 : 1;
}

/** Where a job's name lies on the document's shelf. */
QString jobPlace()
{
    return u"job"_s;
}

} // namespace

ServiceCalls::ServiceCalls(const ServiceAddress& service, std::stop_token stop)
    : m_service(service), m_stop(std::move(stop))
{
    m_clock.start();
}

QUrl ServiceCalls::url(const QString& path, const QStringList& shownEnds) const
{
    QUrl url = m_service.base;
    QString base = url.path();
    const auto chopSlashes = [&base] {
        while (base.endsWith(u'/'))
            base.chop(1);
    };
    chopSlashes();
    for (const QString& shown : shownEnds)
        if (base.endsWith(shown)) {
            base.chop(shown.size());
            break;
        }
    chopSlashes();
    url.setPath(base + path);
    return url;
}

HttpRequest ServiceCalls::get(const QUrl& url) const
{
    HttpRequest request;
    request.url = url;
    request.stage = Stage::Convert;
    request.maxBytes = mostAnswerBytes;
    request.retry.attempts = 1; // who asks knows better when to ask again
    if (!m_service.key.isEmpty() && isSameOrigin(url, m_service.base)) {
        const bool bears = m_service.keyHeader == "Authorization";
        request.headers.append({m_service.keyHeader, (bears ? "Bearer " : "") + m_service.key.reveal(), true});
    }
    return request;
}

Result<HttpReply> ServiceCalls::askQuickly(const QUrl& url)
{
    HttpRequest request = get(url);
    request.deadline = request.inactivity = 10s;
    return send(request);
}

HttpRequest ServiceCalls::post(const QUrl& url, const QVector<FormPart>& parts) const
{
    HttpRequest request = get(url);
    request.method = "POST";
    request.resendable = false; // a conversion whose answer is lost still runs
    request.deadline = request.inactivity = m_service.deadline;
    setMultipart(request, parts);
    return request;
}

HttpRequest ServiceCalls::post(const QUrl& url, const QJsonObject& body) const
{
    HttpRequest request = post(url, QVector<FormPart>());
    request.headers.removeIf([](const HttpHeader& header) { return header.name == "Content-Type"; });
    request.headers.append(HttpHeader{"Content-Type", "application/json"});
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

Result<HttpReply> ServiceCalls::send(HttpRequest request)
{
    if (left() <= 0ms)
        return documentTimedOut(u"no time left"_s);
    request.deadline = std::min(request.deadline, left());
    request.inactivity = std::min(request.inactivity, request.deadline);
    auto reply = sendAndWait(request, m_stop);
    if (!reply)
        return failureOfNet(reply.error());
    return reply;
}

Result<HttpReply> ServiceCalls::submit(const HttpRequest& request)
{
    const auto patience = std::min<std::chrono::milliseconds>(busyPatience, m_service.deadline / 2);
    auto delay = m_service.pace.shortestBusy;
    for (;;) {
        auto reply = send(request);
        if (!reply || !isBusyStatus(reply->status))
            return reply;
        const auto wait =
            std::clamp<std::chrono::milliseconds>(reply->retryAfter().value_or(delay), 0ms, m_service.pace.longestBusy);
        if (std::chrono::milliseconds(m_clock.elapsed()) + wait > patience)
            return reply;
        if (const auto over = pause(wait))
            return std::unexpected(*over);
        delay = std::min(delay * 2, m_service.pace.longestBusy);
    }
}

Result<QJsonObject> ServiceCalls::lookUntilDone(const Look& look)
{
    auto delay = m_service.pace.firstLook;
    for (int troubles = 0;;) {
        if (const auto over = pause(delay))
            return std::unexpected(*over);
        auto seen = look();
        if (seen && *seen)
            return **std::move(seen);
        troubles = seen ? 0 : troubles + 1;
        if (!seen && troubles >= mostTroublesOf(seen.error()))
            return std::unexpected(seen.error());
        delay = std::min(delay * 3 / 2, m_service.pace.longestLook);
    }
}

std::optional<Failure> ServiceCalls::pause(std::chrono::milliseconds time)
{
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any woken;
    woken.wait_for(lock, m_stop, std::min(time, std::max(left(), 0ms)), [] { return false; });
    if (m_stop.stop_requested())
        return conversionStopped().error();
    if (left() <= 0ms)
        return documentTimedOut(u"the job was not done in time"_s).error();
    return std::nullopt;
}

std::chrono::milliseconds ServiceCalls::left() const
{
    return m_service.deadline - std::chrono::milliseconds(m_clock.elapsed());
}

Result<QByteArray> documentBytes(const QString& path)
{
    QFile file(path);
    QByteArray bytes;
    if (file.open(QIODevice::ReadOnly))
        bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return fail(Stage::Convert, u"convert.unreadable"_s,
                    QCoreApplication::translate("convert", "The document cannot be read."), file.errorString(), true);
    return bytes;
}

Result<QJsonObject> jsonOf(const Result<HttpReply>& reply)
{
    const auto checked = checkedReply(reply);
    if (!checked)
        return std::unexpected(checked.error());
    const QJsonDocument json = QJsonDocument::fromJson(checked->body);
    if (!json.isObject())
        return serviceRefuses(u"no JSON object: "_s + QString::fromUtf8(checked->body.left(200)).simplified());
    return json.object();
}

bool isSameOrigin(const QUrl& a, const QUrl& b)
{
    const auto port = [](const QUrl& url) { return url.port(url.scheme() == "https"_L1 ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

Result<QJsonObject> runNamedJob(RangeShelf* shelf, const std::function<Result<QString>()>& begin,
                                const std::function<Result<QJsonObject>(const QString& name)>& finish)
{
    QString name = shelf ? QString::fromUtf8(shelf->get(jobPlace())) : QString();
    for (int attempt = 0;; ++attempt) {
        const bool isOld = !name.isEmpty();
        if (!isOld) {
            const auto begun = begin();
            if (!begun)
                return std::unexpected(begun.error());
            name = *begun;
            if (shelf)
                shelf->put(jobPlace(), name.toUtf8());
        }
        auto done = finish(name);
        const bool isLost = !done && done.error().code == jobLostCode;
        const bool goesOn = !done && (isServiceTrouble(done.error()) || done.error().code == "stopped"_L1);
        if (!goesOn)
            forgetJob(shelf);
        if (isLost && attempt == 0) {
            name.clear();
            continue;
        }
        // Twice: it may be this document that ends the service's worker.
        return isLost ? Result<QJsonObject>(documentFailed(done.error().detail)) : done;
    }
}

void forgetJob(RangeShelf* shelf)
{
    if (shelf)
        shelf->put(jobPlace(), {});
}

QString LearnedVersion::get() const
{
    const std::lock_guard lock(m_mutex);
    return m_version;
}

void LearnedVersion::learn(const std::function<QString()>& ask)
{
    if (!get().isEmpty())
        return;
    const QString version = ask();
    const std::lock_guard lock(m_mutex);
    m_version = version;
}

} // namespace sheaf
