// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/column.h"
#include "core/failure.h"
#include "core/paper.h"

/** What it would cost to read papers again, before it is asked for. Values, shared between threads. */
namespace sheaf {

struct PriceQuestion
{
    int id = 0;                 ///< of the asker; its next question takes this one's place
    QVector<Column> columns{};  ///< the file's questions as they would be
    bool again = false;         ///< also what is answered is read again:
    QVector<PaperId> papers{};  ///< of these, empty = of all that were read
    QStringList againColumns{}; ///< by id, empty = all
};

struct PriceAnswer
{
    int id = 0;
    int papers = 0;      ///< read already, and read again
    int counted = 0;     ///< of them, so far: below `papers` the sums still grow
    int toCome = 0;      ///< not read yet: they answer in their first reading
    QStringList columns; ///< that are read again, by id
    bool free = true;
    double usdLow = 0, usdHigh = 0;             ///< what is likely
    double usdMost = 0;                         ///< what is reserved under the cap: never passed
    bool secondReader = false;                  ///< there is one, and it is asked too:
    double secondUsdLow = 0, secondUsdHigh = 0; ///< its part of the above
    std::optional<Failure> failure;             ///< why the price cannot be told
};

} // namespace sheaf
