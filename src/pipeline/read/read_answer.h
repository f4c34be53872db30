// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/read/call_book.h"
#include "pipeline/read/read_stage.h"

/** What both readers' answers are judged by, whichever paper they are about. Pure functions but for the book. Engine
 * thread. */
namespace sheaf {

/** Nothing was answered and nothing is wrong with the paper: it goes to a reader again. */
bool wasNotRead(const Failure& failure);
/** One cell a question, also where the reader left one out: it would be asked for ever. */
Record completedRecord(const Record& answers, const QVector<Column>& columns);
/** The stamps of what was asked. */
AnsweredQuestions answeredQuestions(const QVector<Column>& columns);

/** Whether the answer is about a document that the paper does not have any more: it was paid for, and says nothing. */
bool isAboutAnother(const ReadAnswer& answer, const PaperEntry& paper);

/** Papers of the call that have no outcome. */
QVector<PaperId> papersWithout(const ReadAnswer& answer, const CallRecord& call);
/** Ends the call in the book with what it cost; what finds it again on the server goes once that is on disk. */
void closeCall(const ReadAnswer& answer, CallBook& calls, Store& store, QObject* scope);

} // namespace sheaf
