// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/acquire/download_watch.h"

#include "acquire/file_matcher.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr int settleMs = 700; // between two looks at a file that arrives
constexpr qsizetype mostUnclaimed = 50;

/** Browsers write beside the name (Firefox leaves it empty meanwhile) or under another one, until the file is whole. */
bool isPartial(const QFileInfo& file)
{
    return file.size() == 0 || QFileInfo::exists(file.filePath() + ".part"_L1) ||
           QFileInfo::exists(file.filePath() + ".crdownload"_L1);
}

} // namespace

DownloadWatch::DownloadWatch(QObject* parent) : QObject(parent)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    connect(&m_settle, &QTimer::timeout, this, &DownloadWatch::scan);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &DownloadWatch::scan);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &DownloadWatch::scan);
}

DownloadWatch::~DownloadWatch()
{
    m_stop.request_stop();
}

QString DownloadWatch::systemFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
}

void DownloadWatch::setFolder(const QString& folder)
{
    if (folder == m_folder)
        return;
    if (const QStringList old = m_watcher.directories() + m_watcher.files(); !old.isEmpty())
        m_watcher.removePaths(old);
    m_folder = folder;
    m_arriving.clear();
    m_unclaimed.clear();
    m_known = documents();
    if (!folder.isEmpty() && QFileInfo(folder).isDir())
        m_watcher.addPath(folder);
}

void DownloadWatch::setPapers(const QVector<Paper>& papers)
{
    m_papers = papers;
    ++m_generation;
    for (const QString& path : std::exchange(m_unclaimed, {}))
        look(path);
}

/** The documents of the folder that no browser is writing. */
QHash<QString, DownloadWatch::Seen> DownloadWatch::documents() const
{
    QHash<QString, Seen> found;
    if (m_folder.isEmpty())
        return found;
    const QDir folder(m_folder);
    for (const QFileInfo& file : folder.entryInfoList({u"*.pdf"_s}, QDir::Files | QDir::Readable)) {
        if (!isPartial(file))
            found.insert(file.absoluteFilePath(), {file.size(), file.lastModified()});
    }
    return found;
}

void DownloadWatch::scan()
{
    const QHash<QString, Seen> now = documents();
    QHash<QString, Seen> arriving;
    for (auto it = now.cbegin(); it != now.cend(); ++it) {
        const QString& path = it.key();
        if (m_known.value(path) == it.value())
            continue;
        if (m_arriving.value(path) == it.value() && !m_settle.isActive()) {
            m_known.insert(path, it.value());
            look(path);
        } else {
            arriving.insert(path, it.value());
        }
    }
    m_arriving = arriving;
    if (!m_arriving.isEmpty() && !m_settle.isActive())
        m_settle.start();
}

void DownloadWatch::look(const QString& path)
{
    m_pool.run([path, papers = m_papers, expected = m_expected,
                stop = m_stop.get_token()] { return judge(path, papers, expected, stop); },
               [this, path, generation = m_generation](const Verdict& verdict) {
                   if (verdict.paper == 0) {
                       if (!verdict.isDocument)
                           watchGrowth(path);
                       else if (generation != m_generation) // other papers need one since
                           look(path);
                       else if (m_unclaimed.size() < mostUnclaimed)
                           m_unclaimed.insert(path);
                       return;
                   }
                   if (verdict.sure)
                       Q_EMIT matched(verdict.paper, path, verdict.reason);
                   else
                       Q_EMIT unsure(verdict.paper, path, verdict.reason);
               });
}

/** The folder would not say that a file in it grows on, which it may have done while it was looked at. */
void DownloadWatch::watchGrowth(const QString& path)
{
    m_watcher.addPath(path);
    scan();
}

void DownloadWatch::take(PaperId paper, const QString& path, const QString& folder)
{
    m_pool.run(
        [path, folder, stop = m_stop.get_token()] {
            const auto hash = hashFile(path, stop);
            const QString copy = QDir(folder).filePath(QString::fromLatin1(hash.value_or(QByteArray())) + ".pdf"_L1);
            const bool isThere = hash && QDir().mkpath(folder) && (QFile::exists(copy) || QFile::copy(path, copy));
            return isThere ? copy : path;
        },
        [this, paper](const QString& place) { Q_EMIT taken(paper, place); });
}

DownloadWatch::Verdict DownloadWatch::judge(const QString& path, const QVector<Paper>& papers, PaperId expected,
                                            std::stop_token stop)
{
    const auto facts = documentFacts(path, {}, stop);
    if (!facts || facts->isStub)
        return {};
    const FileMatch match = FileMatcher(papers).match(*facts);
    if (match.paper == 0) {
        const bool isWanted = std::ranges::find(papers, expected, &Paper::id) != papers.end();
        return {isWanted ? expected : 0, false, true,
                QCoreApplication::translate("pipeline", "its page was opened last")};
    }
    const auto paper = std::ranges::find(papers, match.paper, &Paper::id);
    if (facts->isSupplement)
        return {match.paper, false, true, QCoreApplication::translate("pipeline", "it calls itself a supplement")};
    // The list's own check, too: a comment on a paper names it in its title.
    const bool isThat = checkIdentity(*paper, *facts).status != Validation::Failed;
    return {match.paper, match.sure && isThat, true, match.reason};
}

} // namespace sheaf
