// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/column.h"
#include "core/failure.h"
#include "core/settings.h"

/** What reading papers may cost before any of them is converted, from the files that are at hand and else from how long
 * papers usually are; each call's own price is counted from its text before it is sent, and the cap holds. Reads the
 * price table; any thread. */
namespace sheaf {

/** Papers that are to be read. */
struct PaperLengths
{
    int papers = 0;
    int counted = 0;          ///< of these, whose file tells how long they are
    qint64 countedTokens = 0; ///< of their texts
};

struct RunEstimate
{
    int papers = 0;
    int counted = 0; ///< of these, by their files
    qint64 tokensInLow = 0, tokensInHigh = 0;
    qint64 tokensOutLow = 0, tokensOutHigh = 0;
    double usdLow = 0, usdHigh = 0;
    double columnUsdLow = 0, columnUsdHigh = 0; ///< of these, what each column adds
    bool free = true;
    bool batches = false;
    std::optional<Failure> failure; ///< why the price cannot be told: read.prices, read.model
};

/** Of the first reader. */
RunEstimate estimateRun(const PaperLengths& lengths, const QVector<Column>& columns, const Settings& settings);
/** Of the second reader; nothing where there is none. */
std::optional<RunEstimate> estimateSecondReading(const PaperLengths& lengths, const QVector<Column>& columns,
                                                 const Settings& settings);

} // namespace sheaf
