// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sinks/sink.h"

/** Results as markdown, piece by piece. A paper's text is data: nothing in it becomes mark-up. Pure functions, any
 * thread. */
namespace sheaf {

/** A table, a paper a row; `link` says where a title leads, empty = nowhere. */
QString markdownOverview(const QVector<ResultRow>& rows, const std::function<QString(const ResultRow&)>& link);
QString markdownTitleOf(const ResultRow& row);
/** Where the paper is from, what went wrong, and the answers with the quotes that were found. */
QString markdownAnswers(const ResultRow& row, const QVector<Column>& columns);

} // namespace sheaf
