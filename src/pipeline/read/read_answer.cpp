// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/read/read_answer.h"

using namespace Qt::StringLiterals;

namespace sheaf {

bool wasNotRead(const Failure& failure)
{
    return failure.code == "read.not-sent"_L1 || failure.code == "stopped"_L1 || isStageWide(failure);
}

Record completedRecord(const Record& answers, const QVector<Column>& columns)
{
    Record record = answers;
    for (const Column& column : columns)
        if (std::ranges::find(record, column.id, &Cell::column) == record.cend())
            record.append(Cell{.column = column.id, .value = QJsonValue::Null});
    return record;
}

AnsweredQuestions answeredQuestions(const QVector<Column>& columns)
{
    AnsweredQuestions answered;
    for (const Column& column : columns)
        answered.insert(column.id, questionStamp(column));
    return answered;
}

bool isAboutAnother(const ReadAnswer& answer, const PaperEntry& paper)
{
    return answer.read.value(paper.paper.id) != paper.status.conversionKey;
}

QVector<PaperId> papersWithout(const ReadAnswer& answer, const CallRecord& call)
{
    QSet<PaperId> answered;
    for (const auto& [paper, outcome] : answer.outcomes)
        answered.insert(paper);
    QVector<PaperId> without;
    for (const auto& [request, paper] : call.requests)
        if (!answered.contains(paper))
            without.append(paper);
    return without;
}

void closeCall(const ReadAnswer& answer, CallBook& calls, Store& store, QObject* scope)
{
    ReadUsage total;
    QString code = u"ok"_s;
    for (const auto& [paper, outcome] : answer.outcomes) {
        total.costUsd += outcome.usage.costUsd; // the reader counts an answer in doubt as paid
        total.inputTokens += outcome.usage.inputTokens;
        total.outputTokens += outcome.usage.outputTokens;
        if (!outcome.record && code != "read.in-doubt"_L1)
            code = outcome.record.error().code;
    }
    calls.close(answer.callId, total.costUsd, total.inputTokens, total.outputTokens, code);
    store.afterCommit(scope, [reader = answer.reader, id = answer.callId] { reader->forget(id); });
}

} // namespace sheaf
