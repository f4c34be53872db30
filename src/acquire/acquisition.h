// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "acquire/courtesy.h"
#include "acquire/inspection.h"
#include "acquire/source_registry.h"

#include <QObject>
#include <QThreadPool>

/**
 * One paper's way to its document: its local files, then each source's candidates, one after the other, until one is a
 * PDF (or text) and that paper. Engine thread; files are looked into on the pool. Deleting it gives up and removes what
 * was half fetched.
 */
namespace sheaf {

/** What all acquisitions share. */
struct AcquireTools
{
    QObject& home; ///< on the engine thread, outlives what runs on the pool
    HttpClient& http;
    Courtesy& courtesy;
    QThreadPool& pool;
    QString folder;
    Settings settings;
    std::shared_ptr<const Sources> sources;
};

/** Downloads that are not checked yet are called so. */
inline constexpr QLatin1StringView fetchedPrefix("fetch-");

class Acquisition : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(Result<Acquired>)>;
    /** `done` is called once, later; it may schedule the deletion of this object but not delete it. */
    Acquisition(const AcquireTools& tools, const Paper& paper, const QString& password, Acquirer::Note note, Done done);
    ~Acquisition() override;

    void start();
    /** From now on `done` is not called any more; the object is to be deleted. */
    void stop();

private:
    void nextFile();
    void fileInspected(const QString& path, const Result<Inspection>& result);
    void nextSource();
    void candidatesFound(const Result<QVector<Candidate>>& found);
    void nextCandidate();
    void fetch(const Candidate& candidate, bool mayFollowPage);
    void fetched(const Candidate& candidate, bool mayFollowPage, const QUrl& url);
    void fetchFailed(const Failure& failure, const QString& host);
    void downloadInspected(const Candidate& candidate, bool mayFollowPage, const QUrl& url,
                           const Result<Inspection>& result);
    void accept(const Candidate& candidate, const Inspection& inspection);
    void reject(const Failure& failure, const QString& place);

    using Inspected = std::function<void(const Result<Inspection>&)>;
    void inspect(const QString& path, const QString& name, const Paper& expected, Inspected inspected);
    void end(Result<Acquired> result);

    const AcquireTools m_tools;
    const Paper m_paper;
    const QString m_password;
    const Acquirer::Note m_note;
    Done m_done;
    const QString m_download; ///< where candidates are fetched to

    QStringList m_files;
    size_t m_source = 0;
    QVector<Candidate> m_candidates;
    QSet<QUrl> m_tried;
    QSet<QString> m_deadHosts; ///< unreachable or silent: not asked again for this paper
    QVector<Failure> m_failures;
    std::stop_source m_stop;
};

} // namespace sheaf
