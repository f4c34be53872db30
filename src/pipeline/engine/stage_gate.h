// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/engine/snapshot.h"

#include <QObject>
#include <QTimer>

#include <chrono>

/**
 * The door of one stage. A failure that would hit every paper closes it with one message and the button that helps;
 * where time can heal, it opens by itself after a delay that doubles, first for one paper only, until one succeeds.
 * Engine thread.
 */
namespace sheaf {

class StageGate : public QObject
{
    Q_OBJECT
public:
    explicit StageGate(QObject* parent = nullptr);

    void setDelays(std::chrono::milliseconds first, std::chrono::milliseconds longest);
    void close(const Failure& failure);
    /** The user tries again, or changed what was wrong. */
    void open();
    /** A paper went through: no longer only one at a time. */
    void passed();

    bool isOpen() const { return !m_trouble; }
    /** How many of `workers` may be at work now. */
    int allowed(int workers) const { return m_trouble ? 0 : m_probing ? 1 : workers; }
    const std::optional<StageTrouble>& trouble() const { return m_trouble; }

Q_SIGNALS:
    void opened();

private:
    void probe();

    std::optional<StageTrouble> m_trouble;
    bool m_probing = false;
    QTimer m_timer;
    std::chrono::milliseconds m_first{5000}, m_longest{300000}, m_delay{5000};
};

/** The command that solves such a failure, as in StageTrouble::action. */
QString helpingAction(const Failure& failure);
/** Whether waiting alone can end it: a service that is down, a full disk; not a refused key. */
bool healsByItself(const Failure& failure);

} // namespace sheaf
