// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paper.h"

#include <QFile>
#include <QHash>

#include <chrono>
#include <memory>
#include <mutex>

class QJsonObject;

/**
 * Where a run's time went, as Chrome trace JSON (opens in Perfetto): a lane for each paper with one span for each of
 * its stages, and a lane for each of the threads on which networks run. Written while it runs to the file that the
 * variable SHEAF_TRACE names; without it every call is nothing. Engine thread; the networks' threads write for
 * themselves.
 */
namespace sheaf {

namespace gpu {
class RunObserver;
struct RunSpan;
} // namespace gpu

class Trace
{
public:
    Trace();
    ~Trace();

    /** A paper enters a stage ("acquire", "convert", "read"); entering the next one ends the last. */
    void begin(PaperId paper, const char* stage);
    void end(PaperId paper);

private:
    using Time = std::chrono::steady_clock::time_point;
    struct Span
    {
        const char* stage;
        Time started;
    };
    qint64 microseconds(Time time) const;
    void write(int lanes, qint64 lane, const char* name, Time begin, Time end, const QJsonObject& details);
    void write(const QJsonObject& event);

    const Time m_start = std::chrono::steady_clock::now();
    std::mutex m_mutex; ///< guards the file
    QFile m_file;
    QHash<PaperId, Span> m_open;
    std::unique_ptr<gpu::RunObserver> m_networks; ///< ends before what it writes into
};

} // namespace sheaf
