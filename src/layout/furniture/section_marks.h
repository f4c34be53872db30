// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/blocks/document_style.h"

#include <QHash>
#include <QSet>

/** Running heads that name the section they stand over: they change from page to page, so that repetition alone does
 * not find them, but each says what a heading says, in other type. */
namespace sheaf::layout {

class SectionMarks
{
public:
    /** Learns every line that is set apart from the body's type. */
    SectionMarks(const QVector<PageContent>& pages, const DocumentStyle& style);

    /** Whether `text`, set like `mark`, says the same as a line elsewhere that is set larger, or in another font
     * than it and the body: a table of contents is in the body's. */
    bool names(const QString& text, const Fragment& mark) const;

private:
    struct Look
    {
        float size = 0;
        quint16 font = 0;
        QString number;
    };
    QHash<QString, QVector<Look>> m_lines;     ///< by what they say
    QSet<std::pair<quint16, long>> m_headings; ///< font and size of numbered lines inside the pages
    float m_bodySize = 0;
    quint16 m_bodyFont = 0;
};

} // namespace sheaf::layout
