// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

#include <QHash>

#include <array>

/**
 * The calls to the reader and what they cost. A call is in the journal before it is sent and until its answers are;
 * what is open counts as committed, so that spent plus committed never passes the cap. Engine thread.
 */
namespace sheaf {

class CallBook
{
public:
    CallBook(Store& store, const LedgerTotals& totals, const QVector<CallRecord>& open);

    void open(const CallRecord& call);
    /** Of a call that asks papers something beside their questions: no paper waits for its answer. */
    void openAside(const CallRecord& call);
    void setRemote(const QString& call, const QString& remoteId);
    /** Its answers were posted to the store before. */
    void close(const QString& call, double costUsd, qint64 inputTokens, qint64 outputTokens, const QString& outcome);

    const CallRecord* find(const QString& call) const;
    bool hasOpen() const { return !m_open.isEmpty(); }
    /** Whether an open call asks that reader about it. */
    bool isAsked(PaperId paper, ReaderRole role = ReaderRole::First) const
    {
        return m_asked[std::size_t(role)].contains(paper);
    }
    QVector<CallRecord> openCalls() const { return m_open.values(); }
    double spentUsd() const { return m_spent; }
    double committedUsd() const { return m_committed; }
    double secondSpentUsd() const { return m_secondSpent; }

private:
    Store& m_store;
    void insert(const CallRecord& call);

    QHash<QString, CallRecord> m_open;
    std::array<QMultiHash<PaperId, QString>, 2> m_asked; ///< by role
    double m_spent = 0, m_committed = 0, m_secondSpent = 0;
};

} // namespace sheaf
