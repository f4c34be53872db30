// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/offline/offline_rules.h"
#include "read/offline/paper_outline.h"

/** Which sentences of a paper answer a question: by the section they stand in and by cue phrases, or by the words that
 * they share with the question. Deterministic; pure, any thread. */
namespace sheaf {

struct ScoredSentence
{
    OutlineSentence sentence;
    double score = 0;
};

/** At most `rule.most`, none that says the same again, in the paper's order. */
QVector<ScoredSentence> chosenBy(const ColumnRule& rule, const QVector<OutlineSentence>& sentences);

/** Words that carry meaning, cut to their stems: lower case, no stop words. */
QStringList contentStems(const QString& text);

/**
 * Best first. The score is the share (0..1) of the question's stems that the sentence has, rare stems weighing more;
 * only sentences with more than half are returned.
 */
QVector<ScoredSentence> matching(const QString& question, const QVector<OutlineSentence>& sentences);

/** 0..1: how much of their words two sentences share. */
double likeness(const QString& a, const QString& b);

} // namespace sheaf
