// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/ledger_model.h"

#include "core/units.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

bool isNumber(int column)
{
    return column == LedgerModel::TokensIn || column == LedgerModel::TokensOut || column == LedgerModel::Cost;
}

QString readerOf(const CallRecord& call)
{
    const QString name = call.model.isEmpty() ? call.reader : call.model;
    return call.role == ReaderRole::Second ? LedgerModel::tr("%1 · second reader").arg(name) : name;
}

QString tokens(qint64 count)
{
    return count > 0 ? QLocale().toString(count) : QString();
}

} // namespace

void LedgerModel::set(const QVector<CallRecord>& calls)
{
    beginResetModel();
    m_calls = calls;
    std::ranges::stable_sort(m_calls, std::ranges::greater(), &CallRecord::openedAt);
    endResetModel();
}

QString LedgerModel::sums() const
{
    double spent = 0, second = 0, out = 0;
    for (const CallRecord& call : m_calls) {
        spent += call.costUsd;
        second += call.role == ReaderRole::Second ? call.costUsd : 0;
        out += call.closedAt.isValid() ? 0 : call.committedUsd;
    }
    QString sum = tr("Spent %1 in %2.").arg(formatUsd(spent), tr("%n calls", nullptr, int(m_calls.size())));
    if (second > 0)
        sum += u' ' + tr("%1 of it by the second reader.").arg(formatUsd(second));
    return out > 0 ? tr("%1 Calls that are out may cost %2 more at most.").arg(sum, formatUsd(out)) : sum;
}

int LedgerModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_calls.size());
}

int LedgerModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString LedgerModel::text(const CallRecord& call, int column) const
{
    const bool open = !call.closedAt.isValid();
    switch (column) {
    case When:
        return QLocale().toString(call.openedAt.toLocalTime(), QLocale::ShortFormat);
    case Reader:
        return readerOf(call);
    case What:
        return call.batch ? tr("batch of %n papers", nullptr, int(call.requests.size()))
                          : tr("%n papers", nullptr, int(call.requests.size()));
    case TokensIn:
        return tokens(call.inputTokens);
    case TokensOut:
        return tokens(call.outputTokens);
    case Cost:
        return open ? tr("≤ %1").arg(formatUsd(call.committedUsd)) : formatUsd(call.costUsd);
    case Outcome:
        return open ? tr("out") : call.outcome == "ok"_L1 ? tr("✓ answered") : call.outcome;
    default:
        return {};
    }
}

QVariant LedgerModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CallRecord& call = m_calls.at(index.row());
    if (role == Qt::TextAlignmentRole && isNumber(index.column()))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return u"%1 · %2 · %3\n%4 %5"_s.arg(call.reader, call.model, call.host, call.id, call.remoteId);
    return role == Qt::DisplayRole ? QVariant(text(call, index.column())) : QVariant();
}

QVariant LedgerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString names[] = {tr("Sent"),       tr("Reader"), tr("What"),   tr("Tokens in"),
                             tr("Tokens out"), tr("Cost"),   tr("Outcome")};
    return section >= 0 && section < ColumnCount ? QVariant(names[section]) : QVariant();
}

} // namespace sheaf
