// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "convert/converter.h"
#include "core/paper.h"
#include "core/text_basis.h"

/**
 * Whether a document is the paper, or no more than its abstract: a publisher's page printed to a file, a preview of the
 * first page, an abstract of a conference. Told by rules, before anything is paid. Pure, any thread.
 */
namespace sheaf {

struct BasisVerdict
{
    TextBasis basis = TextBasis::Unknown;
    QString reason; ///< of AbstractOnly: a sentence for the paper's history
};

/**
 * A document of up to three pages, or of no pages and little text, is an abstract alone where it has an abstract, no
 * reference list, and next to nothing else; where its only page breaks off in a sentence, or cites works that it does
 * not list; where it offers the rest for sale; and where the list says that the paper has several times as many pages.
 * What is short and has no abstract, as a letter, is its full text.
 */
BasisVerdict checkTextBasis(const Conversion& conversion, const Paper& paper);

/** "1204–1219", "e12-e20", "331-9": how many pages a list names; 0 = it does not say. */
int pagesNamed(const QString& range);

/** The list's title and abstract as a document without pages; nothing without hasAbstract(). */
std::optional<Conversion> abstractDocument(const Paper& paper);

} // namespace sheaf
