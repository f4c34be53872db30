// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "convert/converter.h"
#include "document/page_regions.h"
#include "document/pdf_document.h"

#include <QHash>

#include <array>
#include <future>
#include <mutex>
#include <set>

namespace sheaf {

class LayoutEngine;
class PageEyes;

/**
 * Has the pages of one document looked at whose drawings or pictures leave open what belongs to them: a chart's labels
 * are text like any other to rules. A scan is one picture as a whole: what it draws is known when it has been read.
 * Belongs to one conversion and its thread. A page that cannot be looked at goes by the rules alone. Two pages are
 * under way at once.
 */
class PageSurvey
{
public:
    /** `eyes` may be null: then nothing is looked at. Nor does the fast preset look; quality looks at every page. */
    PageSurvey(const PageEyes* eyes, const ConvertInput& input, const QString& preset, std::stop_token stop);

    /** Before layout takes the page, which is not to be read from its picture. */
    void note(const Page& page);
    /** Looks, once a page, at the picture that a page was read from, if it shows more than that text. Any thread. */
    void see(const Page& read, const PagePicture& picture);
    /** Looks at what was noted, once a page, and tells layout. Ends early after a stop. */
    void tell(LayoutEngine& engine);
    void forget();

private:
    bool hasDrawings(const Page& page);
    bool isSeen(int page) const;
    void keep(int page, const Result<QVector<PageRegion>>& seen);
    /** Draws the page and looks at it, on a thread of its own. */
    std::future<Result<QVector<PageRegion>>> look(int page) const;

    const PageEyes* const m_eyes;
    const ConvertInput& m_input;
    const bool m_thorough;
    const std::stop_token m_stop;
    QVector<int> m_noted;
    std::set<std::array<int, 4>> m_drawn; ///< boxes of what earlier pages drew: a journal's mark is on each
    mutable std::mutex m_mutex;           ///< guards what follows
    QHash<int, QVector<PageRegion>> m_seen;
};

} // namespace sheaf
