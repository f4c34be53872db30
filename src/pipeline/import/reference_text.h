// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/list_reader.h"

/**
 * References as they are printed, copied out of a paper's bibliography: read by layout's citation parser, entry by
 * entry. Entries are told apart by their labels ("[1]", "2."), by empty lines, else each line is one. Italics between
 * asterisks or underscores, as markdown has them, help the parser. Pure function, any thread.
 */
namespace sheaf {

/** Nothing for text that is no list of references. An entry that cannot be read gives what identifiers it holds, or a
 * warning. */
std::optional<ParsedList> readReferenceText(const QString& text);

} // namespace sheaf
