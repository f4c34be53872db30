// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/services/piece_joiner.h"
#include "convert/services/remote_services.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

/**
 * Datalab's hosted service (documentation.datalab.to): POST /api/v1/convert, then its check URL until it is complete.
 * Conversions are paid for, so the check URL is kept before it is first asked: after a kill the job is looked at, not
 * bought again. It goes an hour after it was done.
 */
namespace sheaf {

namespace {

QByteArray modeOf(const QString& preset)
{
    return preset == "fast"_L1 ? "fast" : preset == "quality"_L1 ? "accurate" : "balanced";
}

class DatalabJob
{
public:
    DatalabJob(const ServiceAddress& service, const RemoteJob& job)
        : m_calls(service, job.stop), m_base(service.base), m_job(job)
    {}

    Result<QString> begin()
    {
        const auto document = documentBytes(m_job.input.path);
        if (!document)
            return std::unexpected(document.error());
        const QVector<FormPart> parts{{"file", *document, m_job.input.sha256 + ".pdf", "application/pdf"},
                                      {"output_format", "markdown", {}, {}},
                                      {"mode", modeOf(m_job.preset), {}, {}},
                                      {"paginate", "true", {}, {}},
                                      {"disable_image_extraction", "true", {}, {}},
                                      {"disable_image_captions", "true", {}, {}}};
        const auto answer = jsonOf(m_calls.submit(m_calls.post(m_calls.url(path(), shownEnds()), parts)));
        if (!answer)
            return std::unexpected(answer.error());
        const QString id = answer->value("request_id"_L1).toString();
        if (!answer->value("success"_L1).toBool() || id.isEmpty())
            return serviceRefuses(answer->value("error"_L1).toString());
        // The key goes along, so it must be our service that is asked.
        const QUrl check(answer->value("request_check_url"_L1).toString());
        const QUrl ours = m_calls.url(path() + u'/' + id, shownEnds());
        return (isSameOrigin(check, m_base) ? check : ours).toString();
    }

    Result<QJsonObject> finish(const QString& checkUrl)
    {
        const auto answer = m_calls.lookUntilDone([&] { return look(QUrl(checkUrl)); });
        if (!answer)
            return answer;
        if (!answer->value("success"_L1).toBool()) {
            const QString error = answer->value("error"_L1).toString();
            if (!error.startsWith("Page rate limit exceeded"_L1))
                return documentFailed(answer->value("error_in"_L1).toString() + u": "_s + error);
            forgetJob(m_job.shelf); // too much at once, told late: it has to be sent again
            return serviceIsBusy(error);
        }
        const QUrl elsewhere(answer->value("result_url"_L1).toString());
        if (elsewhere.isEmpty() || !answer->value("markdown"_L1).toString().isEmpty())
            return answer;
        return jsonOf(m_calls.send(m_calls.get(elsewhere))); // signed: the key goes only to the service itself
    }

private:
    static QString path() { return u"/api/v1/convert"_s; }
    static QStringList shownEnds() { return {path(), u"/api/v1/marker"_s, u"/api/v1"_s}; }

    Result<std::optional<QJsonObject>> look(const QUrl& url)
    {
        const auto reply = m_calls.send(m_calls.get(url));
        if (reply && reply->status == 404)
            return jobIsLost(url.path());
        const auto answer = jsonOf(reply);
        if (!answer)
            return std::unexpected(answer.error());
        const bool isRunning = answer->value("success"_L1).toBool(true) && answer->value("status"_L1) != "complete"_L1;
        return isRunning ? std::nullopt : std::optional(*answer);
    }

    ServiceCalls m_calls;
    const QUrl m_base;
    const RemoteJob& m_job;
};

class DatalabService : public RemoteService
{
public:
    explicit DatalabService(const ServiceAddress& address) : m_address(address) { m_address.keyHeader = "X-API-Key"; }
    QString kind() const override { return u"datalab"_s; }
    QString label() const override { return u"markdown, pages"_s; }

    Result<RemoteText> convert(const RemoteJob& job) override
    {
        DatalabJob work(m_address, job);
        const auto answer = runNamedJob(
            job.shelf, [&] { return work.begin(); }, [&](const QString& name) { return work.finish(name); });
        if (!answer)
            return std::unexpected(answer.error());
        const QJsonObject versions = answer->value("versions"_L1).toObject();
        return RemoteText{.pieces = piecesOfMarked(answer->value("markdown"_L1).toString()),
                          .version = versions.isEmpty()
                                         ? answer->value("versions"_L1).toString()
                                         : QString::fromUtf8(QJsonDocument(versions).toJson(QJsonDocument::Compact))};
    }

private:
    ServiceAddress m_address;
};

} // namespace

std::unique_ptr<RemoteService> makeDatalabService(const ServiceSetup& setup)
{
    return std::make_unique<DatalabService>(setup.address);
}

} // namespace sheaf
