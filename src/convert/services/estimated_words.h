// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "convert/converter.h"

/**
 * Words for pages that have none of their own, as a scan that a service read: each block's text is spread over its
 * regions in lines of even letters, so that a quote can be proven and shown in its block; where only the page is known,
 * each word's box is the page. Where on a line a word lies is a guess, and the page's audit says that its text was
 * recognised. Pure, any thread.
 */
namespace sheaf {

void estimateWords(Conversion& conversion);

} // namespace sheaf
