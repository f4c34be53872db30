// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/native/page_ranges.h"

namespace sheaf {

namespace {

constexpr int longestWhole = 400; ///< pages
constexpr int rangePages = 100;   ///< take about 30 MB while their layout is made

/** The first page of a chapter nearest below `wanted`, not below `least`; `wanted` where there is none. */
int chapterStart(const DocumentInfo& info, int least, int wanted)
{
    int level = 100, start = 0;
    for (const OutlineEntry& entry : info.outline) {
        const bool better = entry.level < level || (entry.level == level && entry.page > start);
        if (entry.page >= least && entry.page <= wanted && better) {
            level = entry.level;
            start = entry.page;
        }
    }
    return start > 0 ? start : wanted;
}

} // namespace

QVector<PageRange> pageRanges(const DocumentInfo& info)
{
    QVector<PageRange> ranges{{1, info.pages}};
    const int longest = info.pages > longestWhole ? rangePages * 3 / 2 : longestWhole;
    while (info.pages - ranges.last().first + 1 > longest) {
        const int begin = ranges.last().first;
        const int next = chapterStart(info, begin + rangePages / 2, begin + rangePages);
        ranges.last().last = next - 1;
        ranges << PageRange{next, info.pages};
    }
    return ranges;
}

} // namespace sheaf
