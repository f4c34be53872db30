// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/papers/paper_model.h"

#include "ui/papers/row_words.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** Views take one wide range faster than many narrow ones. */
constexpr int mostRanges = 16;

struct Range
{
    int first, last;
};

/** Sorted row numbers as ranges; neighbouring ranges are joined until there are few. */
QVector<Range> toRanges(const QVector<int>& rows)
{
    QVector<Range> ranges;
    for (int gap = 1;; gap *= 4) {
        ranges.clear();
        for (const int row : rows) {
            if (!ranges.isEmpty() && row - ranges.last().last <= gap)
                ranges.last().last = row;
            else
                ranges.append({row, row});
        }
        if (ranges.size() <= mostRanges)
            return ranges;
    }
}

} // namespace

PaperModel::PaperModel(QObject* parent) : QAbstractTableModel(parent) {}

void PaperModel::apply(const Snapshot& snapshot)
{
    if (snapshot.reset) {
        beginResetModel();
        m_rows = snapshot.rows;
        m_index.clear();
        m_index.reserve(m_rows.size());
        for (int i = 0; i < m_rows.size(); ++i)
            m_index.insert(m_rows.at(i).id, i);
        endResetModel();
        return;
    }
    remove(snapshot.removed);
    QVector<int> changed;
    QVector<PaperRow> added;
    for (const PaperRow& row : snapshot.rows) {
        const int at = m_index.value(row.id, -1);
        if (at < 0) {
            added.append(row);
            continue;
        }
        const PaperRow before = std::exchange(m_rows[at], row);
        Q_EMIT rowReplaced(&before, &row);
        changed.append(at);
    }
    tellChanged(std::move(changed));
    append(added);
}

void PaperModel::append(const QVector<PaperRow>& rows)
{
    if (rows.isEmpty())
        return;
    const int first = int(m_rows.size());
    beginInsertRows({}, first, first + int(rows.size()) - 1);
    for (const PaperRow& row : rows) {
        m_index.insert(row.id, int(m_rows.size()));
        m_rows.append(row);
        Q_EMIT rowReplaced(nullptr, &row);
    }
    endInsertRows();
}

void PaperModel::remove(const QVector<PaperId>& papers)
{
    QVector<int> gone;
    for (const PaperId id : papers) {
        if (const int at = m_index.value(id, -1); at >= 0)
            gone.append(at);
    }
    if (gone.isEmpty())
        return;
    std::sort(gone.begin(), gone.end());
    for (qsizetype end = gone.size(); end > 0;) {
        qsizetype begin = end - 1;
        while (begin > 0 && gone.at(begin - 1) == gone.at(begin) - 1)
            --begin;
        const int first = gone.at(begin);
        const int last = gone.at(end - 1);
        beginRemoveRows({}, first, last);
        for (int i = first; i <= last; ++i) {
            const PaperRow& row = m_rows.at(i);
            m_index.remove(row.id);
            Q_EMIT rowReplaced(&row, nullptr);
        }
        m_rows.remove(first, last - first + 1);
        for (int i = first; i < m_rows.size(); ++i)
            m_index[m_rows.at(i).id] = i;
        endRemoveRows();
        end = begin;
    }
}

void PaperModel::tellChanged(QVector<int> changed)
{
    if (changed.isEmpty())
        return;
    std::sort(changed.begin(), changed.end());
    for (const Range& range : toRanges(changed))
        Q_EMIT dataChanged(index(range.first, 0), index(range.last, columnCount() - 1));
}

void PaperModel::setColumns(const QVector<Column>& columns)
{
    if (columns == m_columns)
        return;
    beginResetModel();
    m_columns = columns;
    endResetModel();
}

void PaperModel::clear()
{
    apply({.reset = true});
}

const PaperRow* PaperModel::find(PaperId id) const
{
    const int at = indexOf(id);
    return at < 0 ? nullptr : &m_rows.at(at);
}

int PaperModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PaperModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : quotesColumn() + 1;
}

QVariant PaperModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PaperRow& row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case SortRole:
        return sortKey(row, index.column());
    case IdRole:
        return row.id;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return spoken(row, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == YearColumn || index.column() == PagesColumn || index.column() == quotesColumn()
                   ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                   : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant PaperModel::text(const PaperRow& row, int column) const
{
    switch (column) {
    case StateColumn:
        return stateWord(row);
    case PaperColumn:
        return row.title;
    case YearColumn:
        return row.year ? QString::number(row.year) : QString();
    case PagesColumn:
        return row.pages ? QLocale().toString(row.pages) : QString();
    default:
        break;
    }
    if (column == quotesColumn())
        return row.quotesTotal ? u"%1 / %2"_s.arg(row.quotesProven).arg(row.quotesTotal) : QString();
    return row.values.value(m_columns.at(column - FirstValueColumn).id);
}

QVariant PaperModel::sortKey(const PaperRow& row, int column) const
{
    switch (column) {
    case StateColumn:
        return int(row.state);
    case YearColumn:
        return row.year;
    case PagesColumn:
        return row.pages;
    default:
        break;
    }
    if (column == quotesColumn())
        return row.quotesTotal ? double(row.quotesProven) / row.quotesTotal : -1.0;
    return text(row, column);
}

QString PaperModel::spoken(const PaperRow& row, int column) const
{
    switch (column) {
    case StateColumn:
        return stateSentence(row);
    case PaperColumn:
        return QStringList{row.title, row.authors, row.venue}.join(u", "_s);
    case YearColumn:
        return text(row, column).toString();
    case PagesColumn:
        return row.pages ? tr("%n pages", nullptr, row.pages) : QString();
    default:
        break;
    }
    if (column == quotesColumn())
        return row.quotesTotal ? tr("%1 of %2 quotes proven").arg(row.quotesProven).arg(row.quotesTotal) : QString();
    const QString& id = m_columns.at(column - FirstValueColumn).id;
    const QString word = row.differs(id) ? tr("the readers differ; the second one says “%1”").arg(row.second[id].second)
                                         : cellWord(row.cellStates.value(id, CellState::Empty));
    const QString value = row.values.value(id);
    return word.isEmpty() ? value : u"%1 (%2)"_s.arg(value, word);
}

QVariant PaperModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool value = section >= FirstValueColumn && section < quotesColumn();
    if (role == Qt::ToolTipRole && value)
        return m_columns.at(section - FirstValueColumn).question;
    if (role == Qt::TextAlignmentRole)
        return int(section == YearColumn || section == PagesColumn || section == quotesColumn()
                       ? Qt::AlignRight | Qt::AlignVCenter
                       : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StateColumn:
        return tr("State");
    case PaperColumn:
        return tr("Paper");
    case YearColumn:
        return tr("Year");
    case PagesColumn:
        return tr("Pages");
    default:
        return value ? m_columns.at(section - FirstValueColumn).name : tr("Quotes");
    }
}

} // namespace sheaf
