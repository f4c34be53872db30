// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record.h"

#include "core/name_table.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr auto quoteStateNames = nameTable<QuoteState>("unchecked", "proven", "near", "not found");
constexpr auto decisionNames = nameTable<Decision>("none", "accepted", "edited", "rejected");

double round2(double value)
{
    return qRound(value * 100) / 100.0;
}

QJsonObject boxToJson(const PageBox& box)
{
    return {{u"page"_s, box.page},
            {u"box"_s, QJsonArray{round2(box.box.left()), round2(box.box.top()), round2(box.box.right()),
                                  round2(box.box.bottom())}}};
}

PageBox boxFromJson(const QJsonObject& object)
{
    const QJsonArray b = object.value(u"box"_s).toArray();
    return {object.value(u"page"_s).toInt(),
            QRectF(QPointF(b.at(0).toDouble(), b.at(1).toDouble()), QPointF(b.at(2).toDouble(), b.at(3).toDouble()))};
}

} // namespace

bool saysNothing(const QJsonValue& value)
{
    return value.isNull() || value.isUndefined() || (value.isArray() && value.toArray().isEmpty()) ||
           (value.isString() && value.toString().isEmpty());
}

QString quoteStateName(QuoteState state)
{
    return quoteStateNames.name(state);
}

std::optional<QuoteState> quoteStateFromName(QStringView name)
{
    return quoteStateNames.value(name);
}

QString decisionName(Decision decision)
{
    return decisionNames.name(decision);
}

std::optional<Decision> decisionFromName(QStringView name)
{
    return decisionNames.value(name);
}

CellState cellState(const Cell& cell)
{
    if (saysNothing(cell.value))
        return CellState::Empty;
    if (cell.quotes.isEmpty())
        return CellState::NoQuote;
    auto worst = CellState::Proven;
    for (const Quote& quote : cell.quotes) {
        if (quote.state == QuoteState::NotFound || quote.state == QuoteState::Unchecked)
            return CellState::NotFound;
        if (quote.state == QuoteState::Near)
            worst = CellState::Near;
    }
    return worst;
}

ProofCounts countProof(const Record& record)
{
    ProofCounts counts;
    for (const Cell& cell : record) {
        const CellState state = cellState(cell);
        if (state != CellState::Empty) {
            ++counts.valuesTotal;
            counts.valuesProven += state == CellState::Proven;
        }
        counts.quotesTotal += int(cell.quotes.size());
        counts.quotesProven += int(std::ranges::count(cell.quotes, QuoteState::Proven, &Quote::state));
    }
    return counts;
}

QJsonObject toJson(const Quote& quote)
{
    QJsonArray boxes;
    for (const PageBox& box : quote.boxes)
        boxes.append(boxToJson(box));
    QJsonObject object{{u"text"_s, quote.text},
                       {u"page"_s, quote.page},
                       {u"boxes"_s, boxes},
                       {u"state"_s, quoteStateName(quote.state)}};
    if (quote.claimedPage > 0)
        object.insert(u"claimed_page"_s, quote.claimedPage);
    if (!quote.found.isEmpty())
        object.insert(u"found"_s, quote.found);
    if (quote.state == QuoteState::Near)
        object.insert(u"similarity"_s, round2(quote.similarity));
    return object;
}

Quote quoteFromJson(const QJsonObject& object)
{
    Quote quote{.text = object.value(u"text"_s).toString(),
                .claimedPage = object.value(u"claimed_page"_s).toInt(),
                .state = quoteStateFromName(object.value(u"state"_s).toString()).value_or(QuoteState::Unchecked),
                .page = object.value(u"page"_s).toInt(),
                .boxes = {},
                .found = object.value(u"found"_s).toString(),
                .similarity = object.value(u"similarity"_s).toDouble()};
    if (quote.state == QuoteState::Proven)
        quote.similarity = 1;
    for (const QJsonValue& box : object.value(u"boxes"_s).toArray())
        quote.boxes.append(boxFromJson(box.toObject()));
    return quote;
}

QJsonObject toJson(const Cell& cell)
{
    QJsonArray quotes;
    for (const Quote& quote : cell.quotes)
        quotes.append(toJson(quote));
    QJsonObject object{{u"value"_s, cell.value}, {u"quotes"_s, quotes}};
    if (cell.decision != Decision::None)
        object.insert(u"decision"_s, decisionName(cell.decision));
    if (!cell.model.isEmpty())
        object.insert(u"model"_s, cell.model);
    if (!cell.promptHash.isEmpty())
        object.insert(u"prompt"_s, cell.promptHash);
    if (cell.answeredAt.isValid())
        object.insert(u"answered_at"_s, cell.answeredAt.toUTC().toString(Qt::ISODateWithMs));
    if (cell.costUsd > 0)
        object.insert(u"cost_usd"_s, cell.costUsd);
    if (cell.correctsProven)
        object.insert(u"corrects_proven"_s, true);
    if (cell.reader == ReaderRole::Second)
        object.insert(u"reader"_s, 2);
    return object;
}

Cell cellFromJson(const QString& column, const QJsonObject& object)
{
    Cell cell{.column = column,
              .value = object.value(u"value"_s),
              .quotes = {},
              .decision = decisionFromName(object.value(u"decision"_s).toString()).value_or(Decision::None),
              .model = object.value(u"model"_s).toString(),
              .promptHash = object.value(u"prompt"_s).toString(),
              .answeredAt = QDateTime::fromString(object.value(u"answered_at"_s).toString(), Qt::ISODateWithMs),
              .costUsd = object.value(u"cost_usd"_s).toDouble(),
              .correctsProven = object.value(u"corrects_proven"_s).toBool(),
              .reader = object.value(u"reader"_s).toInt() == 2 ? ReaderRole::Second : ReaderRole::First};
    for (const QJsonValue& quote : object.value(u"quotes"_s).toArray())
        cell.quotes.append(quoteFromJson(quote.toObject()));
    return cell;
}

} // namespace sheaf
