// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/engine/flow.h"

#include "lists/duplicates.h"
#include "pipeline/acquire/filled_fields.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

/** A part of Flow: what becomes of a paper's document, or of the abstract in its place, until a reader gets it. */
namespace sheaf {

namespace {

/** Everything was asked and nothing was found. What may be there the next time, as a source gave no answer, and what
 * the user can mend (an address, a password, a wrong file) are not meant. */
bool hasNoDocument(const Failure& failure)
{
    return !failure.retryable && (failure.code == "acquire.no-open-copy"_L1 || failure.code == "acquire.not-a-pdf"_L1 ||
                                  failure.code == "acquire.supplement"_L1);
}

} // namespace

void Flow::onFetched(PaperId paper, const Acquired& acquired, qint64 milliseconds)
{
    const PaperEntry* entry = m_papers.find(paper);
    const bool replaces = entry && wantsFullText(entry->status) && entry->status.fileHash != acquired.sha256;
    if (replaces)
        m_papers.askAgain(paper, {}); // the answers were about the abstract
    const auto keep = [&](PaperStatus& s) {
        if (replaces)
            s.basis = TextBasis::Unknown;
        s.filePath = acquired.path;
        s.fileHash = acquired.sha256;
        s.fileBytes = acquired.bytes;
        s.provenance = acquired.provenance;
        s.pages = acquired.pages;
        s.validation = validationName(acquired.identity.status);
        s.validationReason = acquired.identity.reason;
        s.acquireMs = milliseconds;
    };
    const PaperId same = m_papers.byFileHash(acquired.sha256);
    if (same && same != paper && m_papers.state(same) != State::Cancelled) {
        m_acquire.drop(paper);
        advance(paper, State::Skipped, [&](PaperStatus& s) {
            keep(s);
            s.duplicateOf = same;
            s.duplicateReason = sameByLabel(SameBy::FileHash);
        });
    } else if (!advance(paper, State::Acquiring, keep)) {
        m_acquire.drop(paper);
    }
    notice();
}

/** What the list left out and the document prints, in the list's favour; what the user took back stays empty. A note
 * for the paper's history, empty where nothing was missing. */
QString Flow::fillIn(PaperId paper, const Paper& printed)
{
    const PaperEntry* entry = m_papers.find(paper);
    if (!entry)
        return {};
    Paper after = entry->paper;
    mergeInto(after, printed);
    const QVector<FilledField> filled = filledIn(entry->paper, entry->status.filled, after);
    m_papers.setPaper(after);
    m_papers.update(paper, [&filled](PaperStatus& s) { s.filled += filled; });
    QStringList labels;
    for (const FilledField& one : filled)
        labels.append(fieldLabel(one.field));
    return labels.isEmpty() ? QString() : tr("Filled in from the document: %1").arg(labels.join(u", "_s));
}

void Flow::onConverted(PaperId paper, const Converted& converted)
{
    m_store.putConversion(converted.key, converted.packed);
    const auto keep = [&](PaperStatus& s) {
        s.conversionKey = converted.key;
        s.converter = converted.converter;
        s.basis = converted.basis.basis;
        s.confidence = converted.confidence;
        s.pages = converted.pages;
        s.convertMs = converted.milliseconds;
    };
    QStringList notes{fillIn(paper, converted.printed), converted.basis.reason};
    notes.removeAll(QString());
    const QString note = notes.join(u". "_s);
    if (m_papers.state(paper) != State::Converting)
        m_papers.update(paper, keep, note); // cancelled or stopped meanwhile: the work is kept
    else if (advance(paper, State::QueuedForReading, keep, note))
        queueForReading(paper, converted.markdownBytes);
    notice();
}

void Flow::queueForReading(PaperId paper, qint64 markdownBytes)
{
    if (m_calls.isAsked(paper)) {
        m_papers.update(paper, [](PaperStatus& s) { s.state = State::QueuedForReading; });
        return; // its answer is on the way
    }
    if (asksNothing(paper)) {
        advance(paper, State::Done);
        return;
    }
    m_papers.update(paper, [](PaperStatus& s) { s.state = State::QueuedForReading; });
    m_trace.begin(paper, "LLM queue");
    m_committing.insert(paper);
    m_store.afterCommit(this, [this, paper, markdownBytes] {
        if (m_committing.remove(paper)) // else withdrawn or stopped meanwhile
            m_read.add(paper, markdownBytes);
        notice();
    });
}

bool Flow::readAbstract(PaperId paper, const QString& why)
{
    const PaperEntry* entry = m_papers.find(paper);
    const auto document = entry ? abstractDocument(entry->paper) : std::nullopt;
    if (!document)
        return false;
    const QByteArray packed = packConversion(*document);
    const QString key =
        u"abstract-"_s +
        QString::fromLatin1(QCryptographicHash::hash(document->markdown.toUtf8(), QCryptographicHash::Sha256).toHex());
    m_store.putConversion(key, packed);
    const auto keep = [&](PaperStatus& s) {
        s.failure.reset();
        s.filePath.clear(); // of a document that could not be converted: another one is still wanted
        s.fileHash.clear();
        s.pages = 0;
        s.validation.clear();
        s.conversionKey = key;
        s.converter = document->converter;
        s.confidence = 1;
        s.basis = TextBasis::AbstractOnly;
        s.provenance = tr("abstract, from the list");
    };
    if (advance(paper, State::QueuedForReading, keep,
                tr("%1 The list's abstract is read in its place.").arg(why).trimmed()) &&
        m_begun)
        queueForReading(paper, document->markdown.size());
    return true;
}

void Flow::readAbstracts()
{
    for (const PaperId paper : m_papers.inListOrder())
        if (const PaperStatus& s = m_papers.find(paper)->status;
            m_readAbstracts && s.state == State::NeedsAttention && s.failure && hasNoDocument(*s.failure))
            readAbstract(paper, QString(s.failure->message));
    notice();
}

void Flow::findFullText(PaperId paper)
{
    if (const PaperEntry* entry = m_papers.find(paper);
        !entry || entry->status.state != State::Done || entry->status.basis != TextBasis::AbstractOnly)
        return;
    m_papers.update(
        paper,
        [](PaperStatus& s) {
            s.state = State::Waiting;
            s.conversionKey.clear();
        },
        tr("A full text is looked for"));
    enqueue({paper});
}

void Flow::keepAbstract(PaperId paper, const QString& why)
{
    const PaperStatus status = m_papers.find(paper)->status;
    if (status.filePath.isEmpty()) {
        readAbstract(paper, why);
    } else if (advance(paper, State::Waiting, {}, why) && m_begun) {
        m_acquire.addFetched(paper, status.fileBytes); // its conversion lies in the cache
        m_acquire.pump();
    }
}

void Flow::onFailed(PaperId paper, const Failure& failure)
{
    if (const PaperEntry* entry = m_papers.find(paper); entry && wantsFullText(entry->status))
        keepAbstract(paper, failure.message);
    else if (!m_readAbstracts || !hasNoDocument(failure) || !readAbstract(paper, failure.message))
        advance(paper, needsAttention(failure) ? State::NeedsAttention : State::Failed,
                [&](PaperStatus& s) { s.failure = failure; });
    notice();
}

} // namespace sheaf
