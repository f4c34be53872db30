// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/paper/details_loader.h"
#include "ui/papers/facets.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;
class QTabBar;

/** The usual page: facets, the table or the empty view, and the right pane. Keeps models and details up to the
 * snapshots. */
namespace sheaf {

class AttentionBar;
class DetailDock;
class EmptyView;
class FacetView;
class KeyboardView;
class LogView;
class PaperFilter;
class PaperModel;
class PaperTable;
class RecentFiles;
class SetupView;
class TabPane;

class PapersPage : public QWidget
{
    Q_OBJECT
public:
    PapersPage(RecentFiles* recent, DetailsSource details, QWidget* parent = nullptr);

    void apply(const Snapshot& snapshot);
    void setColumns(const QVector<Column>& columns);
    void clear();
    /** The table, or the empty view with the set-up. */
    void showPapers(bool papers);
    bool papersShown() const;
    void choose(const Facet& facet);
    void setFacetsShown(bool shown);
    void setDockShown(bool shown);
    QList<QWidget*> panes() const;
    bool isLoading() const { return m_loading; }
    void saveLayout() const;

    PaperModel* papers() const { return m_papers; }
    PaperFilter* filter() const { return m_filter; }
    PaperTable* table() const { return m_table; }
    DetailDock* dock() const { return m_dock; }
    EmptyView* empty() const { return m_empty; }
    SetupView* setup() const { return m_setup; }
    AttentionBar* attention() const { return m_attention; }
    KeyboardView* keyboard() const { return m_keyboard; }
    /** The paper whose row lies there, null = none. */
    const PaperRow* rowAt(QPoint global) const;
    void toggleKeyboard();
    /** A line for the window's own log: exports, tests, files that could not be opened. */
    void note(const QString& text);

Q_SIGNALS:
    void selectionCountChanged(int count);
    void detailsShown();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void connectTable();
    void loadDetails();
    void chooseFirst();
    void setNarrow(bool narrow);
    void refreshPanes();

    PaperModel* m_papers;
    PaperFilter* m_filter;
    Facets m_facets;
    DetailsLoader m_loader;
    FacetView* m_facetView;
    AttentionBar* m_attention;
    PaperTable* m_table;
    EmptyView* m_empty;
    DetailDock* m_dock;
    SetupView* m_setup;
    KeyboardView* m_keyboard;
    LogView* m_log;
    TabPane* m_setupDock;
    QTabBar* m_narrowTabs;
    QSplitter* m_splitter;
    QStackedWidget* m_centre;
    QStackedWidget* m_right;
    QString m_file;
    QVector<HistoryEntry> m_notes;
    PaperId m_shown = 0;
    bool m_loading = false;
    QString m_wantedAnswer; ///< to be opened when the paper's details are there
    bool m_narrow = false;
    bool m_facetsWanted = true;
    bool m_dockWanted = true;
};

} // namespace sheaf
