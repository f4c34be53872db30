// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

/** What a fake model answers: a value that satisfies a JSON schema, its strings being a passage of the document, so
 * that evidence checks can pass. */
namespace sheaf::testing {

QJsonObject answerFor(const QJsonObject& schema, const QString& passage);

/** The first line of a prompt that reads like a sentence. */
QString passageOf(const QString& prompt);

/** Which paper a prompt holds: the word behind "PAPER-" in its text, so that paid answers can be counted by paper. */
QString paperOf(const QString& prompt);

} // namespace sheaf::testing
