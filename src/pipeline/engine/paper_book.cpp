// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/engine/paper_book.h"

#include "core/agreement.h"
#include "core/language_tag.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** Whether both readers answered the same question: one of them may be yet to be asked the changed one. */
bool sameQuestion(const PaperEntry& entry, const QString& column)
{
    const QString first = entry.answered.value(column), second = entry.secondAnswered.value(column);
    return first == second || first.isEmpty() || second.isEmpty();
}

} // namespace

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

bool wantsFullText(const PaperStatus& status)
{
    return status.basis == TextBasis::AbstractOnly && status.conversionKey.isEmpty();
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
    const bool abstractAlone = s.basis == TextBasis::AbstractOnly;
    if (!abstractAlone) {
        valuesProven += sign * s.valuesProven;
        valuesTotal += sign * s.valuesTotal;
    }
    if (s.state == State::Skipped)
        return;
    abstractOnly += sign * abstractAlone;
    if (!s.filePath.isEmpty()) {
        acquired += sign;
        (s.filePath.startsWith(documentFolder + u'/') ? openAccess : onDisk) += sign;
    } else if (abstractAlone || (s.failure && s.failure->stage == Stage::Acquire)) {
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

void PaperBook::setColumns(const QVector<Column>& columns)
{
    const QuestionSet before = std::exchange(m_questions, QuestionSet(columns));
    const QStringList changed = m_questions.changedSince(before);
    for (const PaperId paper : m_order) {
        QStringList outdated; // an answer does not stand for another question, also where it is not known for which
        for (const QString& column : changed)
            if (m_entries[paper].answered.value(column, AskedAgain).isEmpty())
                outdated.append(column);
        if (!outdated.isEmpty())
            askAgain(paper, outdated);
        recount(paper);
    }
}

void PaperBook::setSecondColumns(const QVector<Column>& columns)
{
    if (columns == m_secondQuestions.columns())
        return;
    m_secondQuestions = QuestionSet(columns);
    for (const PaperId paper : m_order)
        touch(paper);
}

void PaperBook::load(const StoredPaper& stored, const PaperReadings& readings, const AnsweredQuestions& answered,
                     const AnsweredQuestions& secondAnswered)
{
    PaperEntry entry{.paper = stored.paper, .status = stored.status, .position = m_nextPosition++};
    entry.answered = answered;
    entry.secondAnswered = secondAnswered;
    keepCells(entry, readings.shown);
    keepSecond(entry, readings);
    m_order.append(entry.paper.id);
    m_toRecount.insert(entry.paper.id);
    count(entry, +1);
    m_entries.insert(entry.paper.id, std::move(entry));
}

PaperId PaperBook::add(Paper paper, PaperStatus status, const QString& note)
{
    paper.id = m_store.nextPaperId();
    status.zoteroKey = std::exchange(paper.zoteroKey, {});
    const PaperEntry entry{.paper = paper, .status = status, .position = m_nextPosition++};
    m_store.putPaper(paper);
    m_store.putStatus(paper.id, status, note);
    m_order.append(paper.id);
    touch(paper.id);
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
    touch(paper.id);
}

void PaperBook::remove(const QVector<PaperId>& papers)
{
    const QSet<PaperId> gone(papers.cbegin(), papers.cend());
    for (const PaperId paper : gone) {
        const auto found = m_entries.constFind(paper);
        if (found == m_entries.cend())
            continue;
        count(*found, -1);
        m_secondSums.add(found->secondCounted, -1);
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
    touch(paper);
}

void PaperBook::putAnswers(PaperId paper, const Record& record, const AnsweredQuestions& answered)
{
    const auto found = m_entries.find(paper);
    if (found == m_entries.end())
        return;
    m_store.putRecord(paper, record, answered);
    keepCells(*found, record);
    found->answered.insert(answered);
    touch(paper);
    recount(paper);
}

void PaperBook::putSecondAnswers(PaperId paper, const Record& record, const AnsweredQuestions& answered)
{
    const auto found = m_entries.find(paper);
    if (found == m_entries.end())
        return;
    m_store.putRecord(paper, record, answered, ReaderRole::Second);
    found->secondAnswered.insert(answered);
    touch(paper);
}

void PaperBook::showReadings(PaperId paper, const PaperReadings& readings)
{
    const auto found = m_entries.find(paper);
    if (found == m_entries.end())
        return;
    keepCells(*found, readings.shown);
    keepSecond(*found, readings);
    touch(paper);
    recount(paper);
}

void PaperBook::askAgain(PaperId paper, const QStringList& columns)
{
    const auto found = m_entries.find(paper);
    if (found == m_entries.end() || found->answered.isEmpty())
        return;
    for (AnsweredQuestions* answered : {&found->answered, &found->secondAnswered})
        for (auto it = answered->begin(); it != answered->end(); ++it)
            if (columns.isEmpty() || columns.contains(it.key()))
                *it = AskedAgain;
    m_store.askAgain(paper, columns);
    touch(paper);
}

QVector<Column> PaperBook::unanswered(PaperId paper, ReaderRole role) const
{
    if (role == ReaderRole::First)
        return unanswered(paper, m_questions);
    const PaperEntry* entry = find(paper);
    return entry ? m_secondQuestions.unanswered(entry->secondAnswered) : QVector<Column>();
}

QVector<Column> PaperBook::unanswered(PaperId paper, const QuestionSet& questions) const
{
    const PaperEntry* entry = find(paper);
    return entry ? questions.unanswered(entry->answered) : QVector<Column>();
}

/** The sums of what is proven, over the columns of now. */
void PaperBook::recount(PaperId paper)
{
    update(paper, [this, paper](PaperStatus& s) {
        s.valuesProven = s.valuesTotal = s.quotesProven = s.quotesTotal = 0;
        for (const Column& column : columns()) {
            const CellFacts cell = m_entries[paper].cells.value(column.id);
            s.valuesTotal += cell.state != CellState::Empty;
            s.valuesProven += cell.state == CellState::Proven;
            s.quotesTotal += cell.quotesTotal;
            s.quotesProven += cell.quotesProven;
        }
    });
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

void PaperBook::setSecondStep(PaperId paper, SecondStep step)
{
    if (const auto found = m_entries.find(paper); found != m_entries.end() && found->secondStep != step) {
        found->secondStep = step;
        touch(paper);
    }
}

SecondStep PaperBook::secondStep(const PaperEntry& entry) const
{
    if (entry.secondStep != SecondStep::None)
        return entry.secondStep;
    if (entry.status.secondFailure)
        return SecondStep::Missing;
    if (entry.secondAnswered.isEmpty())
        return SecondStep::None;
    return m_secondQuestions.unanswered(entry.secondAnswered).isEmpty() ? SecondStep::Done : SecondStep::None;
}

void SecondSums::add(const SecondSums& more, int sign)
{
    waiting += sign * more.waiting;
    done += sign * more.done;
    missing += sign * more.missing;
    compared += sign * more.compared;
    differing += sign * more.differing;
}

SecondSums PaperBook::secondSumsOf(const PaperEntry& entry) const
{
    const SecondStep step = secondStep(entry);
    SecondSums sums;
    sums.done = step == SecondStep::Done;
    sums.missing = step == SecondStep::Missing;
    sums.waiting = entry.status.state == State::Done && step != SecondStep::Missing &&
                   !m_secondQuestions.unanswered(entry.secondAnswered).isEmpty();
    const bool isFullText = entry.status.basis != TextBasis::AbstractOnly;
    for (auto it = entry.second.cbegin(); it != entry.second.cend(); ++it) {
        sums.compared += it->compared && isFullText;
        sums.differing += !it->agree && isFullText && entry.cells.value(it.key()).decided.decision == Decision::None;
    }
    return sums;
}

SecondSums PaperBook::secondSums()
{
    for (const PaperId paper : std::exchange(m_toRecount, {}))
        if (const auto entry = m_entries.find(paper); entry != m_entries.end()) {
            m_secondSums.add(entry->secondCounted, -1);
            entry->secondCounted = secondSumsOf(*entry);
            m_secondSums.add(entry->secondCounted, +1);
        }
    return m_secondSums;
}

void PaperBook::touch(PaperId paper)
{
    m_changed.insert(paper);
    m_toRecount.insert(paper);
}

const Column* PaperBook::column(const QString& id) const
{
    const auto found = std::ranges::find(columns(), id, &Column::id);
    return found == columns().cend() ? nullptr : &*found;
}

void PaperBook::keepSecond(PaperEntry& entry, const PaperReadings& readings) const
{
    entry.second.clear();
    for (const Cell& cell : readings.second) {
        const Column* asked = column(cell.column);
        const auto first = std::ranges::find(readings.first, cell.column, &Cell::column);
        if (asked && first != readings.first.cend() && sameQuestion(entry, cell.column)) {
            const auto agree = answersAgree(first->value, cell.value, *asked);
            entry.second.insert(cell.column, {cellLine(first->value, *asked), cellLine(cell.value, *asked),
                                              cellState(cell), agree.value_or(true), agree.has_value()});
        }
    }
}

void PaperBook::keepCells(PaperEntry& entry, const Record& record) const
{
    for (const Cell& cell : record) {
        const Column* asked = column(cell.column);
        const ProofCounts counts = countProof({cell});
        const CellState state = cellState(cell);
        entry.cells.insert(
            cell.column,
            {cellLine(cell.value, asked ? *asked : Column()),
             state,
             {cell.decision, cell.decision == Decision::Edited ? cell.correctsProven : state == CellState::Proven,
              cell.reader},
             counts.quotesProven,
             counts.quotesTotal});
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
    row.language = primaryLanguage(languageTag(p.language));
    row.state = s.state;
    row.heldFrom = s.heldFrom;
    row.inBatch = s.inBatch;
    row.failure = s.failure;
    row.duplicateOf = s.duplicateOf;
    row.duplicateReason = s.duplicateReason;
    row.provenance = s.provenance;
    row.validation = s.validation;
    row.basis = s.basis;
    row.notice = s.notice;
    row.filePath = s.filePath;
    row.confidence = s.confidence;
    row.quotesProven = s.quotesProven;
    row.quotesTotal = s.quotesTotal;
    row.valuesProven = s.valuesProven;
    row.valuesTotal = s.valuesTotal;
    row.costUsd = s.costUsd;
    for (const Column& column : columns())
        if (const auto cell = entry->cells.constFind(column.id); cell != entry->cells.cend()) {
            row.values.insert(column.id, cell->line);
            row.cellStates.insert(column.id, cell->state);
            if (cell->decided.decision != Decision::None)
                row.decisions.insert(column.id, cell->decided);
            if (const auto second = entry->second.constFind(column.id); second != entry->second.cend())
                row.second.insert(column.id, *second);
        }
    row.secondStep = secondStep(*entry);
    row.secondFailure = s.secondFailure;
    return row;
}

} // namespace sheaf
