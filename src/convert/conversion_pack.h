// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "convert/converter.h"

/** Some pages ↔ bytes, the parts of packConversion(). Pure functions, any thread; false on malformed bytes. */
namespace sheaf {

PackedPages packPages(const Conversion& part);
/** Markdown, blocks, audits and references. */
bool unpackText(const PackedPages& packed, Conversion& part);
bool unpackLayout(const PackedPages& packed, QVector<Block>& layout, QVector<PageWords>& words);
/** Adds the markdown, blocks and audits of the pages that follow. */
void appendText(Conversion& whole, const Conversion& next);

} // namespace sheaf
