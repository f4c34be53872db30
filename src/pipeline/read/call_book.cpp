// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/read/call_book.h"

namespace sheaf {

CallBook::CallBook(Store& store, const LedgerTotals& totals, const QVector<CallRecord>& open)
    : m_store(store), m_spent(totals.spentUsd), m_committed(totals.committedUsd), m_secondSpent(totals.secondSpentUsd)
{
    for (const CallRecord& call : open)
        insert(call);
}

void CallBook::insert(const CallRecord& call)
{
    m_open.insert(call.id, call);
    for (const auto& [request, paper] : call.requests)
        m_asked[std::size_t(call.role)].insert(paper, call.id);
}

void CallBook::open(const CallRecord& call)
{
    insert(call);
    m_committed += call.committedUsd;
    m_store.openCall(call);
}

void CallBook::openAside(const CallRecord& call)
{
    m_open.insert(call.id, call);
    m_committed += call.committedUsd;
    m_store.openCall(call);
}

void CallBook::setRemote(const QString& call, const QString& remoteId)
{
    if (const auto found = m_open.find(call); found != m_open.end())
        found->remoteId = remoteId;
    m_store.setCallRemote(call, remoteId);
}

void CallBook::close(const QString& call, double costUsd, qint64 inputTokens, qint64 outputTokens,
                     const QString& outcome)
{
    const CallRecord closed = m_open.take(call);
    for (const auto& [request, paper] : closed.requests)
        m_asked[std::size_t(closed.role)].remove(paper, call);
    m_committed -= closed.committedUsd;
    m_spent += costUsd;
    if (closed.role == ReaderRole::Second)
        m_secondSpent += costUsd;
    if (m_open.isEmpty())
        m_committed = 0; // no rounding is left over
    m_store.closeCall(call, costUsd, inputTokens, outputTokens, outcome);
}

const CallRecord* CallBook::find(const QString& call) const
{
    const auto found = m_open.constFind(call);
    return found == m_open.cend() ? nullptr : &*found;
}

} // namespace sheaf
