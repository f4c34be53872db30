// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "acquire/courtesy.h"
#include "acquire/inspection.h"
#include "acquire/network_watch.h"
#include "acquire/source_registry.h"
#include "acquire/web_page.h"

#include <QObject>
#include <QSet>
#include <QThreadPool>

/**
 * One paper's way to its document: its local files, then each source's candidates, one after the other, until one is a
 * PDF (or text) and that paper. What a source calls a preprint or an accepted version waits until every source has been
 * asked for the published one. Engine thread; files are looked into on the pool. Deleting it gives up and removes what
 * was half fetched.
 */
namespace sheaf {

struct HttpReply;

/** What all acquisitions share. */
struct AcquireTools
{
    QObject& home; ///< on the engine thread, outlives what runs on the pool
    HttpClient& http;
    Courtesy& courtesy;
    NetworkWatch& network;
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
    /** Who gave no answer: a source, or a page that might have named a PDF. */
    struct Silent
    {
        QString name;
        Failure failure;
        bool isDown = false; ///< a source, and for every paper
    };
    /** A candidate, and how it came up. */
    struct Place
    {
        Candidate candidate;
        SourceResolver* source = nullptr;
        bool isNamed = true; ///< the source calls it a PDF; else it may be one, or a page that leads to one
        int links = 0;       ///< pages that were followed to get here
        /** Nobody has invited programs there. */
        bool isOffTheRoad() const { return candidate.isPage || links > 0; }
    };

    void nextFile();
    void fileInspected(const QString& path, const Result<Inspection>& result);
    void nextSource();
    void candidatesFound(SourceResolver& source, const Result<Candidates>& found);
    void blame(SourceResolver& source, const Failure& failure, void (Acquisition::*next)());
    void sourceFailed(const SourceResolver& source, const Failure& failure);
    bool isResting(const SourceResolver& source) const;
    void unlessOffline(const Failure& failure, std::function<void()> then);
    void nextPlace();
    bool mayVisit(const QUrl& url) const;
    void fetch(const Place& place);
    void fetched(const Place& place, const QUrl& where, const Result<HttpReply>& reply);
    void fetchFailed(const Place& place, const QUrl& where, const Failure& failure);
    void giveUp(const Place& place, const QUrl& where, const Failure& failure);
    void downloadInspected(const Place& place, const QUrl& url, const Result<Inspection>& result);
    void pageFetched(const Place& place, const QUrl& url, const QByteArray& html);
    void accept(const Place& place, const Inspection& inspection);
    void reject(const Failure& failure, const QString& place);
    void hint(PageKind kind, const QString& host);
    Failure verdict() const;

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
    QVector<Place> m_places;
    QVector<Place> m_lesser; ///< not the published version: for when there is none
    QSet<QUrl> m_tried;
    QSet<QString> m_deadHosts; ///< unreachable or silent: not asked again for this paper
    QVector<Failure> m_failures;
    QVector<Silent> m_silent;
    bool m_wasAnswered = false; ///< by a source that has to be asked
    QString m_hint;             ///< what a page said that gave no PDF
    std::stop_source m_stop;
};

} // namespace sheaf
