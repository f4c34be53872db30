// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/calls/part_merge.h"
#include "core/paper.h"

#include <QJsonArray>
#include <QSet>

#include <ranges>

namespace sheaf {

namespace {

QJsonArray joinedLists(const QJsonArray& first, const QJsonArray& second)
{
    QJsonArray joined;
    QSet<QString> seen;
    for (const QJsonArray& list : {first, second}) {
        for (const QJsonValue& item : list) {
            const QString folded = foldForMatching(item.toString());
            if (!seen.contains(folded))
                joined.append(item);
            seen.insert(folded);
        }
    }
    return joined;
}

QVector<Quote> joinedQuotes(QVector<Quote> first, const QVector<Quote>& second)
{
    for (const Quote& quote : second) {
        const auto same = [&](const Quote& other) { return other.text == quote.text; };
        if (std::ranges::none_of(first, same))
            first.append(quote);
    }
    return first;
}

} // namespace

Record mergedRecords(const QVector<Record>& parts)
{
    Record merged = parts.value(0);
    for (const Record& part : parts | std::views::drop(1)) {
        for (qsizetype i = 0; i < merged.size(); ++i) {
            Cell& into = merged[i];
            const Cell& from = part.at(i);
            if (from.value.isNull())
                continue;
            if (into.value.isNull()) {
                into = from;
            } else if (into.value.isArray()) {
                into.value = joinedLists(into.value.toArray(), from.value.toArray());
                into.quotes = joinedQuotes(into.quotes, from.quotes);
            }
        }
    }
    return merged;
}

} // namespace sheaf
