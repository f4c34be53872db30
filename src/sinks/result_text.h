// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sinks/sink.h"

/** Parts of a result as text, for the sinks that write text. Pure functions, any thread. */
namespace sheaf {

/** The record's answer to a column, nullptr where there is none. */
const Cell* cellOf(const ResultRow& row, const Column& column);
const Cell* secondCellOf(const ResultRow& row, const Column& column);
/** "agree" or "differ", what the readers said by themselves; empty where only one was asked. */
QString agreementText(const ResultRow& row, const Column& column);
/** What is said of a paper of which there was only an abstract. */
QString abstractOnlyText();
/** "; " between several values; empty where the paper does not say. */
QString valueText(const QJsonValue& value);
/** "proven", "near", "not found", "no quote", "empty"; the user's decision where there is one. */
QString cellStateText(const Cell& cell);
/** What may be shown as the paper's words: the page's own where they were found, nothing where they were not. */
QString shownQuote(const Quote& quote);
/** "Vaswani, Ashish; Shazeer, Noam" */
QString authorsText(const QVector<Author>& authors);

} // namespace sheaf
