// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/words/text_model.h"

#include <QSet>

/** Page numbers: "257", "– 3 –", "page 4 of 9", "xii". */
namespace sheaf::layout {

class Folios
{
public:
    static bool isFolio(const QString& text);

    /** Learns how the printed numbers follow the pages. */
    void learn(const QVector<PageContent>& pages);
    /** The folio may be this page's: the "3" of "3 Results" on page 7 is none where other pages say so. */
    bool fits(const QString& folio, int page) const;

private:
    QSet<int> m_offsets; ///< of printed numbers to pages; a reprint has two
};

} // namespace sheaf::layout
