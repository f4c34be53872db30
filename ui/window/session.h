// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/engine/engine.h"

#include <QObject>

#include <functional>

/**
 * The file that is open and the settings it runs with: what the window knows besides the last snapshot. Settings that
 * the user changes hold for this file and are the start for new files; a file that has papers keeps its own. Main
 * thread.
 */
namespace sheaf {

class Session : public QObject
{
    Q_OBJECT
public:
    explicit Session(EngineOptions options, QObject* parent = nullptr);

    Engine& engine() { return m_engine; }
    const Settings& settings() const { return m_settings; }
    const SecretSource& secrets() const { return m_secrets; }
    const QVector<Column>& columns() const { return m_columns; }
    QString file() const { return m_file; }
    const SnapshotPtr& last() const { return m_last; }
    RunState run() const { return m_last ? m_last->run : RunState::Idle; }
    int papers() const { return m_last ? m_last->totals.papers : 0; }

    void open(const QString& path);
    /** Makes the file with the user's settings, whatever the place held before is not touched: the engine opens it. */
    void create(const QString& path);
    void close();
    void applySettings(const Settings& settings);
    /** The questions from now on; what they leave to be read begins at once, unless the run is paused. Without a file
     * they are those of the next one. */
    void applyColumns(const QVector<Column>& columns);
    /** Adds what was understood and starts; without a file, `path` is made first, with its folder. */
    void start(const ImportPlan& plan, const QString& path);
    /** A name in the user's documents that is not taken yet, after what was dropped. */
    static QString suggestedPath(const QString& droppedName);

    /** Reads what the file holds, off the main thread; `then` runs on the main thread unless `context` is gone. */
    void loadExisting(QObject* context, std::function<void(const ExistingPapers&)> then) const;

Q_SIGNALS:
    void fileChanged();
    void openFailed(const QString& path, const sheaf::Failure& failure);
    void settingsChanged();
    void columnsChanged();
    void snapshot(const sheaf::SnapshotPtr& snapshot);

private:
    void onOpened(const QString& path, const Settings& settings, const QVector<Column>& columns);

    const SecretSource m_secrets;
    Engine m_engine;
    Settings m_user;
    Settings m_settings;
    QVector<Column> m_columns = defaultColumns();
    QString m_file;
    QString m_creating; ///< its settings are the user's, not the file's
    SnapshotPtr m_last;
};

} // namespace sheaf
