// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/engine/engine.h"
#include "pipeline/engine/load_meter.h"
#include "pipeline/engine/project.h"
#include "pipeline/engine/service_test.h"
#include "pipeline/engine/stage_tools.h"

/**
 * The engine itself, on a thread with an event loop: the open project and its run. Commands and signals are those of
 * Engine, its handle. No snapshot is handed out before everything it shows is on disk.
 */
namespace sheaf {

class EngineCore : public QObject
{
    Q_OBJECT
public:
    EngineCore(EngineOptions options, StageTools tools, QObject* parent = nullptr);
    ~EngineCore() override;

    void open(const QString& path);
    void close();

    void addPapers(const ImportPlan& plan);
    void removePapers(const QVector<PaperId>& papers);
    void setColumns(const QVector<Column>& columns);
    void readAgain(const QVector<PaperId>& papers, const QStringList& columns);
    void price(const PriceQuestion& question);
    void proposeColumns();
    void setSettings(const Settings& settings);

    void start();
    void pause();
    void resume();
    void stop();
    void pausePapers(const QVector<PaperId>& papers);
    void resumePapers(const QVector<PaperId>& papers);
    void cancelPapers(const QVector<PaperId>& papers);
    void retryPapers(const QVector<PaperId>& papers);
    void attachFile(PaperId paper, const QString& path);
    void readAbstract(PaperId paper);
    void findFullText(const QVector<PaperId>& papers);
    void setPassword(PaperId paper, const QString& password);
    void decide(PaperId paper, const Cell& cell);
    void takeBack(PaperId paper, const QString& field);
    void retryTrouble();

    void exportTo(const QString& path, const ExportChoice& choice);
    void testReader(const Settings& settings, ReaderRole role) { m_tests.testReader(settings, role); }
    void sendTo(const QString& sink, const QVector<PaperId>& papers);
    void testConverter(const Settings& settings) { m_tests.testConverter(settings); }
    void testSink(const QString& sink, const Settings& settings) { m_tests.testSink(sink, settings); }
    void testSource(const QString& name, const Settings& settings) { m_tests.testSource(name, settings); }

Q_SIGNALS:
    void opened(const QString& path, const sheaf::Settings& settings, const QVector<sheaf::Column>& columns);
    void openFailed(const QString& path, const sheaf::Failure& failure);
    void snapshot(const sheaf::SnapshotPtr& snapshot);
    void priced(const sheaf::PriceAnswer& answer);
    void proposed(const sheaf::ProposalAnswer& answer);
    void runFinished(const sheaf::RunSummary& summary);
    void exported(const QString& path, const std::optional<sheaf::Failure>& failure);
    void readerTested(sheaf::ReaderRole role, bool ok, const QString& sentence);
    void converterTested(bool ok, const QString& sentence);
    void delivered(const sheaf::DeliverySummary& summary);
    void sinkTested(const QString& sink, bool ok, const QString& sentence);
    void sourceTested(const QString& name, bool ok, const QString& sentence);

private:
    Result<void> load(const QString& path);
    void connectProject();
    ReaderPair readers(const Settings& settings) const;
    void setUpReaders();
    /** Opens what is closed, with converter and reader made anew from the settings and keys of now. */
    void tryAgain();
    void setUpConverter();
    void takeFileFor(PaperId existing, const QString& file);
    /** Back to where it goes on, after whatever held it. */
    void release(PaperId paper);
    /** Its second reading is missing, and asked for again. */
    void readTwiceAgain(PaperId paper);
    /** Papers were given back to a run that had ended by itself. */
    void startAgain();
    void reloadRecord(PaperId paper);
    void reloadRecords();
    void onMoved();
    void onWriteFailed(const Failure& failure);
    void retryWrites();
    void setRun(RunState run);
    void finishRun(bool stopped);
    void showSoon();
    /** The timer's: where something changed and the last one is out. */
    void handOutSnapshot();
    void postSnapshot();

    EngineOptions m_options;
    StageTools m_tools;
    LoadMeter m_load;
    ServiceTest m_tests;
    std::unique_ptr<Project> m_project;
    RunState m_run = RunState::Idle;
    bool m_userStopped = false; ///< the last run was ended by the user: nothing begins again by itself
    QTimer m_snapshotTimer;
    bool m_snapshotUnderway = false; ///< made, waiting for its commit
    bool m_checking = false;         ///< whether the run is over will be looked at soon
    bool m_changed = false;
    StageGate m_disk; ///< closed while the project file cannot be written
};

} // namespace sheaf
