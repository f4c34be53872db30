// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/read/read_plan.h"

#include <algorithm>

namespace sheaf {

namespace {

/** As many groups as there are free workers, their sizes differing by one at most. */
QVector<int> shareEvenly(const ReadSituation& now)
{
    const int limit = now.batches ? now.batchLimit : 1;
    int left = std::min<qint64>(now.waiting, qint64(now.freeWorkers) * limit);
    QVector<int> groups;
    for (int workers = now.freeWorkers; workers > 0 && left > 0; --workers) {
        groups.append((left + workers - 1) / workers);
        left -= groups.last();
    }
    return groups;
}

} // namespace

ReadPlan planReads(ReadSituation now)
{
    if (now.waiting <= 0 || now.freeWorkers <= 0)
        return {};
    if (!now.batches || !now.moreComing)
        return {shareEvenly(now)};

    ReadPlan plan;
    if (now.firstOfRun) {
        plan.groups.append(1);
        --now.waiting;
        --now.freeWorkers;
    }
    if (now.waiting == 0 || now.freeWorkers == 0)
        return plan;
    const qint64 wait =
        std::min(ReadCollectMs - now.sinceLastArrivalMs, ReadCollectLongestMs - now.sinceFirstArrivalMs);
    if (wait > 0 && now.waiting < now.batchLimit) {
        plan.lookAgainMs = int(wait);
        return plan;
    }
    for (; now.waiting > 0 && now.freeWorkers > 0; --now.freeWorkers) {
        plan.groups.append(std::min(now.waiting, now.batchLimit));
        now.waiting -= plan.groups.last();
    }
    return plan;
}

} // namespace sheaf
