// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/engine/project.h"

#include "core/second_reader.h"

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
                 const ConversionCache& cache, const LoadMeter& load, SinkStage::MakeSink makeSink,
                 const SecretSource& secrets)
    : store(std::move(opened)), settings(file.settings()), papers(*store),
      calls(*store, file.ledger(), file.openCalls()), fetcher(std::move(fetches)),
      flow({*store, papers, calls, *fetcher, cache}), sinks(*store, papers, file.deliveries(), std::move(makeSink)),
      snapshots(papers, flow, sinks, load), prices(papers, store->path()), proposer(papers, *store, calls),
      decisions(*store, papers), notices(papers, secrets)
{
    papers.setColumns(file.columns());
    papers.setSecondColumns(secondReaderColumns(file.columns(), settings));
    const QHash<PaperId, PaperReadings> readings = file.readings();
    const QHash<PaperId, AnsweredQuestions> answered = file.answered();
    const QHash<PaperId, AnsweredQuestions> second = file.answered(ReaderRole::Second);
    for (const StoredPaper& stored : file.papers()) {
        const PaperId id = stored.paper.id;
        papers.load(stored, readings.value(id), answered.value(id), second.value(id));
    }
    restoreStates(papers);
    flow.setSettings(settings);
    sinks.setSettings(settings);
    flow.followQuestions(papers.inListOrder());
}

} // namespace sheaf
