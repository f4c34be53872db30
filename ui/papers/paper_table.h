// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paper.h"

#include <QTableView>

/**
 * The results table: widths, order, sort and chosen columns survive a restart; typing finds a title. A wider or
 * narrower table gives the difference to titles and answers.
 */
namespace sheaf {

class PaperModel;
class PaperFilter;

class PaperTable : public QTableView
{
    Q_OBJECT
public:
    PaperTable(PaperModel* papers, PaperFilter* filter, QWidget* parent = nullptr);

    /** At most `most` of them; −1 = all. */
    QVector<PaperId> selectedPapers(int most = -1) const;
    int selectionCount() const;
    PaperId currentPaper() const;
    void select(PaperId paper);
    void keyboardSearch(const QString& text) override;
    void saveLayout() const;
    /** Once the columns of a file are known. */
    void restoreLayout();
    QMenu* columnMenu(QWidget* parent);

Q_SIGNALS:
    void currentPaperChanged(sheaf::PaperId paper);
    void selectionCountChanged(int count);
    void columnActivated(sheaf::PaperId paper, const QString& column);
    /** At a place of the viewport, for the selection. */
    void menuRequested(const QPoint& globalPosition);

protected:
    /** Home and End go to the first and last paper, not along a row. */
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void applyMetrics();
    void afterNarrowing();
    bool isElastic(int column) const;
    /** Makes the titles and answers wider, or narrower, by so many pixels together. */
    void stretchColumns(int by);
    int spareWidth() const;
    QString valueColumn(const QModelIndex& index) const;
    int defaultWidth(int column) const;
    bool shownAtFirst(int column) const;
    QString columnKey(int column) const;
    void sortAsAsked(int column, Qt::SortOrder order);

    PaperModel* m_papers;
    PaperFilter* m_filter;
};

} // namespace sheaf
