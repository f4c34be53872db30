// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/services/docling_pieces.h"
#include "convert/services/piece_joiner.h"
#include "convert/services/remote_services.h"

#include <QJsonArray>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

/**
 * docling-serve: POST /v1/convert/file/async, /v1/status/poll/{id}, /v1/result/{id}, which can be fetched once. Asked
 * for its DoclingDocument, which has each item's page and box, and for markdown beside it.
 */
namespace sheaf {

namespace {

constexpr QLatin1StringView pageBreak("<!-- page break -->");

/** Markdown with marks between its pages. */
QVector<RemotePiece> piecesOfMarkdown(const QString& markdown)
{
    QVector<RemotePiece> pieces;
    int page = 0;
    const QStringList pages = markdown.split(pageBreak);
    for (const QString& text : pages)
        pieces.append({.markdown = text, .page = pages.size() > 1 ? ++page : 0});
    return pieces;
}

class DoclingJob
{
public:
    DoclingJob(const ServiceAddress& service, const RemoteJob& job)
        : m_calls(service, job.stop), m_job(job), m_seconds(service.deadline)
    {}

    Result<QString> begin()
    {
        const auto document = documentBytes(m_job.input.path);
        if (!document)
            return std::unexpected(document.error());
        const bool isFast = m_job.preset == "fast"_L1;
        const QVector<FormPart> parts{
            {"files", *document, m_job.input.sha256 + ".pdf", "application/pdf"},
            {"target_type", "inbody", {}, {}},
            {"to_formats", "json", {}, {}},
            {"to_formats", "md", {}, {}},
            {"image_export_mode", "placeholder", {}, {}},
            {"md_page_break_placeholder", pageBreak.data(), {}, {}},
            {"do_ocr", isFast ? "false" : "true", {}, {}},
            {"force_ocr", m_job.preset == "quality"_L1 ? "true" : "false", {}, {}},
            {"table_mode", isFast ? "fast" : "accurate", {}, {}},
            {"document_timeout", QByteArray::number(qint64(m_seconds.count())), {}, {}},
        };
        const auto answer = jsonOf(m_calls.submit(m_calls.post(at(u"/v1/convert/file/async"_s), parts)));
        if (!answer)
            return std::unexpected(answer.error());
        const QString id = answer->value("task_id"_L1).toString();
        return id.isEmpty() ? Result<QString>(serviceRefuses(u"no task id"_s)) : id;
    }

    Result<QJsonObject> finish(const QString& id)
    {
        const auto status = m_calls.lookUntilDone([&] { return look(id); });
        if (!status)
            return status;
        const auto reply = m_calls.send(m_calls.get(at(u"/v1/result/"_s + id)));
        if (reply && reply->status == 404)
            return jobIsLost(u"result of "_s + id);
        const auto result = jsonOf(reply);
        return result ? checked(*result) : result;
    }

private:
    QUrl at(const QString& path) const { return m_calls.url(path, {u"/v1/convert/file/async"_s, u"/v1"_s}); }

    Result<std::optional<QJsonObject>> look(const QString& id)
    {
        QUrl url = at(u"/v1/status/poll/"_s + id);
        url.setQuery(QUrlQuery({{u"wait"_s, u"5"_s}}));
        const auto reply = m_calls.send(m_calls.get(url));
        if (reply && reply->status == 404)
            return jobIsLost(id);
        const auto answer = jsonOf(reply);
        if (!answer)
            return std::unexpected(answer.error());
        const QString status = answer->value("task_status"_L1).toString();
        if (status == "pending"_L1 || status == "started"_L1)
            return std::nullopt;
        if (status != "failure"_L1)
            return *answer;
        const QString reason = answer->value("error_message"_L1).toString();
        return taskFailure(answer->value("failure"_L1).toObject(), reason);
    }

    /** A task that broke, not its document: the service says whether it is worth another try. */
    static std::unexpected<Failure> taskFailure(const QJsonObject& failure, const QString& reason)
    {
        const QString message = failure["message"_L1].toString(reason);
        if (isMemoryTrouble(message))
            return documentNeedsMemory(message);
        return failure["retryable"_L1].toBool() ? jobIsLost(message) : documentFailed(message);
    }

    static Result<QJsonObject> checked(const QJsonObject& result)
    {
        if (result["kind"_L1] == "TaskFailureResult"_L1)
            return taskFailure(result["failure"_L1].toObject(), {});
        const QString status = result["status"_L1].toString();
        if (status != "success"_L1 && status != "partial_success"_L1) {
            const QJsonObject error = result["errors"_L1].toArray().at(0).toObject();
            return documentFailed(error["error_message"_L1].toString(status));
        }
        return result;
    }

    ServiceCalls m_calls;
    const RemoteJob& m_job;
    const std::chrono::seconds m_seconds;
};

class DoclingService : public RemoteService
{
public:
    explicit DoclingService(const ServiceAddress& address) : m_address(address) { m_address.keyHeader = "X-Api-Key"; }
    QString kind() const override { return u"docling-serve"_s; }
    QString label() const override { return m_version.get(); }

    void prepare(std::stop_token stop) override
    {
        m_version.learn([&] {
            ServiceCalls calls(m_address, stop);
            const auto answer = jsonOf(calls.askQuickly(calls.url(u"/version"_s, {u"/v1"_s})));
            return answer ? answer->value("docling-serve"_L1).toString() + u" docling "_s +
                                answer->value("docling"_L1).toString()
                          : QString();
        });
    }

    Result<RemoteText> convert(const RemoteJob& job) override
    {
        DoclingJob work(m_address, job);
        const auto result = runNamedJob(
            job.shelf, [&] { return work.begin(); }, [&](const QString& id) { return work.finish(id); });
        if (!result)
            return std::unexpected(result.error());
        const QJsonObject document = result->value("document"_L1).toObject();
        QVector<RemotePiece> pieces = doclingPieces(document["json_content"_L1].toObject());
        if (pieces.isEmpty())
            pieces = piecesOfMarkdown(document["md_content"_L1].toString());
        return RemoteText{.pieces = pieces, .version = m_version.get()};
    }

private:
    ServiceAddress m_address;
    LearnedVersion m_version;
};

} // namespace

std::unique_ptr<RemoteService> makeDoclingService(const ServiceSetup& setup)
{
    return std::make_unique<DoclingService>(setup.address);
}

} // namespace sheaf
