// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/block.h"
#include "layout/text_model.h"

/**
 * How far each page can be trusted: words that reached no block, order that jumps, text that repeats, letters without
 * Unicode, ink without text. Confidence is 1 minus what each doubt costs.
 */
namespace sheaf::layout {

QVector<PageAudit> auditPages(const QVector<PageContent>& pages, const Layout& layout);

} // namespace sheaf::layout
