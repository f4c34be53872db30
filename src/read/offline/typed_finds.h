// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/offline/sentence_choice.h"

#include "core/column.h"

/** A number, date, choice or yes or no out of the sentences that match a question. What is not certain is not found.
 * Pure, any thread. */
namespace sheaf {

struct TypedFind
{
    QJsonValue value;
    QVector<OutlineSentence> sentences;
};

/** `best`: sentences that match the question, best first; `all`: where choices may stand too. */
std::optional<TypedFind> typedFind(const Column& column, const QVector<ScoredSentence>& best,
                                   const QVector<OutlineSentence>& all);

} // namespace sheaf
