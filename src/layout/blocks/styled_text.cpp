// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/blocks/styled_text.h"

namespace sheaf::layout {

void StyledText::blank(qsizetype begin, qsizetype end)
{
    for (qsizetype i = std::max<qsizetype>(begin, 0); i < std::min(end, text.size()); ++i)
        text[i] = u' ';
}

void StyledText::tidy()
{
    qsizetype kept = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i].isSpace() ? QChar(u' ') : text[i];
        if (c == u'\u00AD' || c == u'\u200B' || (c == u' ' && (kept == 0 || text[kept - 1] == u' ')))
            continue;
        text[kept] = c;
        faces[kept] = faces[i];
        ++kept;
        // Quotation marks that were typed as two single ones.
        if (kept > 1 && text[kept - 2] == c && (c == u'\'' || c == u'’' || c == u'`' || c == u'‘')) {
            --kept;
            text[kept - 1] = c == u'`' || c == u'‘' ? u'“' : u'”';
        }
    }
    while (kept > 0 && text[kept - 1] == u' ')
        --kept;
    text.truncate(kept);
    faces.truncate(kept);
}

qsizetype StyledText::firstLetter(qsizetype begin, qsizetype end) const
{
    for (qsizetype i = begin; i < std::min(end, text.size()); ++i) {
        if (text[i].isLetterOrNumber())
            return i;
    }
    return end;
}

qsizetype StyledText::lastLetter(qsizetype begin, qsizetype end) const
{
    for (qsizetype i = std::min(end, text.size()) - 1; i >= begin; --i) {
        if (text[i].isLetterOrNumber())
            return i;
    }
    return begin - 1;
}

} // namespace sheaf::layout
