// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/block.h"
#include "layout/words/text_model.h"

/**
 * How far each page can be trusted. Confidence estimates the share of the page's text that is right: 1 minus what each
 * doubt costs, where a cost is the share of the page's words that the doubt is about, or what pages with that doubt
 * lacked (tests/bench/convert/audit.py, which compares pages with a known truth by their runs of three words). On 435
 * pages of articles, books and scans, while layout made more mistakes than it does now: above 0.9, 97 % of the text was
 * right, from 0.7 to 0.9, 89 %; below, where PageAudit::isDoubtful() begins, half or less, and nothing of pages without
 * a text layer. What words and boxes cannot show, such as a heading's wrong level, it does not see.
 */
namespace sheaf::layout {

QVector<PageAudit> auditPages(const QVector<PageContent>& pages, const Layout& layout);

} // namespace sheaf::layout
