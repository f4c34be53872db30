// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThreadPool>

#include <memory>

/**
 * Runs blocking work on threads of its own and hands each result back to the thread that owns this object. Destroying
 * it waits for what runs (so work that may be long takes a stop token) and drops the results that were not handed back.
 */
namespace sheaf {

class WorkPool : public QObject
{
    Q_OBJECT
public:
    explicit WorkPool(int threads, QObject* parent = nullptr) : QObject(parent)
    {
        m_pool.setMaxThreadCount(threads);
        m_pool.setExpiryTimeout(-1); // workers may own expensive state
    }
    ~WorkPool() override
    {
        m_pool.clear();
        m_pool.waitForDone();
    }

    void setThreads(int threads) { m_pool.setMaxThreadCount(threads); }

    /** `work` runs on a pool thread; `done(result)` runs later on this object's thread. */
    template <typename Work, typename Done> void run(Work work, Done done)
    {
        m_pool.start([this, work = std::move(work), done = std::move(done)]() mutable {
            auto result = std::make_shared<decltype(work())>(work());
            QMetaObject::invokeMethod(
                this, [done = std::move(done), result]() mutable { done(std::move(*result)); }, Qt::QueuedConnection);
        });
    }

private:
    QThreadPool m_pool;
};

} // namespace sheaf
