// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/acquire/notice_watch.h"
#include "pipeline/engine/decisions.h"
#include "pipeline/engine/flow.h"
#include "pipeline/engine/snapshot_maker.h"
#include "pipeline/read/column_proposer.h"
#include "pipeline/read/price_check.h"
#include "pipeline/results/sink_stage.h"

/** The open project file with the papers' way through it. Engine thread; members in the order of need: the flow ends
 * first, the store last, after writing what was posted. */
namespace sheaf {

struct Project
{
    Project(std::unique_ptr<Store> opened, const StoreReader& file, std::unique_ptr<Fetcher> fetches,
            const ConversionCache& cache, const LoadMeter& load, SinkStage::MakeSink makeSink,
            const SecretSource& secrets);

    std::unique_ptr<Store> store;
    Settings settings;
    PaperBook papers;
    CallBook calls;
    std::unique_ptr<Fetcher> fetcher;
    Flow flow;
    SinkStage sinks;
    SnapshotMaker snapshots;
    PriceCheck prices;
    ColumnProposer proposer;
    Decisions decisions;
    NoticeWatch notices;
    WorkPool files{1}; ///< exports and reading again
    QObject scope;     ///< what was asked for this project is dropped with it
};

} // namespace sheaf
