// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/review_list.h"

#include "ui/papers/row_words.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** How many unseen proven values of a column are offered at a time. */
constexpr int sampleAhead = 6;

QString shortName(const PaperRow& row)
{
    const QString name = shortPaperName(row);
    return row.isAbstractOnly() ? QCoreApplication::translate("ReviewList", "%1 · abstract").arg(name) : name;
}

/** A draw that everybody repeats: it does not depend on the order of the papers, nor on the program's start. */
QByteArray lot(const CellPlace& place)
{
    return QCryptographicHash::hash(u"%1 %2"_s.arg(place.paper).arg(place.column).toUtf8(), QCryptographicHash::Md5);
}

bool needsCheck(CellState state, const Column& column)
{
    return state == CellState::NotFound || state == CellState::Near ||
           (state == CellState::NoQuote && column.quoteRequired);
}

} // namespace

size_t qHash(const CellPlace& place, size_t seed)
{
    return qHashMulti(seed, place.paper, place.column);
}

ReviewKind ReviewItem::kind() const
{
    if (differ)
        return ReviewKind::Differ;
    switch (state) {
    case CellState::NotFound:
        return ReviewKind::NotFound;
    case CellState::Near:
        return ReviewKind::Near;
    default:
        return ReviewKind::NoQuote;
    }
}

int ReviewGroup::open() const
{
    return int(std::ranges::count(items, Decision::None, &ReviewItem::decision));
}

ReviewList::ReviewList(const QVector<PaperRow>& rows, const QVector<Column>& columns, const Decided& decided)
    : m_columns(columns)
{
    for (const Column& column : columns) {
        QVector<ReviewItem> proven;
        for (const PaperRow& row : rows) {
            const auto second = row.second.constFind(column.id);
            const bool differ = second != row.second.cend() && !second->agree;
            const CellState state = row.cellStates.value(column.id, CellState::Empty);
            if (!row.isAbstractOnly()) {
                if (second != row.second.cend())
                    count(*second, column.id);
                m_counts.values += state != CellState::Empty;
                m_counts.proven += state == CellState::Proven;
            }
            if (state == CellState::Empty && !differ)
                continue;
            const CellPlace place{row.id, column.id};
            const CellDecision known = row.decisions.value(column.id, {Decision::None, state == CellState::Proven});
            const ReviewItem item{.place = place,
                                  .state = state,
                                  .decision = decided.value(place, known.decision),
                                  .paper = shortName(row),
                                  .column = column.name,
                                  .value = row.values.value(column.id),
                                  .position = row.position,
                                  .differ = differ,
                                  .first = differ ? second->first : QString(),
                                  .second = differ ? second->second : QString()};
            const bool undecided = item.decision == Decision::None;
            if (!differ && (undecided ? state == CellState::Proven : known.ofProven)) {
                if (!row.isAbstractOnly())
                    proven.append(item);
                continue;
            }
            const bool open = undecided && (differ || needsCheck(state, column));
            m_counts.open += open;
            m_counts.openOfAbstracts += open && row.isAbstractOnly();
            m_counts.openByKind[item.kind()] += open;
            if (open || decided.contains(place))
                m_items.append(item);
        }
        drawSample(proven, column.id, decided);
    }
}

void ReviewList::count(const SecondAnswer& second, const QString& column)
{
    if (second.compared)
        m_agreements[column].add(second.agree, second.first, second.second);
    else
        m_agreements[column].addUncompared();
}

/** Who is drawn does not depend on how many there are: what was checked once stays in the sample as papers come. */
void ReviewList::drawSample(const QVector<ReviewItem>& proven, const QString& column, const Decided& decided)
{
    int checked = 0, wrong = 0;
    std::map<QByteArray, ReviewItem> drawn;
    for (const ReviewItem& item : proven) {
        checked += item.decision != Decision::None;
        wrong += item.decision == Decision::Rejected || item.decision == Decision::Edited;
        drawn.emplace(lot(item.place), item);
    }
    const ErrorRate rate = errorRate(int(proven.size()), checked, wrong);
    m_rates.insert(column, rate);
    int ahead = std::min(sampleAhead, checksUntil(rate, reviewLimit));
    for (auto& [_, item] : drawn) {
        const bool listed = decided.contains(item.place);
        const bool offered = listed || (item.decision == Decision::None && ahead-- > 0);
        item.sample = true;
        if (offered)
            m_sample.append(item);
    }
}

ErrorRate ReviewList::proven() const
{
    int values = 0, checked = 0, wrong = 0;
    for (const ErrorRate& rate : m_rates) {
        values += rate.values;
        checked += rate.checked;
        wrong += rate.wrong;
    }
    return errorRate(values, checked, wrong);
}

QVector<ReviewGroup> ReviewList::groups(ReviewOrder order, std::optional<ReviewKind> kind) const
{
    QVector<ReviewGroup> groups;
    QHash<QString, qsizetype> places;
    if (order == ReviewOrder::ByColumn) {
        for (const Column& column : m_columns) {
            places.insert(column.id, groups.size());
            groups.append({column.id, column.name, {}});
        }
    }
    QVector<ReviewItem> items = m_items;
    if (order == ReviewOrder::ByPaper)
        std::ranges::stable_sort(items, {}, &ReviewItem::position);
    for (const ReviewItem& item : std::as_const(items)) {
        if (kind && item.kind() != *kind)
            continue;
        const QString id = order == ReviewOrder::ByColumn ? item.place.column : QString::number(item.place.paper);
        if (!places.contains(id)) {
            places.insert(id, groups.size());
            groups.append({id, item.paper, {}});
        }
        groups[places.value(id)].items.append(item);
    }
    groups.removeIf([](const ReviewGroup& group) { return group.items.isEmpty(); });
    for (ReviewGroup& group : groups)
        std::ranges::stable_sort(group.items, {}, &ReviewItem::kind);
    if (!kind && !m_sample.isEmpty())
        groups.append({u"sample"_s, QCoreApplication::translate("ReviewList", "Random sample"), m_sample});
    return groups;
}

} // namespace sheaf
