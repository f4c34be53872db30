// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "convert/converter.h"
#include "document/pdf_document.h"

#include <QHash>
#include <QSet>

#include <future>

namespace sheaf {

class LayoutEngine;
class PageEyes;
class PageSurvey;

/** Pages that their audit holds for doubtful and whose picture can tell more: the letters are not what they say. */
QVector<int> pagesToSee(const QVector<PageAudit>& audits);

/**
 * Finds the pages of one document whose own text is missing or not to be trusted, by the page itself or by its audit,
 * and has them read from their pictures. Belongs to one conversion and its thread. A page that cannot be read keeps its
 * own text, and its audit the doubt. Two of its pages are under way at once, or more where there are many processors.
 */
class PageReading
{
public:
    /** `eyes` may be null: then nothing is read. Nor does the fast preset read anything. */
    PageReading(const PageEyes* eyes, const ConvertInput& input, const QString& preset, std::stop_token stop);

    /** Before layout takes the page: true if it is to be read. */
    bool wants(const Page& page);
    /** Reads the wanted pages and gives them to layout in place of what it has; `survey` sees their pictures, `done` is
     * told each. Ends early after a stop. */
    void readInto(LayoutEngine& engine, PageSurvey& survey, const std::function<void()>& done);
    /** After layout: true if there are pages to read that were not. They are wanted from now on, and layout is to be
     * made again, for which what was read is kept until forget(). */
    bool wantsMore(const QVector<PageAudit>& audits);
    void forget() { m_read.clear(); }

private:
    bool isKnownToAgree() const;
    bool isToBeLookedAt(const Page& page) const;
    bool isSureToBeLookedAt(const Page& page) const;
    /** Draws the page and has it read and surveyed, on a thread of its own. */
    std::future<Result<Page>> look(const Page& page, PageSurvey& survey) const;
    /** What was seen, where it is better than the page's own text. */
    std::optional<Page> judge(const Page& page, Result<Page> seen);

    const PageEyes* const m_eyes;
    const ConvertInput& m_input;
    const bool m_thorough; ///< looks at every page of a recognised text, not at the first few
    const std::stop_token m_stop;
    QVector<Page> m_wanted;
    QSet<int> m_doubted, m_looked;     ///< numbers of pages: their audits' choice; those whose picture was read
    QHash<int, Page> m_read;           ///< what took a page's place
    int m_agreed = 0, m_disagreed = 0; ///< pages of a recognised text
};

} // namespace sheaf
