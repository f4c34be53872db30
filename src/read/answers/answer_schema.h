// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/column.h"

#include <QJsonObject>

/**
 * The JSON schema of an answer: one object a column, {value, quotes: [{text, page}]}, the value nullable. Keeps to the
 * subset that every vendor's structured output takes: all properties required, nothing additional, anyOf for null,
 * enum, no numeric or length limits. Pure, any thread.
 */
namespace sheaf {

QJsonObject answerSchema(const QVector<Column>& columns);

/** The same with the longest lists and texts named, so that an answer ends within `answerTokens`: for servers that hold
 * a model to them while it writes. Small models repeat themselves without end. */
QJsonObject boundedSchema(const QJsonObject& schema, qint64 answerTokens);

/** Checks a value against a schema. The result is empty, or says in one English sentence what is wrong where: it is
 * sent to the model and written to the log. */
QString schemaComplaint(const QJsonObject& value, const QJsonObject& schema);

} // namespace sheaf
