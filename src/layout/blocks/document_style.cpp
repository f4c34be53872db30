// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/blocks/document_style.h"

#include <QHash>
#include <cmath>

namespace sheaf::layout {

namespace {

/** The key with the largest weight. */
int heaviest(const QHash<int, double>& weights, int otherwise)
{
    int best = otherwise;
    double most = 0;
    for (auto it = weights.begin(); it != weights.end(); ++it) {
        if (it.value() > most || (it.value() == most && it.key() < best)) {
            most = it.value();
            best = it.key();
        }
    }
    return best;
}

} // namespace

DocumentStyle documentStyle(const QVector<PageContent>& pages, const FontTable& fonts)
{
    DocumentStyle style;
    QHash<int, double> sizes, faces, leadings;
    for (const PageContent& page : pages) {
        for (const Fragment& fragment : page.fragments) {
            int letters = 0;
            for (int word : fragment.words)
                letters += page.text.words[word].length;
            // Long fragments are running text; table cells and labels are short.
            if (letters >= 20)
                sizes[int(std::lround(fragment.size * 10))] += letters;
        }
    }
    style.bodySize = float(heaviest(sizes, 100)) / 10;
    for (const PageContent& page : pages) {
        const Fragment* above = nullptr;
        for (const Fragment& fragment : page.fragments) {
            if (!style.isBody(fragment.size) || fragment.words.size() < 4)
                continue;
            faces[fragment.font] += double(fragment.words.size());
            if (above && std::abs(above->x0 - fragment.x0) < 3) {
                const float step = fragment.baseline - above->baseline;
                if (step > 0.8F * style.bodySize && step < 3.2F * style.bodySize)
                    leadings[int(std::lround(step * 5))] += 1;
            }
            above = &fragment;
        }
    }
    style.bodyFont = quint16(heaviest(faces, 0));
    style.bodyBold = style.bodyFont < fonts.size() && fonts[style.bodyFont].bold;
    style.leading = float(heaviest(leadings, int(std::lround(style.bodySize * 6)))) / 5;
    return style;
}

} // namespace sheaf::layout
