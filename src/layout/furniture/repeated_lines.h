// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/words/text_model.h"

#include <QHash>

/** What stands at the same height of several pages, near their heads and feet: running heads, but also lines and labels
 * that are alike by chance. Numbers count as alike. */
namespace sheaf::layout {

class RepeatedLines
{
public:
    void learn(const QVector<PageContent>& pages);
    void forget() { m_pagesOf.clear(); }

    static bool inEdgeZone(const PageText& page, const Fragment& fragment);
    /** On so many pages as a running head of one chapter may be. */
    bool isRepeated(const QString& text, float baseline) const;
    /** On some only, of which two may be alike by chance. */
    bool isRare(const QString& text, float baseline) const;
    bool isOnMostPages(const QString& text, float baseline) const;

private:
    int pagesWith(const QString& text, float baseline) const;

    QHash<QString, int> m_pagesOf; ///< by text and height
    int m_pages = 0;
};

} // namespace sheaf::layout
