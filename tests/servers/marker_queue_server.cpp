// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/conversion_server.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace sheaf::testing {

namespace {

class MarkerQueueRoutes : public ConversionRoutes
{
public:
    MarkerQueueRoutes(const QString& folder, const QString& markdown) : m_folder(folder), m_markdown(markdown) {}

    bool begins(const ServedRequest& request) const override
    {
        return request.method == "POST" && request.path == "/convert"_L1;
    }

    ServedReply answer(const ServedRequest& request, ConversionJobs& jobs) override
    {
        if (begins(request)) {
            const QString id = jobs.begin();
            m_files.insert(id, request.json().value("file_path"_L1).toString());
            return ServedReply::json({{u"job_id"_s, id}, {u"status"_s, u"pending"_s}});
        }
        const QString id = request.path.section('/'_L1, -1);
        if (jobs.isLost(id) || !jobs.isDone(id)) // Celery: what it does not know is pending
            return ServedReply::json({{u"job_id"_s, id}, {u"status"_s, u"pending"_s}});
        QString error = jobs.behaviour.error;
        if (!QFile::exists(QDir(m_folder).filePath(m_files.value(id))))
            error = u"File not found: "_s + m_files.value(id);
        if (!error.isEmpty())
            return ServedReply::json({{u"job_id"_s, id}, {u"status"_s, u"failed"_s}, {u"error"_s, error}});
        return ServedReply::json({{u"job_id"_s, id},
                                  {u"status"_s, u"completed"_s},
                                  {u"result"_s, QJsonObject{{u"markdown"_s, m_markdown}}}});
    }

private:
    const QString m_folder, m_markdown;
    QHash<QString, QString> m_files; ///< of the jobs
};

} // namespace

std::unique_ptr<ConversionRoutes> markerQueueRoutes(const QString& folder, const QString& markdown)
{
    return std::make_unique<MarkerQueueRoutes>(folder, markdown);
}

} // namespace sheaf::testing
