// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/column.h"
#include "core/failure.h"
#include "core/paper.h"

/** What it would cost to read papers again, before it is asked for. Values, shared between threads. */
namespace sheaf {

/** Who asks: the next question takes the place of the same asker's earlier one. */
enum class PriceAsker
{
    Editor,    ///< the columns being edited
    Proposals, ///< further columns
    Again,     ///< reading again
    Pilot,     ///< the papers being chosen for it
    Second     ///< a second reader that was just chosen
};

struct PriceQuestion
{
    PriceAsker id = PriceAsker::Editor;
    QVector<Column> columns{};  ///< the file's questions as they would be
    bool again = false;         ///< also what is answered is read again:
    QVector<PaperId> papers{};  ///< of these, empty = of all that were read
    QStringList againColumns{}; ///< by id, empty = all
    bool onlyPapers = false;    ///< only `papers`, and of them also what nobody has read yet
};

struct PriceAnswer
{
    PriceAsker id = PriceAsker::Editor;
    int papers = 0;      ///< that would be read: of those that were read already, or of those that the question names
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
