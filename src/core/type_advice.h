// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/column.h"

#include <optional>

/** Whether a text column would serve better as another type, by the answers that a few papers gave. Pure, any thread.
 */
namespace sheaf {

struct TypeAdvice
{
    Column column;          ///< as it would be asked
    int answers = 0;        ///< that say so
    bool leavesOut = false; ///< of a Number: what stands behind the numbers, and is not one unit for all
};

/**
 * All answers are yes or no: yes/no. All are phrases that begin with one number, which is neither a range nor a date's:
 * a number, with its unit where that is the same in all. All are among a few values that come again: one of them.
 * Nothing for a column that is no text, or with fewer than two answers; for choices, three. Answers that say nothing
 * are not to be given.
 */
std::optional<TypeAdvice> adviseType(const Column& column, const QStringList& answers);

} // namespace sheaf
