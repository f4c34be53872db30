// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QAction;
class QMainWindow;
class QMenu;
class QWidget;

/** Every action of the window with its text and keys, and the menus made of them. */
namespace sheaf {

struct Actions
{
    explicit Actions(QWidget* window);

    // file
    QAction *newFile, *openList, *addPdfs, *addFolder, *addFromZotero, *quit;
    QList<QAction*> exports; ///< one a format, whose name is the action's data
    // edit
    QAction *undo, *paste, *copyReason, *copyDoi, *filter, *selectAll, *remove, *columns, *review, *settings;
    // run
    QAction *startOrPause, *stop, *retryAll, *ledger;
    // of the chosen papers
    QAction *pausePapers, *resumePapers, *cancelPapers, *retryPapers, *readAgain, *findFullText;
    QAction *openPdf, *openBrowser, *openFolder, *attachFile;
    // view
    QAction *compactStrip, *showFacets, *showDetails, *nextPane, *previousPane;
    QAction *themeSystem, *themeLight, *themeDark;
    // help
    QAction *keyboard, *about;

    QList<QAction*> all() const { return m_all; }
    /** What the context menu of a row offers. */
    QList<QAction*> ofPapers() const;
    void fillMenus(QMainWindow& window, QMenu* recent, QMenu* columnsShown) const;

private:
    QAction* add(QWidget* window, const QString& text, const QString& keys = {});
    QList<QAction*> m_all;
};

} // namespace sheaf
