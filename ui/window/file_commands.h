// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/drop_overlay.h"

#include <QObject>

class QMenu;

/** What the window does with files: new, open, add, paste, export, recent. */
namespace sheaf {

struct Actions;
class RecentFiles;
class Session;

class FileCommands : public QObject
{
    Q_OBJECT
public:
    FileCommands(Session* session, RecentFiles* recent, const Actions& actions, QMenu* recentMenu, QWidget* window);
    /** Asks where a recent file has gone, and opens it. */
    void findRecent(const QString& gone);

Q_SIGNALS:
    void newFileChosen(const QString& path);
    void pathsChosen(const QStringList& paths);
    void pasted(const sheaf::Dropped& dropped);
    void exportRequested(const QString& format);
    void settingsRequested(const QString& key);
    void said(const QString& text);

private:
    void connectActions(const Actions& actions);
    void askToOpen(const QString& title, const QString& filter);
    void paste();
    void fillRecentMenu(QMenu* menu);

    Session* m_session;
    RecentFiles* m_recent;
    QWidget* m_window;
};

} // namespace sheaf
