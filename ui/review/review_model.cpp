// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/review_model.h"

#include "ui/papers/row_words.h"

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

QVector<CellPlace> placesOf(const QVector<ReviewGroup>& groups)
{
    QVector<CellPlace> places;
    for (const ReviewGroup& group : groups) {
        places.append({0, group.id});
        for (const ReviewItem& item : group.items)
            places.append(item.place);
    }
    return places;
}

} // namespace

QString decisionWord(Decision decision)
{
    switch (decision) {
    case Decision::Accepted:
        return ReviewModel::tr("✓ accepted");
    case Decision::Edited:
        return ReviewModel::tr("✎ edited");
    case Decision::Rejected:
        return ReviewModel::tr("✕ rejected");
    case Decision::None:
        break;
    }
    return {};
}

QString reviewWord(const ReviewItem& item)
{
    if (item.decision != Decision::None)
        return decisionWord(item.decision);
    return item.differ ? differWord() : u"%1 %2"_s.arg(cellSign(item.state), cellWord(item.state));
}

QString reviewLine(const ReviewItem& item)
{
    if (!item.differ || item.decision != Decision::None)
        return item.value;
    const auto shown = [](const QString& answer) { return answer.isEmpty() ? u"–"_s : answer; };
    return u"1: %1 · 2: %2"_s.arg(shown(item.first), shown(item.second));
}

void ReviewModel::set(const QVector<ReviewGroup>& groups)
{
    if (groups == m_groups)
        return;
    if (placesOf(groups) != placesOf(m_groups)) {
        beginResetModel();
        m_groups = groups;
        endResetModel();
        return;
    }
    m_groups = groups;
    for (int row = 0; row < int(m_groups.size()); ++row) {
        const QModelIndex group = index(row, 0);
        Q_EMIT dataChanged(group, group);
        Q_EMIT dataChanged(index(0, 0, group), index(rowCount(group) - 1, 0, group));
    }
}

const ReviewGroup& ReviewModel::group(const QModelIndex& index) const
{
    return m_groups.at(isGroup(index) ? index.row() : qsizetype(index.internalId()) - 1);
}

const ReviewItem* ReviewModel::item(const QModelIndex& index) const
{
    return index.isValid() && !isGroup(index) ? &group(index).items.at(index.row()) : nullptr;
}

QModelIndex ReviewModel::find(const CellPlace& place) const
{
    for (int row = 0; row < int(m_groups.size()); ++row) {
        const auto& items = m_groups.at(row).items;
        const auto found = std::ranges::find(items, place, &ReviewItem::place);
        if (found != items.cend())
            return index(int(found - items.cbegin()), 0, index(row, 0));
    }
    return {};
}

QModelIndex ReviewModel::nextOpen(const QModelIndex& from, int by) const
{
    QVector<QModelIndex> all;
    for (int row = 0; row < int(m_groups.size()); ++row) {
        const QModelIndex group = index(row, 0);
        for (int i = 0; i < rowCount(group); ++i)
            all.append(index(i, 0, group));
    }
    const qsizetype at = all.indexOf(from);
    const qsizetype start = at >= 0 ? at : by > 0 ? -1 : all.size();
    for (qsizetype step = 1; step <= all.size(); ++step) {
        const qsizetype place = ((start + by * step) % all.size() + all.size()) % all.size();
        if (place != at && item(all.at(place))->decision == Decision::None)
            return all.at(place);
    }
    return {};
}

int ReviewModel::count() const
{
    int count = 0;
    for (const ReviewGroup& group : m_groups)
        count += int(group.items.size());
    return count;
}

int ReviewModel::number(const QModelIndex& index) const
{
    if (!item(index))
        return 0;
    int number = index.row() + 1;
    for (int row = 0; row < index.parent().row(); ++row)
        number += int(m_groups.at(row).items.size());
    return number;
}

QModelIndex ReviewModel::index(int row, int column, const QModelIndex& parent) const
{
    if (row < 0 || column != 0 || row >= rowCount(parent))
        return {};
    return createIndex(row, 0, parent.isValid() ? quintptr(parent.row() + 1) : quintptr(0));
}

QModelIndex ReviewModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || isGroup(child))
        return {};
    return createIndex(int(child.internalId()) - 1, 0, quintptr(0));
}

int ReviewModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    return isGroup(parent) ? int(m_groups.at(parent.row()).items.size()) : 0;
}

QVariant ReviewModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const ReviewItem* value = item(index);
    switch (role) {
    case Qt::DisplayRole:
        return value ? value->paper : group(index).name;
    case Qt::ToolTipRole:
        return value ? u"%1\n%2\n%3"_s.arg(value->column, reviewLine(*value), reviewWord(*value)) : QString();
    case Qt::AccessibleTextRole:
        return value ? u"%1, %2, %3, %4"_s.arg(value->paper, value->column, reviewLine(*value), reviewWord(*value))
                     : tr("%1, %n to check", nullptr, group(index).open()).arg(group(index).name);
    default:
        return {};
    }
}

} // namespace sheaf
