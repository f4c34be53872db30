// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/columns/column_model.h"

#include "core/column_set.h"
#include "ui/papers/row_words.h"

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

QStringList idsOf(const QVector<Column>& columns)
{
    QStringList ids;
    for (const Column& column : columns)
        ids.append(column.id);
    return ids;
}

const Column* findColumn(const QVector<Column>& columns, const QString& id)
{
    const auto found = std::ranges::find(columns, id, &Column::id);
    return found == columns.cend() ? nullptr : &*found;
}

} // namespace

QStringList columnTypeWords()
{
    return {ColumnModel::tr("text"),   ColumnModel::tr("number"),     ColumnModel::tr("yes / no"),
            ColumnModel::tr("one of"), ColumnModel::tr("several of"), ColumnModel::tr("list"),
            ColumnModel::tr("date")};
}

QString columnTypeWord(const Column& column)
{
    const QString word = columnTypeWords().value(int(column.type));
    if (column.type == ColumnType::OneOf || column.type == ColumnType::SeveralOf)
        return u"%1 %2"_s.arg(word).arg(column.choices.size());
    return column.type == ColumnType::Number && !column.unit.isEmpty() ? u"%1, %2"_s.arg(word, column.unit) : word;
}

ColumnModel::ColumnModel(QObject* parent) : QAbstractTableModel(parent) {}

void ColumnModel::setApplied(const QVector<Column>& columns)
{
    m_applied = QuestionSet(columns);
    m_history.clear();
    beginResetModel();
    m_columns = columns;
    endResetModel();
    Q_EMIT edited();
}

int ColumnModel::changes() const
{
    int count = 0;
    for (const Column& column : m_columns) {
        const Column* before = findColumn(applied(), column.id);
        count += !before || *before != column;
    }
    for (const Column& column : applied())
        count += findColumn(m_columns, column.id) == nullptr;
    return count == 0 && isChanged() ? 1 : count; // nothing but their order
}

QString ColumnModel::problem() const
{
    if (m_columns.isEmpty())
        return tr("There must be one column at least.");
    for (const Column& column : m_columns)
        if (const QString problem = columnProblem(column); !problem.isEmpty())
            return problem;
    return {};
}

void ColumnModel::reset(const QVector<Column>& columns)
{
    beginResetModel();
    m_columns = columns;
    endResetModel();
    Q_EMIT edited();
}

void ColumnModel::replaceAll(const QVector<Column>& columns)
{
    if (columns == m_columns)
        return;
    m_history.append(m_columns);
    reset(columns);
}

int ColumnModel::insert(int row, Column column)
{
    column.id = newColumnId(column.name, idsOf(m_columns) + idsOf(applied()));
    m_history.append(m_columns);
    beginInsertRows({}, row, row);
    m_columns.insert(row, column);
    endInsertRows();
    Q_EMIT edited();
    return row;
}

int ColumnModel::add()
{
    return insert(rowCount(), {.id = {}, .name = tr("New column"), .question = {}});
}

int ColumnModel::duplicate(int row)
{
    Column copy = m_columns.at(row);
    copy.name = tr("%1, copy").arg(copy.name);
    return insert(row + 1, copy);
}

int ColumnModel::move(int row, int by)
{
    const int to = row + by;
    if (to < 0 || to >= rowCount())
        return row;
    m_history.append(m_columns);
    beginMoveRows({}, row, row, {}, by > 0 ? to + 1 : to);
    m_columns.move(row, to);
    endMoveRows();
    Q_EMIT edited();
    return to;
}

void ColumnModel::remove(int row)
{
    m_history.append(m_columns);
    beginRemoveRows({}, row, row);
    m_columns.remove(row);
    endRemoveRows();
    Q_EMIT edited();
}

void ColumnModel::addMissing(const QVector<Column>& more)
{
    replaceAll(withMissing(m_columns, more));
}

void ColumnModel::replace(int row, const Column& column)
{
    if (m_columns.at(row) == column)
        return;
    m_history.append(m_columns);
    m_columns[row] = column;
    Q_EMIT dataChanged(index(row, 0), index(row, SectionCount - 1));
    Q_EMIT edited();
}

bool ColumnModel::undo()
{
    if (m_history.isEmpty())
        return false;
    reset(m_history.takeLast());
    return true;
}

void ColumnModel::setShownPaper(const PaperRow& paper)
{
    const bool same =
        paper.id == m_shown.id && paper.values == m_shown.values && paper.cellStates == m_shown.cellStates;
    if (same)
        return;
    m_shown = paper;
    Q_EMIT headerDataChanged(Qt::Horizontal, Answer, Answer);
    if (!m_columns.isEmpty())
        Q_EMIT dataChanged(index(0, Answer), index(rowCount() - 1, AnswerState));
}

QVariant ColumnModel::answer(const Column& column, int section) const
{
    const auto state = m_shown.cellStates.constFind(column.id);
    if (state == m_shown.cellStates.cend())
        return section == Answer ? tr("not read yet") : QString();
    if (section == AnswerState)
        return u"%1 %2"_s.arg(cellSign(*state), cellWord(*state)).trimmed();
    return *state == CellState::Empty ? tr("Not stated") : m_shown.values.value(column.id);
}

int ColumnModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

int ColumnModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(SectionCount);
}

QString ColumnModel::note(const Column& column) const
{
    const Column* before = findColumn(applied(), column.id);
    if (!before)
        return tr("new, not applied");
    return *before == column ? QString() : tr("changed, not applied");
}

QVariant ColumnModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Column& column = m_columns.at(index.row());
    if (role == NoteRole)
        return note(column);
    if (role == StateRole) {
        const auto state = m_shown.cellStates.constFind(column.id);
        return state == m_shown.cellStates.cend() ? QVariant() : QVariant(int(*state));
    }
    if (role == Qt::EditRole && index.column() == Type)
        return int(column.type);
    if (role == Qt::CheckStateRole && index.column() == Quote)
        return column.quoteRequired ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::AccessibleTextRole && index.column() == Quote)
        return column.quoteRequired ? tr("quote required") : tr("no quote required");
    if (role == Qt::AccessibleTextRole && index.column() == Name && !note(column).isEmpty())
        return u"%1, %2"_s.arg(column.name, note(column));
    if (role == Qt::ToolTipRole && index.column() == Type)
        return column.choices.join(u'\n');
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case Name:
        return column.name;
    case Question:
        return column.question;
    case Type:
        return columnTypeWord(column);
    case Answer:
    case AnswerState:
        return answer(column, index.column());
    default:
        return {};
    }
}

bool ColumnModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    Column column = m_columns.at(index.row());
    if (role == Qt::CheckStateRole && index.column() == Quote)
        column.quoteRequired = value.toInt() == Qt::Checked;
    else if (role == Qt::EditRole && index.column() == Name && !value.toString().trimmed().isEmpty())
        column.name = value.toString().simplified();
    else if (role == Qt::EditRole && index.column() == Question)
        column.question = value.toString().simplified();
    else if (role == Qt::EditRole && index.column() == Type)
        column.type = ColumnType(value.toInt());
    else
        return false;
    replace(index.row(), column);
    return true;
}

QVariant ColumnModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical && section < rowCount() &&
        (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole))
        return tr("Drag, or Alt+↑ and Alt+↓, to move “%1”").arg(m_columns.at(section).name);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (section == Answer)
        return hasShownPaper() ? tr("Pilot, %1 ▾").arg(shortPaperName(m_shown)) : QString();
    const QStringList names{tr("Name"), tr("Question"), tr("Type"), tr("Quote")};
    return names.value(section);
}

Qt::ItemFlags ColumnModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled;
    if (index.column() == Answer || index.column() == AnswerState)
        return flags;
    return index.column() == Quote ? flags | Qt::ItemIsUserCheckable : flags | Qt::ItemIsEditable;
}

} // namespace sheaf
