// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/paper/details_loader.h"

#include <QObject>

class QStackedWidget;

/** What the window's middle shows: the papers, or one of the modes that take their place. One at a time. Main thread.
 */
namespace sheaf {

class ColumnsFlow;
class ColumnsView;
class ImportFlow;
class ImportView;
class PapersPage;
class ReviewFlow;
class ReviewView;
class Session;
class UndoBar;

class Modes : public QObject
{
    Q_OBJECT
public:
    enum Mode
    {
        Papers,
        Import,
        Columns,
        Review
    };
    Modes(Session* session, PapersPage* page, UndoBar* undo, DetailsSource details, QWidget* window);

    QStackedWidget* widget() const { return m_stack; }
    Mode mode() const { return m_mode; }
    ImportFlow* import() const { return m_import; }
    ColumnsFlow* columns() const { return m_columns; }
    ReviewFlow* review() const { return m_review; }
    ImportView* importView() const { return m_importView; }
    ColumnsView* columnsView() const { return m_columnsView; }
    ReviewView* reviewView() const { return m_reviewView; }

    /** What F6 goes round. */
    QList<QWidget*> panes() const;
    /** What the mode says at the window's foot; the papers say it themselves. */
    QString footNote() const;
    /** Takes back what was done last in the mode; false = nothing was. */
    bool undo();

Q_SIGNALS:
    /** Another mode, or something to be said of it. */
    void changed();

private:
    template <typename Flow> void connectFlow(Flow* flow, Mode mode);
    void enter(Mode mode);
    void leave(Mode mode);

    PapersPage* m_page;
    ImportView* m_importView;
    ColumnsView* m_columnsView;
    ReviewView* m_reviewView;
    ImportFlow* m_import;
    ColumnsFlow* m_columns;
    ReviewFlow* m_review;
    QStackedWidget* m_stack;
    Mode m_mode = Papers;
};

} // namespace sheaf
