// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/reader.h"

/**
 * Answers without a model: sentences of the paper itself, chosen by rule. The default columns have rules of their own
 * (resources/offline/rules.json); any other is answered by the sentences that share the question's words, out of which
 * its type takes a number, a date, a choice or a yes or no, and which stays null when that is not certain. Every value
 * is quoted where it was found. Deterministic; pure, any thread; some ten milliseconds a paper.
 */
namespace sheaf {

Record extractOffline(const ReadRequest& request);

} // namespace sheaf
