// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paper.h"

/**
 * Several names in one text, as tables and exports write them: "Smith, J.; Doe, A.", "Griffin DK, Larkin DM",
 * "Joseph Rottman, Erran Carmel", "Yang, Z. and Jiang, B.", "Smith, J., Doe, A.". Pure function, any thread.
 */
namespace sheaf {

QVector<Author> authorsFromText(QStringView text);

} // namespace sheaf
