// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/closest_passage.h"
#include "core/record.h"
#include "core/words.h"

#include <memory>
#include <optional>

/**
 * Quotes ↔ words on pages. A quote is proven when, after Unicode and hyphen folding, it is one run of consecutive words
 * of one column (over a column or page break the run goes on at the next column's head), or cells of one table with
 * their headers. Linear in the text. Immutable after construction: any thread.
 */
namespace sheaf {

class ProofIndex
{
public:
    explicit ProofIndex(const QVector<PageWords>& pages);
    ~ProofIndex();
    ProofIndex(ProofIndex&&) noexcept;
    ProofIndex& operator=(ProofIndex&&) noexcept;

    /** Fills state, page, boxes, found and similarity. Looks at the claimed page, its neighbours, then everywhere. */
    Quote prove(const Quote& quote) const;
    /** Nothing where no passage is like it. */
    std::optional<ClosestPassage> closest(const Quote& quote) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/** For documents without pages (markdown, text): matched against the text itself; page 0 and no boxes. */
Quote proveInText(const Quote& quote, const QString& text);
std::optional<ClosestPassage> closestInText(const Quote& quote, const QString& text);

} // namespace sheaf
