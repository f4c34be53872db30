// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/words/text_model.h"

/** What a document's running text looks like: the measure for headings, footnotes, gaps and indents. */
namespace sheaf::layout {

struct DocumentStyle
{
    float bodySize = 10;
    quint16 bodyFont = 0;
    bool bodyBold = false;
    float leading = 12; ///< between baselines of running text

    bool isBody(float size) const { return std::abs(size - bodySize) < 0.35F; }
};

DocumentStyle documentStyle(const QVector<PageContent>& pages, const FontTable& fonts);

} // namespace sheaf::layout
