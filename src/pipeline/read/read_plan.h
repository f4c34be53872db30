// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>

/**
 * Which waiting papers a free reader takes, and when: pure arithmetic on what the read stage sees.
 *
 * Converted papers come in bursts, because converters that started together finish together. While more work is coming,
 * the papers of a burst are collected for a moment and go out as one batch to one worker, so that the other workers
 * stay free for the next burst; the very first paper of a run never waits. When nothing more is coming, what waits is
 * shared evenly by all free workers at once. Where there are no batches every free worker takes one paper at once.
 */
namespace sheaf {

struct ReadSituation
{
    int waiting = 0;
    int freeWorkers = 0;
    bool batches = false; ///< the reader has them and the user allows the wait
    int batchLimit = 1;
    bool moreComing = false; ///< papers are on their way to the LLM queue
    bool firstOfRun = false; ///< nothing was sent yet
    qint64 sinceLastArrivalMs = 0;
    qint64 sinceFirstArrivalMs = 0; ///< of those that wait
};

struct ReadPlan
{
    QVector<int> groups;  ///< papers for one worker each, from the front of the queue
    int lookAgainMs = -1; ///< collecting until then; -1 = the next event decides
};

inline constexpr int ReadCollectMs = 60;
inline constexpr int ReadCollectLongestMs = 150;

ReadPlan planReads(ReadSituation now);

} // namespace sheaf
