// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/read/column_proposer.h"

#include "core/units.h"
#include "pipeline/read/pilot.h"
#include "pipeline/read/request_builder.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

Failure noProposals(const char* code, const QString& why)
{
    return {Stage::Read, QString::fromLatin1(code), why, {}, true};
}

} // namespace

struct ColumnProposer::Asked
{
    CallRecord record;
    std::shared_ptr<Reader> reader;
    QVector<Column> there;
    QString language;
    double capUsd = 0;
    QVector<ReadRequest> requests;
    std::unique_ptr<ReadCall> out;
};

ColumnProposer::ColumnProposer(const PaperBook& papers, Store& store, CallBook& calls, QObject* parent)
    : QObject(parent), m_papers(papers), m_store(store), m_calls(calls)
{}

ColumnProposer::~ColumnProposer() = default;

void ColumnProposer::fail(const Failure& failure)
{
    m_asked.reset();
    Q_EMIT proposed({.failure = failure});
}

QVector<PaperId> ColumnProposer::choose() const
{
    QVector<PilotCandidate> candidates;
    for (const PaperId paper : m_papers.inListOrder()) {
        const PaperEntry& entry = *m_papers.find(paper);
        if (entry.status.state == State::Done && !entry.status.conversionKey.isEmpty() &&
            entry.status.basis != TextBasis::AbstractOnly)
            candidates.append({paper, entry.paper.year, entry.status.pages, entry.paper.venue});
    }
    return unlikePapers(candidates, ProposalPapers);
}

void ColumnProposer::ask(const Result<std::shared_ptr<Reader>>& reader, const Settings& settings)
{
    if (m_asked)
        return;
    if (!reader)
        return fail(reader.error());
    const ReaderTraits traits = (*reader)->traits();
    if (traits.kind == "offline"_L1)
        return fail(noProposals("read.kind", QCoreApplication::translate(
                                                 "pipeline", "The offline reader proposes nothing: choose a model.")));
    const QVector<PaperId> papers = choose();
    if (papers.isEmpty())
        return fail(
            noProposals("read.papers", QCoreApplication::translate("pipeline", "No paper was read yet: there is "
                                                                               "nothing to propose columns from.")));
    m_asked = std::make_shared<Asked>();
    m_asked->reader = *reader;
    m_asked->there = m_papers.columns();
    m_asked->language = settings.text(u"read.language"_s);
    m_asked->capUsd = settings.number(u"read.cap.usd"_s);
    CallRecord& record = m_asked->record;
    record.id = m_store.nextCallId();
    record.reader = traits.kind;
    record.model = traits.model;
    record.host = traits.host;
    record.columns = {proposalQuestion(m_asked->there)};
    for (const PaperId paper : papers)
        record.requests.append({u"%1-%2"_s.arg(record.id).arg(record.requests.size()), paper});
    load(m_asked);
}

void ColumnProposer::load(const AskedPtr& asked)
{
    QVector<RequestHandle> handles;
    for (const auto& [request, paper] : asked->record.requests)
        handles.append(requestHandle(request, *m_papers.find(paper)));
    m_pool.run([handles, questions = Questions{asked->record.columns, asked->language},
                path = m_store.path()] { return buildRequests(path, handles, questions); },
               [this, asked](const QVector<ReadRequest>& requests) {
                   asked->requests = requests;
                   send(asked);
               });
}

void ColumnProposer::send(const AskedPtr& asked)
{
    CallRecord& record = asked->record;
    record.requests.clear();
    for (const ReadRequest& request : std::as_const(asked->requests)) {
        record.requests.append({request.id, request.paper.id});
        if (!asked->reader->traits().free)
            record.committedUsd += asked->reader->estimate(request, ReadMode::Single).usdHigh;
    }
    const bool fits = record.committedUsd <= asked->capUsd - m_calls.spentUsd() - m_calls.committedUsd();
    if (!asked->reader->traits().free && !fits)
        return fail(noProposals("read.cap", QCoreApplication::translate(
                                                "pipeline", "Asking for columns could cost more than the limit of %1.")
                                                .arg(formatUsd(asked->capUsd))));
    record.openedAt = QDateTime::currentDateTimeUtc();
    m_calls.openAside(record);
    m_store.afterCommit(this, [this, asked] { launch(asked); });
}

void ColumnProposer::launch(const AskedPtr& asked)
{
    const QString id = asked->record.id;
    asked->out.reset(asked->reader->start(id, std::exchange(asked->requests, {}), ReadMode::Single));
    connect(asked->out.get(), &ReadCall::submitted, this,
            [this, id](const QString& remoteId) { m_calls.setRemote(id, remoteId); });
    connect(asked->out.get(), &ReadCall::finished, this,
            [this](const QVector<ReadOutcome>& outcomes) { finish(outcomes); });
}

void ColumnProposer::finish(const QVector<ReadOutcome>& outcomes)
{
    const AskedPtr asked = std::exchange(m_asked, nullptr);
    asked->out->disconnect(this);
    asked->out.release()->deleteLater();
    ProposalAnswer answer{.asked = int(outcomes.size())};
    qint64 tokensIn = 0, tokensOut = 0;
    QVector<QJsonValue> lists;
    for (const ReadOutcome& outcome : outcomes) {
        answer.costUsd += outcome.usage.costUsd;
        tokensIn += outcome.usage.inputTokens;
        tokensOut += outcome.usage.outputTokens;
        if (outcome.record && !outcome.record->isEmpty())
            lists.append(outcome.record->first().value);
        else if (!outcome.record)
            answer.failure = outcome.record.error();
    }
    const QString code = answer.failure ? answer.failure->code : u"ok"_s;
    m_calls.close(asked->record.id, answer.costUsd, tokensIn, tokensOut, code);
    m_store.afterCommit(this, [reader = asked->reader, id = asked->record.id] { reader->forget(id); });
    answer.proposals = proposalsFrom(lists, asked->there);
    if (!answer.proposals.isEmpty())
        answer.failure.reset();
    else if (!answer.failure)
        answer.failure = noProposals("read.papers",
                                     QCoreApplication::translate("pipeline", "The model proposed no further column."));
    Q_EMIT proposed(answer);
}

} // namespace sheaf
