// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/services/piece_joiner.h"
#include "convert/services/remote_services.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QScopeGuard>

using namespace Qt::StringLiterals;

/**
 * A queue of marker jobs without uploads: POST /convert names a file in a folder that both sides see
 * ("convert.folder"), GET /jobs/{id} tells how it goes. An id that it does not know is pending for ever, so that only
 * the deadline ends the waiting. Tells no version and no pages.
 */
namespace sheaf {

namespace {

std::unexpected<Failure> needsFolder(const QString& detail)
{
    return fail(Stage::Convert, u"convert.service-folder"_s,
                QCoreApplication::translate("convert", "The conversion service reads documents from a folder that it "
                                                       "shares with this computer; set that folder (convert.folder)."),
                detail, true);
}

class QueueJob
{
public:
    QueueJob(const ServiceSetup& setup, const RemoteJob& job)
        : m_calls(setup.address, job.stop), m_job(job), m_fileName(QString::fromLatin1(job.input.sha256) + u".pdf"_s),
          m_path(QDir(setup.folder).filePath(m_fileName))
    {}

    Result<QString> begin()
    {
        // Under its own hash: whoever puts it there again puts the same.
        const QString temporary = m_path + u".part"_s;
        QFile::remove(temporary);
        QFile source(m_job.input.path);
        if (!source.copy(temporary) || (!QFile::exists(m_path) && !QFile::rename(temporary, m_path)))
            return needsFolder(m_path + u": "_s + source.errorString());
        QFile::remove(temporary);
        const QJsonObject body{{u"file_path"_s, m_fileName},
                               {u"quality"_s, m_job.preset},
                               {u"markdown_only"_s, true},
                               {u"langs"_s, QJsonArray{u"English"_s}}};
        const auto answer = jsonOf(m_calls.submit(m_calls.post(m_calls.url(u"/convert"_s, {u"/convert"_s}), body)));
        if (!answer)
            return std::unexpected(answer.error());
        const QString id = answer->value("job_id"_L1).toString();
        return id.isEmpty() ? Result<QString>(serviceRefuses(u"no job id"_s)) : id;
    }

    Result<QJsonObject> finish(const QString& id)
    {
        auto done = m_calls.lookUntilDone([&] { return look(id); });
        const bool isOver = done || (!isServiceTrouble(done.error()) && done.error().code != "stopped"_L1);
        if (isOver)
            QFile::remove(m_path);
        return done;
    }

private:
    Result<std::optional<QJsonObject>> look(const QString& id)
    {
        const auto answer = jsonOf(m_calls.send(m_calls.get(m_calls.url(u"/jobs/"_s + id, {u"/convert"_s}))));
        if (!answer)
            return std::unexpected(answer.error());
        const QString status = answer->value("status"_L1).toString();
        if (status == "completed"_L1)
            return answer->value("result"_L1).toObject();
        if (status != "failed"_L1 && status != "revoked"_L1)
            return std::nullopt;
        const QString error = answer->value("error"_L1).toString();
        if (error.startsWith("File not found"_L1)) // the two folders are not the same
            return needsFolder(error);
        return isMemoryTrouble(error) ? documentNeedsMemory(error) : documentFailed(error);
    }

    ServiceCalls m_calls;
    const RemoteJob& m_job;
    const QString m_fileName, m_path;
};

class JobService : public RemoteService
{
public:
    explicit JobService(const ServiceSetup& setup) : m_setup(setup) {}
    QString kind() const override { return u"job-service"_s; }
    QString label() const override { return {}; }

    Result<RemoteText> convert(const RemoteJob& job) override
    {
        if (m_setup.folder.isEmpty())
            return needsFolder(u"convert.folder is not set"_s);
        QueueJob work(m_setup, job);
        const auto result = runNamedJob(
            job.shelf, [&] { return work.begin(); }, [&](const QString& id) { return work.finish(id); });
        if (!result)
            return std::unexpected(result.error());
        return RemoteText{.pieces = piecesOfMarked(result->value("markdown"_L1).toString())};
    }

private:
    const ServiceSetup m_setup;
};

} // namespace

std::unique_ptr<RemoteService> makeJobService(const ServiceSetup& setup)
{
    return std::make_unique<JobService>(setup);
}

} // namespace sheaf
