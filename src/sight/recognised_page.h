// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/page_model.h"
#include "gpu/ocr_engine.h"

namespace sheaf {

/**
 * The page with the lines that were read from its picture in place of its own text, as if a recogniser had laid them
 * invisibly over it. `points` is a pixel's size. Within a word the letters share its width evenly; a slanted line is
 * laid level, at the height of its middle. Any thread.
 */
Page recognisedPage(const Page& page, const std::vector<gpu::ReadLine>& lines, double points);

} // namespace sheaf
