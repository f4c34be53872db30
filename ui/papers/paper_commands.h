// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paper.h"

#include <QObject>
#include <QSet>

/** What the window does with the chosen papers. Removing and cancelling can be undone for a while instead of being
 * asked about first. */
namespace sheaf {

struct Actions;
class PaperFilter;
class PaperModel;
class PaperTable;
class PapersPage;
class Session;
class UndoBar;

class PaperCommands : public QObject
{
    Q_OBJECT
public:
    PaperCommands(Session* session, PapersPage* page, UndoBar* undo, const Actions& actions, QWidget* window);

    /** Enables what the selection allows. */
    void refresh(bool papersShown);
    /** The chosen papers that have been read. */
    QVector<PaperId> chosenAndRead() const;

Q_SIGNALS:
    /** The browser shows the paper's page. */
    void pageOpened(sheaf::PaperId paper);

private:
    QVector<PaperId> chosen() const;
    void removeChosen();
    void cancelChosen();
    void openPdf();
    void showInFolder();
    void copyReasons();
    void copyDois();
    void openInBrowser(PaperId paper);
    void attach(PaperId paper);
    void connectActions();
    void connectDock(PapersPage* page);

    Session* m_session;
    PaperModel* m_papers;
    PaperFilter* m_filter;
    PaperTable* m_table;
    UndoBar* m_undo;
    const Actions& m_actions;
    QWidget* m_window;
    QSet<PaperId> m_hidden; ///< removed, or about to be
};

} // namespace sheaf
