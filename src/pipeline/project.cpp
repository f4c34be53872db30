// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/project.h"

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** Steps that were running when the program ended fall back to where they go on. */
void restoreStates(PaperBook& papers)
{
    for (const PaperId paper : papers.inListOrder())
        if (isRunning(papers.state(paper)))
            papers.update(paper, [](PaperStatus& s) { s.state = restingState(s); });
}

} // namespace

Project::Project(std::unique_ptr<Store> opened, const StoreReader& file, std::unique_ptr<Fetcher> fetches,
                 const ConversionCache& cache, const LoadMeter& load)
    : store(std::move(opened)), settings(file.settings()), papers(*store),
      calls(*store, file.ledger(), file.openCalls()), fetcher(std::move(fetches)),
      flow({*store, papers, calls, *fetcher, cache}), snapshots(papers, flow, load), prices(papers, store->path()),
      decisions(*store, papers)
{
    papers.setColumns(file.columns());
    const QHash<PaperId, Record> records = file.records();
    const QHash<PaperId, AnsweredQuestions> answered = file.answered();
    for (const StoredPaper& stored : file.papers())
        papers.load(stored, records.value(stored.paper.id), answered.value(stored.paper.id));
    restoreStates(papers);
    flow.setSettings(settings);
    flow.followQuestions(papers.inListOrder());
}

} // namespace sheaf
