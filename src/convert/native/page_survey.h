// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "convert/converter.h"
#include "document/page_regions.h"
#include "document/pdf_document.h"

#include <QHash>

#include <array>
#include <set>

namespace sheaf {

class LayoutEngine;
class PageEyes;

/**
 * Has the pages of one document looked at whose drawings or pictures leave open what belongs to them: a chart's labels
 * are text like any other to rules. Belongs to one conversion and its thread. A page that cannot be looked at goes by
 * the rules alone. Two pages are under way at once.
 */
class PageSurvey
{
public:
    /** `eyes` may be null: then nothing is looked at. Nor does the fast preset look; quality looks at every page. */
    PageSurvey(const PageEyes* eyes, const ConvertInput& input, const QString& preset, std::stop_token stop);

    /** Before layout takes the page. */
    void note(const Page& page);
    /** Looks at what was noted, once a page, and tells layout. Ends early after a stop. */
    void tell(LayoutEngine& engine);
    void forget();

private:
    bool hasDrawings(const Page& page);
    Result<QVector<PageRegion>> look(int page) const;

    const PageEyes* const m_eyes;
    const ConvertInput& m_input;
    const bool m_thorough;
    const std::stop_token m_stop;
    QVector<int> m_noted;
    std::set<std::array<int, 4>> m_drawn; ///< boxes of what earlier pages drew: a journal's mark is on each
    QHash<int, QVector<PageRegion>> m_seen;
};

} // namespace sheaf
