// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/blocks/styled_text.h"
#include "layout/references/csl_item.h"

#include <QStringList>

/**
 * One entry of a bibliography → the work that it names. There is no list of styles: the entry is read from left to
 * right as label, people, date, title and source, and where one ends and the next begins is decided by what each style
 * leaves as evidence: quotation marks, the places where italics begin and end, "In", journal names with volumes behind
 * them, years in brackets. Pure functions, any thread.
 */
namespace sheaf::layout {

struct CitationText
{
    StyledText styled;
    QStringList links; ///< targets of the link annotations on it
};

/** The works of one entry: mostly one; more where they are counted "(a) …, (b) …". Empty for no text at all. */
QVector<CslItem> readCitation(const CitationText& entry);

/** A whole list: dashes in place of authors stand for those of the entry before. */
QVector<CslItem> readCitations(const QVector<CitationText>& entries);

} // namespace sheaf::layout
