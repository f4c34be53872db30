// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/services/mineru_pieces.h"
#include "convert/services/piece_joiner.h"
#include "convert/services/remote_services.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

/**
 * mineru-api: POST /tasks, GET /tasks/{id}, GET /tasks/{id}/result; versions before 3 have POST /file_parse only, which
 * answers when it is done. Addresses are built here: those in its answers are wrong behind a proxy.
 */
namespace sheaf {

namespace {

class MineruJob
{
public:
    MineruJob(const ServiceAddress& service, const RemoteJob& job) : m_calls(service, job.stop), m_job(job) {}

    Result<QString> begin()
    {
        const auto document = documentBytes(m_job.input.path);
        if (!document)
            return std::unexpected(document.error());
        const auto answer = jsonOf(m_calls.submit(m_calls.post(at(u"/tasks"_s), parts(*document))));
        if (!answer)
            return std::unexpected(answer.error());
        const QString id = answer->value("task_id"_L1).toString();
        return id.isEmpty() ? Result<QString>(serviceRefuses(u"no task id"_s)) : id;
    }

    Result<QJsonObject> finish(const QString& id)
    {
        return m_calls.lookUntilDone([&] { return look(id); });
    }

    Result<QJsonObject> atOnce()
    {
        const auto document = documentBytes(m_job.input.path);
        if (!document)
            return std::unexpected(document.error());
        return resultOf(m_calls.submit(m_calls.post(at(u"/file_parse"_s), parts(*document))));
    }

private:
    QUrl at(const QString& path) const { return m_calls.url(path, {u"/tasks"_s, u"/file_parse"_s}); }

    QVector<FormPart> parts(const QByteArray& document) const
    {
        QVector<FormPart> parts{{"files", document, m_job.input.sha256 + ".pdf", "application/pdf"},
                                {"return_md", "true", {}, {}},
                                {"return_content_list", "true", {}, {}},
                                {"return_images", "false", {}, {}},
                                {"image_analysis", "false", {}, {}},
                                {"parse_method", m_job.preset == "quality"_L1 ? "ocr" : "auto", {}, {}}};
        if (m_job.preset == "fast"_L1) // the one that needs no large model; else what the server is set up for
            parts.append({"backend", "pipeline", {}, {}});
        return parts;
    }

    Result<std::optional<QJsonObject>> look(const QString& id)
    {
        const auto answer = m_calls.send(m_calls.get(at(u"/tasks/"_s + id)));
        if (answer && answer->status == 404)
            return jobIsLost(id);
        const auto task = jsonOf(answer);
        if (!task)
            return std::unexpected(task.error());
        const QString status = task->value("status"_L1).toString();
        if (status == "failed"_L1)
            return failed(task->value("error"_L1).toString());
        if (status != "completed"_L1)
            return std::nullopt;
        const auto reply = m_calls.send(m_calls.get(at(u"/tasks/"_s + id + u"/result"_s)));
        if (reply && reply->status == 202)
            return std::nullopt;
        if (reply && reply->status == 404)
            return jobIsLost(id);
        const auto result = resultOf(reply);
        return result ? Result<std::optional<QJsonObject>>(*result) : std::unexpected(result.error());
    }

    static std::unexpected<Failure> failed(const QString& error)
    {
        return isMemoryTrouble(error) ? documentNeedsMemory(error) : documentFailed(error);
    }

    /** The only document's result, with the version beside it. */
    static Result<QJsonObject> resultOf(const Result<HttpReply>& reply)
    {
        const bool isFailure = reply && (reply->status == 409 || reply->status == 500);
        if (isFailure)
            return failed(QJsonDocument::fromJson(reply->body).object()["error"_L1].toString());
        const auto answer = jsonOf(reply);
        if (!answer)
            return answer;
        const QJsonObject results = answer->value("results"_L1).toObject();
        if (results.isEmpty())
            return documentFailed(u"the answer holds no document"_s);
        QJsonObject result = results.begin()->toObject();
        result["version"_L1] =
            u"%1 %2"_s.arg(answer->value("version"_L1).toString(), answer->value("backend"_L1).toString());
        return result;
    }

    ServiceCalls m_calls;
    const RemoteJob& m_job;
};

class MineruService : public RemoteService
{
public:
    explicit MineruService(const ServiceAddress& address) : m_address(address) {}
    QString kind() const override { return u"mineru"_s; }
    QString label() const override { return m_version.get(); }

    void prepare(std::stop_token stop) override
    {
        m_version.learn([&] {
            ServiceCalls calls(m_address, stop);
            const auto reply = calls.askQuickly(calls.url(u"/health"_s, {u"/tasks"_s, u"/file_parse"_s}));
            if (reply && reply->status == 404)
                return before3();
            const auto answer = jsonOf(reply);
            return answer ? answer->value("version"_L1).toString() : QString();
        });
    }

    Result<RemoteText> convert(const RemoteJob& job) override
    {
        prepare(job.stop);
        MineruJob work(m_address, job);
        const auto result = m_version.get() == before3() ? work.atOnce()
                                                         : runNamedJob(
                                                               job.shelf, [&] { return work.begin(); },
                                                               [&](const QString& id) { return work.finish(id); });
        if (!result)
            return std::unexpected(result.error());
        // Its JSON comes as text that holds JSON.
        const QByteArray list = result->value("content_list"_L1).toString().toUtf8();
        QVector<RemotePiece> pieces = mineruPieces(QJsonDocument::fromJson(list).array());
        if (pieces.isEmpty())
            pieces.append({.markdown = result->value("md_content"_L1).toString()});
        return RemoteText{.pieces = pieces, .version = result->value("version"_L1).toString()};
    }

private:
    static QString before3() { return u"before 3"_s; }

    const ServiceAddress m_address;
    LearnedVersion m_version;
};

} // namespace

std::unique_ptr<RemoteService> makeMineruService(const ServiceSetup& setup)
{
    return std::make_unique<MineruService>(setup.address);
}

} // namespace sheaf
