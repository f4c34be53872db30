// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/progress.h"
#include "cli/stop_signals.h"
#include "pipeline/engine/engine.h"

/**
 * One run from the command line: opens the project, adds what is new, runs, exports, and says how it ended. Ends early
 * when nothing moves any more and only the user could help (a key, an e-mail address, the cap). Main thread.
 */
namespace sheaf::cli {

class RunSession : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        QString project;
        QStringList inputs;        ///< lists, PDFs, folders, DOIs
        Settings settings;         ///< laid over the project's
        QVector<Column> columns{}; ///< the questions from now on; empty = the project's
        QStringList exports;
        bool retryFailed = false;
        QVector<PaperId> retryPapers; ///< with retryFailed: only these; empty = all
    };
    RunSession(Options options, std::unique_ptr<Progress> progress, QObject* parent = nullptr);

    /** Runs the event loop until it is over. */
    int exec();

private:
    void onOpened(const Settings& settings, const QVector<Column>& columns);
    void onSnapshot(const Snapshot& snapshot);
    void onFinished(const RunSummary& summary);
    bool addInputs();
    void exportNext();
    void end(int status);

    Options m_options;
    Settings m_settings; ///< of the run
    std::unique_ptr<Progress> m_progress;
    StopSignals m_signals;
    Engine m_engine;
    QSet<PaperId> m_noticed; ///< papers of which it was said what became of them
    bool m_stopped = false;  ///< by a signal
    bool m_blocked = false;  ///< only the user could help
    bool m_piloted = false;  ///< … who asked for a pilot, which is over
    int m_status = 0;
};

} // namespace sheaf::cli
