// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "convert/converter.h"

/** Layout and words ↔ bytes, for the cache and for volumes too long to keep them otherwise. Pure, any thread. */
namespace sheaf {

PackedPages packPages(const QVector<Block>& layout, const QVector<PageWords>& words);
/** False for malformed bytes. The words' blocks count from PackedPages::firstBlock then. */
bool unpackPages(const PackedPages& packed, QVector<Block>& layout, QVector<PageWords>& words);

} // namespace sheaf
