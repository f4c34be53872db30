// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record.h"

/** The records of a long paper's parts → one: lists joined without repetition, of other types the first value that is
 * there, with its quotes. All records have the same columns in the same order. Pure, any thread. */
namespace sheaf {

Record mergedRecords(const QVector<Record>& parts);

} // namespace sheaf
