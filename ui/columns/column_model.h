// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/question.h"
#include "pipeline/engine/snapshot.h"

#include <QAbstractTableModel>

/**
 * The questions while they are edited, beside those that are applied: every edit can be taken back, and each row knows
 * whether applying would have it read. Main thread.
 */
namespace sheaf {

class ColumnModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Section
    {
        Name,
        Question,
        Type,
        Quote,
        Answer, ///< of one paper, while one is shown
        AnswerState,
        SectionCount
    };
    /** Display text of what a row waits for: "new, not applied", …; empty where it is applied. */
    static constexpr int NoteRole = Qt::UserRole + 1;
    /** CellState of the shown paper's answer; no value where it was not asked yet. */
    static constexpr int StateRole = Qt::UserRole + 2;

    explicit ColumnModel(QObject* parent = nullptr);

    /** The file's questions; edits are forgotten. */
    void setApplied(const QVector<Column>& columns);
    const QVector<Column>& applied() const { return m_applied.columns(); }
    const QVector<Column>& columns() const { return m_columns; }
    bool isChanged() const { return m_columns != applied(); }
    /** How many rows differ from what is applied, removed ones included; 1 where only their order does. */
    int changes() const;
    /** Why these cannot be applied, for the user; empty = they can. */
    QString problem() const;

    /** Return the row. */
    int add();
    int duplicate(int row);
    int move(int row, int by);
    void remove(int row);
    void addMissing(const QVector<Column>& more);
    void replaceAll(const QVector<Column>& columns);
    void replace(int row, const Column& column);
    bool undo();
    /** What this paper answers stands beside the questions; a row without an id: no paper's. */
    void setShownPaper(const PaperRow& paper);
    bool hasShownPaper() const { return m_shown.id != 0; }
    bool canUndo() const { return !m_history.isEmpty(); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void edited();

private:
    QString note(const Column& column) const;
    QVariant answer(const Column& column, int section) const;
    int insert(int row, Column column);
    void reset(const QVector<Column>& columns);

    QuestionSet m_applied;
    QVector<Column> m_columns;
    QVector<QVector<Column>> m_history;
    PaperRow m_shown;
};

/** "text", "number in months", "one of 3": in the user's language. */
QString columnTypeWord(const Column& column);
/** All types with their names, in the order of ColumnType. */
QStringList columnTypeWords();

} // namespace sheaf
