// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/supplement.h"

#include "core/paper.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr qsizetype headWords = 60;  // a running head, a title, its authors
constexpr qsizetype firstWords = 10; // before the title

const QString what = uR"((?:(?:electronic |online )?(?:supplementary|supplemental|supporting|supplement)(?: online)? )"
                     uR"((?:information|materials?|data|files?|methods|notes?|figures|tables|text|appendix|content))"
                     uR"(|online appendix|web appendix|supplementary appendix))"_s;

bool matches(const QString& pattern, const QString& text)
{
    return QRegularExpression(pattern).match(text).hasMatch();
}

} // namespace

bool namesSupplement(const QUrl& url)
{
    static const QRegularExpression pattern(
        uR"(/suppl(?:_file|ementary|emental)?/|/-/dc\d+|[/_-](?:mmc|moesm)\d+[^/]*$|_esm\.pdf$|_si_\d+\.pdf$|[/_-]suppl?(?:ement\w*|info)?\d*\.pdf$|/supporting[-_]?info)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return pattern.match(url.path()).hasMatch();
}

bool callsItselfSupplement(const QString& title, const QString& firstPage)
{
    const QString folded = foldForMatching(title);
    const QString head = foldForMatching(firstPage).split(' '_L1, Qt::SkipEmptyParts).mid(0, headWords).join(' '_L1);
    const QString first = head.section(' '_L1, 0, firstWords - 1);
    // "Supporting information" alone, further down, is a link that publishers print beside the abstract.
    return matches("^"_L1 + what, folded) || matches("^(?:\\w+ ){0,2}"_L1 + what + "\\b"_L1, first) ||
           matches("\\b"_L1 + what + " (?:for|to|of|accompanying)\\b"_L1, head);
}

} // namespace sheaf
