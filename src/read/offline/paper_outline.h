// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/reader.h"

/**
 * A paper's markdown as the offline reader sees it: sentences of running text, each with the kind of section it stands
 * in and its page. Tables, formulas, captions, references and other back matter are left out. A sentence's text is the
 * markdown's own words without its mark-up, so that it can be quoted. Pure, any thread.
 */
namespace sheaf {

struct OutlineSentence
{
    QString text;
    QString section; ///< as in rules.json: "abstract", "methods", …; empty = a section of no known kind
    int page = 0;
    int index = 0;     ///< its place in the paper
    int paragraph = 0; ///< counted through the paper
};

struct PaperOutline
{
    QVector<OutlineSentence> sentences;
    QStringList keywords; ///< of the line "Keywords: …", if there is one
    int keywordsPage = 0;
    QString keywordsLine;
};

PaperOutline outlineOf(const ReadRequest& request);

/** The kind of section that a heading opens, empty = none that is known. Numbering and case do not matter. */
QString sectionOf(const QString& heading);

/** Words of a markdown text without its mark-up, on one line. */
QString plainText(const QString& markdown);

} // namespace sheaf
