// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/page_model.h"

/**
 * How a long document is cut, so that memory does not grow with its pages: what is as short as a paper or a thesis
 * stays whole, since layout learns from all its pages; a volume goes in even ranges that begin, where the outline shows
 * one, with a chapter. Pure, any thread.
 */
namespace sheaf {

struct PageRange
{
    int first = 1, last = 0; ///< from 1, both included

    bool operator==(const PageRange&) const = default;
};

QVector<PageRange> pageRanges(const DocumentInfo& info);

} // namespace sheaf
