// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/paper_book.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace sheaf {

QString cellLine(const QJsonValue& value, const Column& column)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? QCoreApplication::translate("pipeline", "yes")
                              : QCoreApplication::translate("pipeline", "no");
    case QJsonValue::Double: {
        const QString number = QLocale().toString(value.toDouble(), 'g', 10);
        return column.unit.isEmpty() ? number : number + u' ' + column.unit;
    }
    case QJsonValue::Array: {
        QStringList items;
        for (const QJsonValue item : value.toArray())
            items.append(item.toString().simplified());
        return items.join("; "_L1);
    }
    default:
        return value.toString().simplified();
    }
}

State restingState(const PaperStatus& status)
{
    return status.conversionKey.isEmpty() ? State::Waiting : State::QueuedForReading;
}

void PaperSums::add(const PaperEntry& entry, const QString& documentFolder, int sign)
{
    const PaperStatus& s = entry.status;
    byState[std::size_t(s.state)] += sign;
    papers += sign;
    valuesProven += sign * s.valuesProven;
    valuesTotal += sign * s.valuesTotal;
    if (s.state == State::Skipped)
        return;
    if (!s.filePath.isEmpty()) {
        acquired += sign;
        (s.filePath.startsWith(documentFolder + u'/') ? openAccess : onDisk) += sign;
    } else if (s.failure && s.failure->stage == Stage::Acquire) {
        notFound += sign;
    }
}

void PaperBook::count(const PaperEntry& entry, int sign)
{
    m_sums.add(entry, m_documentFolder, sign);
    const PaperStatus& s = entry.status;
    if (s.fileHash.isEmpty() || s.state == State::Skipped)
        return;
    if (sign > 0 && !m_byHash.contains(s.fileHash))
        m_byHash.insert(s.fileHash, entry.paper.id);
    else if (sign < 0 && m_byHash.value(s.fileHash) == entry.paper.id)
        m_byHash.remove(s.fileHash);
}

void PaperBook::load(const StoredPaper& stored, const Record& record, const QVector<Column>& columns)
{
    PaperEntry entry{.paper = stored.paper, .status = stored.status, .position = m_nextPosition++};
    showRecord(entry, record, columns);
    m_order.append(entry.paper.id);
    count(entry, +1);
    m_entries.insert(entry.paper.id, std::move(entry));
}

PaperId PaperBook::add(Paper paper, const PaperStatus& status, const QString& note)
{
    paper.id = m_store.nextPaperId();
    const PaperEntry entry{.paper = paper, .status = status, .position = m_nextPosition++};
    m_store.putPaper(paper);
    m_store.putStatus(paper.id, status, note);
    m_order.append(paper.id);
    m_changed.insert(paper.id);
    count(entry, +1);
    m_entries.insert(paper.id, entry);
    return paper.id;
}

void PaperBook::setPaper(const Paper& paper)
{
    const auto found = m_entries.find(paper.id);
    if (found == m_entries.end() || found->paper == paper)
        return;
    found->paper = paper;
    m_store.putPaper(paper);
    m_changed.insert(paper.id);
}

void PaperBook::remove(const QVector<PaperId>& papers)
{
    const QSet<PaperId> gone(papers.cbegin(), papers.cend());
    for (const PaperId paper : gone) {
        const auto found = m_entries.constFind(paper);
        if (found == m_entries.cend())
            continue;
        count(*found, -1);
        m_entries.erase(found);
        m_changed.remove(paper);
        m_removed.append(paper);
    }
    m_order.removeIf([&](PaperId paper) { return gone.contains(paper); });
    m_store.removePapers(papers);
}

const PaperEntry* PaperBook::find(PaperId paper) const
{
    const auto found = m_entries.constFind(paper);
    return found == m_entries.cend() ? nullptr : &*found;
}

State PaperBook::state(PaperId paper) const
{
    const PaperEntry* entry = find(paper);
    return entry ? entry->status.state : State::Cancelled;
}

QVector<PaperId> PaperBook::inListOrder() const
{
    return m_order;
}

void PaperBook::update(PaperId paper, const Change& change, const QString& note)
{
    const auto found = m_entries.find(paper);
    if (found == m_entries.end())
        return;
    PaperStatus next = found->status;
    change(next);
    if (next == found->status && note.isEmpty())
        return;
    count(*found, -1);
    found->status = next;
    count(*found, +1);
    m_store.putStatus(paper, next, note);
    m_changed.insert(paper);
}

void PaperBook::setRecord(PaperId paper, const Record& record, const QVector<Column>& columns)
{
    const auto found = m_entries.find(paper);
    if (found == m_entries.end())
        return;
    showRecord(*found, record, columns);
    m_changed.insert(paper);
}

void PaperBook::setPassword(PaperId paper, const QString& password)
{
    if (const auto found = m_entries.find(paper); found != m_entries.end())
        found->password = password;
}

void PaperBook::setHoldNext(PaperId paper, bool hold)
{
    if (const auto found = m_entries.find(paper); found != m_entries.end())
        found->holdNext = hold;
}

void PaperBook::showRecord(PaperEntry& entry, const Record& record, const QVector<Column>& columns) const
{
    entry.values.clear();
    entry.cellStates.clear();
    for (const Cell& cell : record) {
        const auto column = std::ranges::find(columns, cell.column, &Column::id);
        if (column == columns.cend())
            continue;
        entry.values.insert(cell.column, cellLine(cell.value, *column));
        entry.cellStates.insert(cell.column, cellState(cell));
    }
}

PaperRow PaperBook::row(PaperId paper) const
{
    const PaperEntry* entry = find(paper);
    if (!entry)
        return {};
    const Paper& p = entry->paper;
    const PaperStatus& s = entry->status;
    PaperRow row;
    row.id = p.id;
    row.position = entry->position;
    row.title = p.title;
    row.authors = shortAuthors(p.authors);
    row.venue = p.venue;
    row.year = p.year;
    row.pages = s.pages;
    row.doi = p.ids.doi;
    row.language = p.language;
    row.state = s.state;
    row.heldFrom = s.heldFrom;
    row.inBatch = s.inBatch;
    row.failure = s.failure;
    row.duplicateOf = s.duplicateOf;
    row.duplicateReason = s.duplicateReason;
    row.provenance = s.provenance;
    row.validation = s.validation;
    row.filePath = s.filePath;
    row.confidence = s.confidence;
    row.quotesProven = s.quotesProven;
    row.quotesTotal = s.quotesTotal;
    row.valuesProven = s.valuesProven;
    row.valuesTotal = s.valuesTotal;
    row.costUsd = s.costUsd;
    row.values = entry->values;
    row.cellStates = entry->cellStates;
    return row;
}

} // namespace sheaf
