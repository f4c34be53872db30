// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/engine_bench.h"

#include <QDirIterator>

using namespace Qt::StringLiterals;

namespace sheaf::testing {

EngineBench::EngineBench() : m_project(folder.filePath(u"test.sheaf"_s))
{
    fetching.folder = folder.filePath(u"fetched"_s);
    restart();
}

void EngineBench::restart()
{
    core.reset();
    summary.reset();
    m_rows.clear();
    m_last.reset();
    StageTools tools;
    tools.fetcher = [this](const QString&, const Settings&) {
        auto made = std::make_unique<FakeFetcher>(fetching);
        fetcher = made.get();
        return made;
    };
    tools.converter = [this](const Settings&) -> Result<std::shared_ptr<Converter>> { return converter; };
    tools.reader = [this](const Settings&, const QString&) -> Result<std::shared_ptr<Reader>> {
        if (noReader)
            return std::unexpected(*noReader);
        auto made = std::make_shared<FakeReader>(reading);
        reader = made.get();
        return made;
    };
    tools.secondReader = [this](const Settings&, const QString&) -> Result<std::shared_ptr<Reader>> {
        if (noSecondReader)
            return std::unexpected(*noSecondReader);
        auto made = std::make_shared<FakeReader>(second);
        secondReader = made.get();
        return made;
    };
    tools.sink = [this](const QString&, const Settings&) -> Result<std::shared_ptr<ServiceSink>> {
        if (noSink)
            return std::unexpected(*noSink);
        return std::make_shared<FakeSink>(sinks);
    };
    EngineOptions options;
    options.cacheFolder = folder.filePath(u"cache"_s);
    options.snapshotMs = 5;
    core = std::make_unique<EngineCore>(options, tools);
    QObject::connect(core.get(), &EngineCore::snapshot, core.get(), [this](const SnapshotPtr& s) { keep(s); });
    QObject::connect(core.get(), &EngineCore::runFinished, core.get(), [this](const RunSummary& s) { summary = s; });
    QObject::connect(core.get(), &EngineCore::priced, core.get(),
                     [this](const PriceAnswer& answer) { prices.append(answer); });
    QObject::connect(core.get(), &EngineCore::delivered, core.get(),
                     [this](const DeliverySummary& s) { deliveries.append(s); });
    QObject::connect(core.get(), &EngineCore::openFailed, core.get(),
                     [this](const QString&, const Failure& failure) { openFailure = failure; });
    core->open(m_project);
}

void EngineBench::kill()
{
    // What is on disk now is all that a killed program leaves: it is put aside before the engine ends in order.
    const QString copy = folder.filePath(u"killed-%1.sheaf"_s.arg(QFileInfo(m_project).size() + reading.calls.size()));
    QFile::remove(copy);
    for (const QString& suffix : {u""_s, u"-wal"_s})
        QFile::copy(m_project + suffix, copy + suffix);
    core.reset();
    m_project = copy;
}

void EngineBench::keep(const SnapshotPtr& snapshot)
{
    m_last = snapshot;
    if (snapshot->reset)
        m_rows.clear();
    for (const PaperRow& row : snapshot->rows)
        m_rows.insert(row.id, row);
    for (const PaperId gone : snapshot->removed)
        m_rows.remove(gone);
    mostMarkerPapers = std::max(mostMarkerPapers, snapshot->strip.markerPapers);
    QMap<State, int> counted;
    for (const PaperRow& row : std::as_const(m_rows))
        ++counted[row.state];
    for (auto it = snapshot->totals.byState.cbegin(); it != snapshot->totals.byState.cend(); ++it)
        m_sumsWrong += *it != counted.value(it.key());
    m_sumsWrong += snapshot->totals.papers != m_rows.size();
}

void EngineBench::add(const QStringList& titles)
{
    ImportPlan plan;
    for (const QString& title : titles) {
        Paper paper;
        paper.title = title;
        plan.papers.append(paper);
    }
    core->addPapers(plan);
    QVERIFY(wait([&] { return std::ranges::all_of(titles, [this](const QString& title) { return id(title) != 0; }); }));
}

void EngineBench::set(const QString& key, const QString& value)
{
    const auto done = settings.set(key, value);
    QVERIFY(done.has_value());
    core->setSettings(settings);
}

bool EngineBench::finish()
{
    return wait([this] { return summary.has_value(); });
}

PaperRow EngineBench::row(const QString& title) const
{
    const auto found = std::ranges::find(m_rows, title, &PaperRow::title);
    return found == m_rows.cend() ? PaperRow() : *found;
}

int EngineBench::count(State state) const
{
    return int(std::ranges::count(m_rows, state, &PaperRow::state));
}

bool EngineBench::hasTrouble(const QString& code) const
{
    return m_last &&
           std::ranges::any_of(m_last->troubles, [&](const StageTrouble& t) { return t.failure.code == code; });
}

} // namespace sheaf::testing
