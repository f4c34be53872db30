// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/run_session.h"

#include "cli/console.h"
#include "cli/verbs.h"
#include "core/second_reader.h"
#include "pipeline/import/existing.h"

#include <QCoreApplication>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace sheaf::cli {

RunSession::RunSession(Options options, std::unique_ptr<Progress> progress, QObject* parent)
    : QObject(parent), m_options(std::move(options)), m_progress(std::move(progress))
{
    connect(&m_signals, &StopSignals::stopRequested, this, [this] {
        m_stopped = true;
        m_engine.stop();
    });
    connect(&m_engine, &Engine::opened, this,
            [this](const QString&, const Settings& settings, const QVector<Column>& columns) {
                onOpened(settings, columns);
            });
    connect(&m_engine, &Engine::openFailed, this, [this](const QString&, const Failure& failure) {
        complain(failure);
        end(CouldNotRun);
    });
    connect(&m_engine, &Engine::snapshot, this, [this](const SnapshotPtr& snapshot) { onSnapshot(*snapshot); });
    connect(&m_engine, &Engine::runFinished, this, &RunSession::onFinished);
    connect(&m_engine, &Engine::exported, this, [this](const QString& path, const std::optional<Failure>& failure) {
        if (failure) {
            complain(u"%1: %2 [%3]"_s.arg(path, failure->message, failure->code));
            m_status = std::max(m_status, int(SomeFailed));
        }
        exportNext();
    });
}

int RunSession::exec()
{
    m_engine.open(m_options.project);
    return QCoreApplication::exec();
}

void RunSession::onOpened(const Settings& settings, const QVector<Column>& columns)
{
    m_settings = settings.overlaid(m_options.settings);
    for (const QString& name :
         unknownSecondColumns(m_options.columns.isEmpty() ? columns : m_options.columns, m_settings))
        complain(QCoreApplication::translate("cli", "sheaf-cli: second.columns: there is no column “%1”.").arg(name));
    m_engine.setSettings(m_settings);
    if (!m_options.columns.isEmpty())
        m_engine.setColumns(m_options.columns);
    if (!addInputs()) {
        end(CouldNotRun);
        return;
    }
    if (m_options.retryFailed)
        m_engine.retryPapers(m_options.retryPapers);
    if (m_stopped) // before there was a run to stop
        end(Stopped);
    else
        m_engine.start();
}

bool RunSession::addInputs()
{
    if (m_options.inputs.isEmpty())
        return true;
    const auto existing = existingPapers(m_options.project);
    if (!existing) {
        complain(existing.error());
        return false;
    }
    const ImportPlan plan =
        importNow(m_options.inputs, *existing, ZoteroAccess::from(m_settings, secretFromEnvironment),
                  CompletionWish{m_settings, true});
    for (const ImportWarning& warning : plan.warnings)
        complain(u"%1:%2: %3 %4"_s.arg(warning.file).arg(warning.line).arg(warning.message, warning.remedy).trimmed());
    if (!plan.fills.isEmpty())
        complain(QCoreApplication::translate("cli", "What the lists left out was filled in for %n paper(s).", nullptr,
                                             int(plan.fills.size())));
    for (const ImportSource& source : plan.sources)
        if (source.failure)
            complain(u"%1: %2 [%3]"_s.arg(source.name, source.failure->message, source.failure->code));
    if (plan.papers.isEmpty() && plan.duplicates.isEmpty() && existing->papers.isEmpty()) {
        complain(QCoreApplication::translate("cli", "sheaf-cli: no papers were found in what was given."));
        return false;
    }
    m_engine.addPapers(plan);
    return true;
}

void RunSession::onSnapshot(const Snapshot& snapshot)
{
    m_progress->show(snapshot);
    for (const PaperRow& row : snapshot.rows) {
        if (row.notice.isEmpty() || m_noticed.contains(row.id))
            continue;
        m_noticed.insert(row.id);
        complain(u"%1: %2"_s.arg(row.title.isEmpty() ? row.doi : row.title, row.notice));
    }
    if (!snapshot.blocked || std::exchange(m_blocked, true))
        return;
    m_piloted =
        std::ranges::all_of(snapshot.troubles, [](const StageTrouble& t) { return t.failure.code == "read.pilot"_L1; });
    m_engine.stop();
}

void RunSession::onFinished(const RunSummary& summary)
{
    m_progress->end(summary);
    if (summary.unsent > 0)
        complain(QCoreApplication::translate("cli", "%n result(s) wait in the file for a service and go out later",
                                             nullptr, summary.unsent));
    if (m_blocked && !m_piloted)
        m_status = summary.done > 0 ? SomeFailed : CouldNotRun;
    else if (summary.stopped && !m_piloted)
        m_status = Stopped;
    else
        m_status = summary.failed + summary.held + summary.cancelled > 0 ? SomeFailed : AllDone;
    exportNext();
}

void RunSession::exportNext()
{
    if (m_options.exports.isEmpty())
        end(m_status);
    else
        m_engine.exportTo(m_options.exports.takeFirst());
}

void RunSession::end(int status)
{
    QTimer::singleShot(0, this, [status] { QCoreApplication::exit(status); });
}

} // namespace sheaf::cli
