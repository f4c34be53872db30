// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/engine/snapshot.h"

#include <QStatusBar>
#include <QTimer>

class QLabel;

/** The foot of the window: workers, when the journal was last on disk, the device, how many answers are proven; at the
 * right the selection. */
namespace sheaf {

class StatusLine : public QStatusBar
{
    Q_OBJECT
public:
    explicit StatusLine(QWidget* parent = nullptr);
    void set(const SnapshotPtr& snapshot); ///< null = no file
    void setWorkers(int converters, int readers);
    void setRight(const QString& text);

private:
    void showJournal();
    QLabel* m_workers;
    QLabel* m_journal;
    QLabel* m_device;
    QLabel* m_proven;
    QLabel* m_right;
    SnapshotPtr m_snapshot;
    QTimer m_clock;
    QString m_workerText;
};

} // namespace sheaf
