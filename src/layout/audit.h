// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/block.h"
#include "layout/text_model.h"

/**
 * How far each page can be trusted: words that reached no block, order that jumps, text that repeats, a title block
 * that swallows the page, letters without Unicode, words of no language, ink without text. Confidence is 1 minus what
 * each doubt costs; the costs come from pages with a known truth (tests/bench/convert/audit.py), so that a page below
 * PageAudit::isDoubtful()'s line nearly always is bad. What a page's words cannot show, a table put together wrongly
 * for one, it does not see.
 */
namespace sheaf::layout {

QVector<PageAudit> auditPages(const QVector<PageContent>& pages, const Layout& layout);

} // namespace sheaf::layout
