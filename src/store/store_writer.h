// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"

#include <QDateTime>
#include <QObject>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

/**
 * The thread that writes. What is posted while one transaction is on its way makes up the next one, so an idle file is
 * written at once and a busy one by groups, without a timer. After a failure everything that was posted is kept, in
 * order, until retry(). post() and retry() from any thread; signals come on this object's thread.
 */
namespace sheaf {

class SqlConnection;

/** Emitted by the writer thread; connected to whoever waits, so that Qt minds the receiver's life and thread. */
class CommitSignal : public QObject
{
    Q_OBJECT
Q_SIGNALS:
    void committed();
};

class StoreWriter : public QObject
{
    Q_OBJECT
public:
    using Operation = std::function<Result<void>(SqlConnection&)>;

    explicit StoreWriter(QString path);
    /** Writes what was posted, then ends the thread. */
    ~StoreWriter() override;

    void post(Operation operation);
    void afterCommit(QObject* context, std::function<void()> then);
    void retry();
    QDateTime lastCommit() const;

Q_SIGNALS:
    void failed(const sheaf::Failure& failure);

private:
    /** One posted step: a write, or word to somebody that all before it is on disk. */
    struct Step
    {
        Operation operation;
        std::unique_ptr<CommitSignal> signal;
    };
    using Group = std::vector<Step>;

    void enqueue(Step step);
    void work();
    bool waitForGroup(Group& group);
    void putBack(Group& group);
    Result<void> write(Group& group);
    Result<void> openConnection();
    Result<void> checkFile() const;
    Result<void> runAll(Group& group);

    const QString m_path;
    std::unique_ptr<SqlConnection> m_connection; ///< the writer thread's own
    quint64 m_inode = 0;
    std::atomic<qint64> m_lastCommit = 0;

    std::mutex m_mutex; ///< for everything below
    std::condition_variable m_wake;
    Group m_waiting;
    bool m_broken = false;
    bool m_ending = false;
    bool m_lastTry = false; ///< the end has come and what was left was tried

    std::thread m_thread; ///< last: it uses all of the above
};

} // namespace sheaf
