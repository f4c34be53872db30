// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/column.h"
#include "pipeline/engine/snapshot.h"

#include <QAbstractTableModel>
#include <QHash>

/**
 * The papers as rows, kept up by snapshots: state, paper, year, pages, one column a question, quotes. Changed rows of a
 * snapshot are told to the views as few ranges. Main thread.
 */
namespace sheaf {

class PaperModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Fixed
    {
        StateColumn,
        PaperColumn,
        YearColumn,
        PagesColumn,
        FirstValueColumn
    };
    enum Role
    {
        SortRole = Qt::UserRole + 1,
        IdRole
    };
    explicit PaperModel(QObject* parent = nullptr);

    void apply(const Snapshot& snapshot);
    void setColumns(const QVector<Column>& columns);
    void clear();

    const QVector<Column>& columns() const { return m_columns; }
    const QVector<PaperRow>& rows() const { return m_rows; }
    const PaperRow& row(int index) const { return m_rows.at(index); }
    const PaperRow* find(PaperId id) const;
    int indexOf(PaperId id) const { return m_index.value(id, -1); }
    int quotesColumn() const { return FirstValueColumn + int(m_columns.size()); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /** A row came, changed or went; a null pointer = it was not there before, or is no longer. */
    void rowReplaced(const sheaf::PaperRow* before, const sheaf::PaperRow* after);

private:
    void append(const QVector<PaperRow>& rows);
    void remove(const QVector<PaperId>& papers);
    void tellChanged(QVector<int> changed);
    QVariant text(const PaperRow& row, int column) const;
    QVariant sortKey(const PaperRow& row, int column) const;
    QString spoken(const PaperRow& row, int column) const;

    QVector<PaperRow> m_rows;
    QHash<PaperId, int> m_index;
    QVector<Column> m_columns;
};

} // namespace sheaf
