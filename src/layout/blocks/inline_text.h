// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/order/line_groups.h"
#include "layout/words/vocabulary.h"

/** Lines → a block's running text: spaces, scripts, hyphens at line ends. */
namespace sheaf::layout {

/** The words' position against their line. */
enum class Script
{
    None,
    Super,
    Sub
};
Script scriptOf(const Word& word, const Fragment& line);

/** Raised and lowered text as Unicode where it exists, else as <sup> and <sub>. */
QString scriptText(QStringView text, Script script);

struct InlineOptions
{
    int skipWords = 0;       ///< of the first line: a list marker
    bool plainMarks = false; ///< scripts as plain text with a space: authors and affiliations
    const Vocabulary* vocabulary = nullptr;
};

QString inlineText(const LineContext& context, const QVector<Line>& lines, const InlineOptions& options);
/** One line's words, as above. */
QString inlineText(const PageText& page, const Fragment& line, int skipWords = 0, bool plainMarks = false);
/** A code block's lines with their indents. */
QString codeText(const LineContext& context, const QVector<Line>& lines);

} // namespace sheaf::layout
