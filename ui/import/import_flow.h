// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/drop_overlay.h"

#include <QObject>

/** The way from a drop to a run: what was dropped is read and shown, and only Start writes, fetches or sends anything.
 */
namespace sheaf {

class ImportView;
class Session;

class ImportFlow : public QObject
{
    Q_OBJECT
public:
    ImportFlow(Session* session, ImportView* view, QWidget* window);

    /** Adds to what is being imported, or begins anew. */
    void begin(const Dropped& dropped);
    /** The same, and starts by itself once it is understood. */
    void beginAndStart(const Dropped& dropped);
    void cancel();
    void start();
    /** What Start would do, under the settings of now. */
    void showFacts();
    bool isActive() const { return m_active; }
    bool isBusy() const;

Q_SIGNALS:
    void entered();
    void left(bool started);
    void changed();

private:
    void leave(bool started);
    void chooseTarget();
    void onPlan(bool finished);

    Session* m_session;
    ImportView* m_view;
    QWidget* m_window;
    QString m_target;  ///< the file that Start adds to
    Dropped m_waiting; ///< until the open file's papers are known
    bool m_active = false;
    bool m_autoStart = false;
};

} // namespace sheaf
