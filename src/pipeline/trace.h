// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paper.h"

#include <QElapsedTimer>
#include <QFile>
#include <QHash>

/**
 * Where a run's time went: one span for each paper in each stage, as Chrome trace JSON (opens in Perfetto). Written
 * while it runs to the file that the variable SHEAF_TRACE names; without it every call is nothing. Engine thread.
 */
namespace sheaf {

class Trace
{
public:
    Trace();
    ~Trace();

    /** A paper enters a stage ("acquire", "convert", "read"); entering the next one ends the last. */
    void begin(PaperId paper, const char* stage);
    void end(PaperId paper);

private:
    struct Span
    {
        const char* stage;
        qint64 startedUs;
    };
    qint64 nowUs() const { return m_clock.nsecsElapsed() / 1000; }

    QFile m_file;
    QElapsedTimer m_clock;
    QHash<PaperId, Span> m_open;
};

} // namespace sheaf
