// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store_writer.h"

#include "core/log.h"
#include "store/sql_connection.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** 0 where there is no such file. */
quint64 inodeOf(const QString& path)
{
    struct stat info = {};
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? quint64(info.st_ino) : 0;
}

} // namespace

StoreWriter::StoreWriter(QString path) : m_path(std::move(path)), m_inode(inodeOf(m_path)), m_thread([this] { work(); })
{}

StoreWriter::~StoreWriter()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void StoreWriter::post(Operation operation)
{
    enqueue({std::move(operation), nullptr});
}

void StoreWriter::afterCommit(QObject* context, std::function<void()> then)
{
    auto signal = std::make_unique<CommitSignal>();
    connect(signal.get(), &CommitSignal::committed, context, std::move(then), Qt::QueuedConnection);
    signal->moveToThread(nullptr); // it is emitted and deleted by the writer thread
    enqueue({nullptr, std::move(signal)});
}

void StoreWriter::retry()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_broken = false;
    }
    m_wake.notify_one();
}

QDateTime StoreWriter::lastCommit() const
{
    const qint64 at = m_lastCommit;
    return at ? QDateTime::fromMSecsSinceEpoch(at, Qt::UTC) : QDateTime();
}

void StoreWriter::enqueue(Step step)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting.push_back(std::move(step));
    }
    m_wake.notify_one();
}

void StoreWriter::work()
{
    Group group;
    while (waitForGroup(group)) {
        if (auto written = write(group); !written) {
            putBack(group);
            QMetaObject::invokeMethod(
                this, [this, failure = written.error()] { Q_EMIT failed(failure); }, Qt::QueuedConnection);
            continue;
        }
        m_lastCommit = QDateTime::currentMSecsSinceEpoch();
        for (const Step& step : group) {
            if (step.signal)
                Q_EMIT step.signal->committed();
        }
        group.clear();
    }
    m_connection.reset();
}

/** False at the end. A broken file is tried once more before the end. */
bool StoreWriter::waitForGroup(Group& group)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_ending || (!m_broken && !m_waiting.empty()); });
    if (m_waiting.empty())
        return false;
    if (m_ending && std::exchange(m_lastTry, true)) {
        qCCritical(logStore) << m_waiting.size() << "changes could not be written to" << m_path;
        return false;
    }
    group.swap(m_waiting);
    return true;
}

void StoreWriter::putBack(Group& group)
{
    const std::scoped_lock lock(m_mutex);
    m_broken = true;
    group.insert(group.end(), std::make_move_iterator(m_waiting.begin()), std::make_move_iterator(m_waiting.end()));
    m_waiting.swap(group);
    group.clear();
}

Result<void> StoreWriter::write(Group& group)
{
    if (auto there = checkFile(); !there)
        return there;
    if (auto open = openConnection(); !open)
        return open;
    if (auto begun = m_connection->run("BEGIN IMMEDIATE"); !begun)
        return begun;
    auto written = runAll(group);
    if (written)
        written = m_connection->run("COMMIT");
    if (!written)
        m_connection->rollBack();
    return written;
}

Result<void> StoreWriter::openConnection()
{
    if (m_connection)
        return {};
    auto connection = SqlConnection::open(m_path, SqlConnection::Mode::Write);
    if (!connection)
        return std::unexpected(connection.error());
    // NORMAL: a killed program loses nothing; a power cut may lose the last moments, but never the file.
    if (auto set = (*connection)->execute(u"PRAGMA synchronous = NORMAL"_s); !set)
        return set;
    m_connection = std::move(*connection);
    return {};
}

/** SQLite would go on writing to a file that was deleted or replaced, and all of that would be lost. */
Result<void> StoreWriter::checkFile() const
{
    if (inodeOf(m_path) == m_inode)
        return {};
    return fail(Stage::Store, u"store.gone"_s,
                QCoreApplication::translate("store", "“%1” was moved or deleted; put it back to go on.")
                    .arg(QFileInfo(m_path).fileName()),
                m_path, true);
}

Result<void> StoreWriter::runAll(Group& group)
{
    for (const Step& step : group) {
        if (!step.operation)
            continue;
        if (auto done = step.operation(*m_connection); !done)
            return done;
    }
    return {};
}

} // namespace sheaf
