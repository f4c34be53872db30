// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paper.h"
#include "pipeline/engine/work_pool.h"

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QHash>
#include <QSet>
#include <QTimer>

#include <stop_token>

/**
 * Documents that the user downloads with the browser: what comes new into the watched folder is waited for until it is
 * whole, looked into, and matched to one of the papers that want a document. What lay there before is left alone. Lives
 * on a thread with an event loop; files are looked into on a pool. It changes nothing in the folder.
 */
namespace sheaf {

struct DocumentFacts;

class DownloadWatch : public QObject
{
    Q_OBJECT
public:
    explicit DownloadWatch(QObject* parent = nullptr);
    ~DownloadWatch() override;

    /** Empty = nothing is watched. What lies there now is known from then on. */
    void setFolder(const QString& folder);
    QString folder() const { return m_folder; }
    /** Those that want a document. A file that came before its paper was named is looked at again. */
    void setPapers(const QVector<Paper>& papers);
    /** The paper whose page was opened last: asked about where a document does not say what it is. 0 = none. */
    void setExpected(PaperId paper) { m_expected = paper; }

    /** Copies the document into `folder`, under its hash, so that the user may clear the downloads; taken() follows,
     * with the place it lies at where it could not be copied. */
    void take(PaperId paper, const QString& path, const QString& folder);

    /** The system's download folder. */
    static QString systemFolder();

Q_SIGNALS:
    /** It is that paper's. */
    void matched(sheaf::PaperId paper, const QString& path, const QString& reason);
    /** It may be; the user is to say. */
    void unsure(sheaf::PaperId paper, const QString& path, const QString& reason);
    void taken(sheaf::PaperId paper, const QString& path);

private:
    /** What a file was like when it was looked at last. */
    struct Seen
    {
        qint64 size = -1;
        QDateTime changed;
        bool operator==(const Seen&) const = default;
    };
    struct Verdict
    {
        PaperId paper = 0;
        bool sure = false;
        bool isDocument = false;
        QString reason;
    };
    void scan();
    QHash<QString, Seen> documents() const;
    void look(const QString& path);
    void watchGrowth(const QString& path);
    static Verdict judge(const QString& path, const QVector<Paper>& papers, PaperId expected, std::stop_token stop);

    QString m_folder;
    QFileSystemWatcher m_watcher;
    QTimer m_settle;                 ///< a file is whole when it did not change meanwhile
    QHash<QString, Seen> m_known;    ///< looked at, or there before
    QHash<QString, Seen> m_arriving; ///< seen once, perhaps still growing
    QSet<QString> m_unclaimed;       ///< whole, and none of the papers so far
    QVector<Paper> m_papers;
    int m_generation = 0; ///< of the papers
    PaperId m_expected = 0;
    std::stop_source m_stop;
    WorkPool m_pool{1};
};

} // namespace sheaf
