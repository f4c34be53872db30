// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/column.h"
#include "core/record.h"

#include <expected>

/**
 * A model's text → a record. Tolerant where the meaning is certain (JSON in a fence or in prose, JSON inside a JSON
 * string, a list written as one text, a number or a yes as text, a bare value without its quotes), strict where it is
 * not: what remains must satisfy the schema. Each tolerance is named in the warning. Pure, any thread; the text is
 * hostile.
 */
namespace sheaf {

struct ParsedAnswer
{
    Record record;   ///< in the columns' order: column, value and quotes filled
    QString warning; ///< what had to be put right, empty = nothing
};

/** The error is the complaint: one English sentence, for the model and the log. */
std::expected<ParsedAnswer, QString> parseAnswer(const QString& text, const QVector<Column>& columns);

} // namespace sheaf
