// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sinks/result_text.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

const Cell* cellIn(const Record& record, const Column& column)
{
    const auto found = std::ranges::find(record, column.id, &Cell::column);
    return found == record.end() ? nullptr : &*found;
}

} // namespace

const Cell* cellOf(const ResultRow& row, const Column& column)
{
    return cellIn(row.record, column);
}

const Cell* secondCellOf(const ResultRow& row, const Column& column)
{
    return cellIn(row.second, column);
}

QString agreementText(const ResultRow& row, const Column& column)
{
    if (!secondCellOf(row, column))
        return {};
    if (row.uncompared.contains(column.id))
        return u"not compared"_s;
    return row.differing.contains(column.id) ? u"differ"_s : u"agree"_s;
}

QString abstractOnlyText()
{
    return QCoreApplication::translate("sinks", "Answered from the abstract alone");
}

QString valueText(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? u"yes"_s : u"no"_s;
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'g', 15);
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Array: {
        QStringList parts;
        const QJsonArray array = value.toArray();
        for (const QJsonValue& part : array)
            parts.append(valueText(part));
        return parts.join(u"; "_s);
    }
    default:
        return {};
    }
}

QString cellStateText(const Cell& cell)
{
    if (cell.decision != Decision::None)
        return decisionName(cell.decision);
    switch (cellState(cell)) {
    case CellState::Proven:
        return quoteStateName(QuoteState::Proven);
    case CellState::Near:
        return quoteStateName(QuoteState::Near);
    case CellState::NotFound:
        return quoteStateName(QuoteState::NotFound);
    case CellState::NoQuote:
        return u"no quote"_s;
    case CellState::Empty:
        break;
    }
    return u"empty"_s;
}

QString shownQuote(const Quote& quote)
{
    if (quote.state != QuoteState::Proven && quote.state != QuoteState::Near)
        return {};
    return quote.found.isEmpty() ? quote.text : quote.found;
}

QString authorsText(const QVector<Author>& authors)
{
    QStringList names;
    for (const Author& author : authors)
        names.append(author.given.isEmpty() ? author.family : author.family + u", "_s + author.given);
    return names.join(u"; "_s);
}

} // namespace sheaf
