// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/engine/paper_book.h"
#include "pipeline/engine/work_pool.h"
#include "pipeline/read/call_book.h"
#include "pipeline/read/proposals.h"
#include "read/reader.h"

/**
 * Asks a reader for columns: a few papers that were read, as unlike as there are, in one call that is journalled, paid
 * and kept under the cap like any other. One question at a time. Engine thread; deleting it abandons what is underway,
 * and the next start finds it again and books it.
 */
namespace sheaf {

class ColumnProposer : public QObject
{
    Q_OBJECT
public:
    ColumnProposer(const PaperBook& papers, Store& store, CallBook& calls, QObject* parent = nullptr);
    ~ColumnProposer() override;

    /** proposed() follows, once. */
    void ask(const Result<std::shared_ptr<Reader>>& reader, const Settings& settings);

Q_SIGNALS:
    void proposed(const sheaf::ProposalAnswer& answer);

private:
    struct Asked;
    using AskedPtr = std::shared_ptr<Asked>;
    QVector<PaperId> choose() const;
    void load(const AskedPtr& asked);
    void send(const AskedPtr& asked);
    void launch(const AskedPtr& asked);
    void finish(const QVector<ReadOutcome>& outcomes);
    void fail(const Failure& failure);

    const PaperBook& m_papers;
    Store& m_store;
    CallBook& m_calls;
    AskedPtr m_asked;
    WorkPool m_pool{1};
};

} // namespace sheaf
