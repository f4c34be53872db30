// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/engine/engine_core.h"
#include "pipeline/fakes.h"

#include <QTemporaryDir>
#include <QTest>

/** An engine with stand-ins on the test's own thread, and everything it reported. */
namespace sheaf::testing {

class EngineBench
{
public:
    EngineBench();

    /** Opens (again) the same project with a new engine, as after a restart. */
    void restart();
    /** As after a kill: the engine is gone, the file as it was at that moment. */
    void kill();
    void add(const QStringList& titles); ///< and waits until they are shown
    void set(const QString& key, const QString& value);
    bool finish(); ///< waits for runFinished
    template <typename Condition> bool wait(Condition condition) { return QTest::qWaitFor(condition, 20000); }

    State state(const QString& title) const { return row(title).state; }
    PaperRow row(const QString& title) const;
    PaperId id(const QString& title) const { return row(title).id; }
    int count(State state) const;
    bool hasTrouble(const QString& code) const;
    const Snapshot& last() const { return m_last ? *m_last : m_none; }
    int sumsWrong() const { return m_sumsWrong; }
    QString project() const { return m_project; }

    QTemporaryDir folder;
    FakeFetcher::Script fetching;
    FakeReader::Script reading;
    FakeReader::Script second; ///< of the second reader
    std::shared_ptr<FakeConverter> converter = std::make_shared<FakeConverter>();
    QPointer<FakeReader> reader, secondReader;
    QPointer<FakeFetcher> fetcher;
    FakeSink::Script sinks;
    std::optional<Failure> noSink; ///< why a service cannot be reached at all
    QVector<DeliverySummary> deliveries;
    Settings settings;
    std::optional<Failure> noReader, noSecondReader; ///< why a reader cannot be made
    std::optional<RunSummary> summary;
    QVector<PriceAnswer> prices;
    std::optional<Failure> openFailure;
    int mostMarkerPapers = 0;
    std::unique_ptr<EngineCore> core;

private:
    void keep(const SnapshotPtr& snapshot);

    QString m_project;
    SnapshotPtr m_last;
    Snapshot m_none;
    QHash<PaperId, PaperRow> m_rows;
    int m_sumsWrong = 0;
};

} // namespace sheaf::testing
