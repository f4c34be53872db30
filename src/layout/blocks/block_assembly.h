// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/blocks/inline_text.h"
#include "layout/figures/figures.h"
#include "layout/tables/table.h"

/** Groups, tables and figures → blocks with text and regions, and the pages' words with the block that took them. */
namespace sheaf::layout {

/** A page after ordering. */
struct PageFlow
{
    QVector<FlowItem> items;
    QVector<Table> tables;
    QVector<FigureRegion> figures;
};

Layout assembleBlocks(const LineContext& context, const Vocabulary& vocabulary, const QVector<PageFlow>& flows,
                      const QVector<Group>& groups);

} // namespace sheaf::layout
