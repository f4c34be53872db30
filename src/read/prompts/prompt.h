// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/reader.h"

/**
 * What a model is sent, free of any vendor's form: the rules, the document, the questions after it (so that a cached
 * document serves the next questions), and the schema of the answer. The texts lie in resources/prompts. Pure, any
 * thread.
 */
namespace sheaf {

struct Prompt
{
    QString system;
    QString document;
    QString questions;
    QJsonObject schema;
    int maxTokens = 0;
};

/** The part that all papers share: rules, questions and schema. */
Prompt promptFor(const QVector<Column>& columns, const QString& answerLanguage, int maxTokens);

/** Upper bound of the tokens that `prompt` costs apart from its document. */
qint64 fixedTokens(const Prompt& prompt);

/** The questions once more, with what was wrong with the answer. */
Prompt repairPrompt(Prompt prompt, const QString& complaint);

} // namespace sheaf
