// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/column.h"
#include "core/failure.h"

#include <QJsonValue>

#include <optional>

/**
 * Columns that a model proposes after reading a few papers. It answers one more question, whose answer is a list of
 * lines "NAME | QUESTION | TYPE"; only what the user ticks becomes a column. Values and pure functions, any thread.
 */
namespace sheaf {

constexpr int ProposalPapers = 3; ///< that are asked

struct ColumnProposal
{
    Column column;
    int papers = 0; ///< that proposed it
};

struct ProposalAnswer
{
    QVector<ColumnProposal> proposals; ///< what most papers proposed first
    int asked = 0;                     ///< papers
    double costUsd = 0;
    std::optional<Failure> failure; ///< why there are none
};

/** The question that brings proposals beside the columns that are there. */
Column proposalQuestion(const QVector<Column>& there);
/** From one answer a paper; what is there already and what has no form is left out. */
QVector<ColumnProposal> proposalsFrom(const QVector<QJsonValue>& answers, const QVector<Column>& there);

} // namespace sheaf
