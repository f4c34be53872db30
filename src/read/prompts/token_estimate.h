// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

/**
 * How many tokens a text may have where no server counts them: an upper bound for prose of any common tokenizer, so
 * that a promise made from it holds. Letters of western prose weigh 1.3 / 4 of a token, digits and signs (tables,
 * formulas) one, other scripts more than one each. Pure, any thread.
 */
namespace sheaf {

qint64 estimateTokens(QStringView text);

} // namespace sheaf
