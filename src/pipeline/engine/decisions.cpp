// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/engine/decisions.h"

#include "pipeline/read/proof_step.h"
#include "pipeline/read/request_builder.h"

#include <QCoreApplication>

namespace sheaf {

namespace {

QString sentence(Decision decision, const QString& column)
{
    switch (decision) {
    case Decision::Accepted:
        return QCoreApplication::translate("pipeline", "“%1”: answer accepted").arg(column);
    case Decision::Edited:
        return QCoreApplication::translate("pipeline", "“%1”: answer edited").arg(column);
    case Decision::Rejected:
        return QCoreApplication::translate("pipeline", "“%1”: answer rejected").arg(column);
    case Decision::None:
        break;
    }
    return QCoreApplication::translate("pipeline", "“%1”: decision taken back").arg(column);
}

} // namespace

void Decisions::decide(PaperId paper, const Cell& cell)
{
    const auto column = std::ranges::find(m_papers.columns(), cell.column, &Column::id);
    m_store.addNote(paper, sentence(cell.decision, column == m_papers.columns().cend() ? cell.column : column->name));
    m_latest.insert({paper, cell.column}, ++m_decisions);
    write(paper, cell);
    if (cell.decision == Decision::Edited && !cell.quotes.isEmpty())
        proveLater(paper, cell);
}

void Decisions::write(PaperId paper, const Cell& cell)
{
    m_store.putDecision(paper, cell);
    Q_EMIT written(paper);
}

void Decisions::proveLater(PaperId paper, const Cell& cell)
{
    const PaperEntry* entry = m_papers.find(paper);
    if (!entry)
        return;
    m_pool.run(
        [path = m_store.path(), key = entry->status.conversionKey, cell] {
            Record record{cell};
            if (const auto file = StoreReader::open(path))
                if (const auto conversion = loadConversion(**file, key))
                    proveRecord(record, *conversion);
            return record.constFirst();
        },
        [this, paper, decision = m_decisions](const Cell& proved) {
            if (m_latest.value({paper, proved.column}) == decision && m_papers.find(paper))
                write(paper, proved);
        });
}

} // namespace sheaf
