// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/furniture/repeated_lines.h"

#include <QSet>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

constexpr double edgeZone = 0.15; ///< of the height: heads and feet stand there

QString folded(const QString& text)
{
    QString key;
    bool digits = false;
    for (QChar c : text) {
        if (c.isDigit()) {
            if (!digits)
                key += u'#';
            digits = true;
        } else if (c.isLetter()) {
            key += c.toLower();
            digits = false;
        }
    }
    return key;
}

QString key(const QString& text, double y)
{
    return folded(text) + u'@' + QString::number(std::floor(y / 4));
}

} // namespace

void RepeatedLines::learn(const QVector<PageContent>& pages)
{
    m_pages = int(pages.size());
    for (const PageContent& page : pages) {
        QSet<QString> seen;
        for (const Fragment& fragment : page.fragments) {
            if (!inEdgeZone(page.text, fragment))
                continue;
            const QString text = plainText(page.text, fragment.words);
            // Two overlapping grids of positions, so that a small shift does not part what repeats.
            seen << key(text, fragment.baseline) << key(text, fragment.baseline + 2) + u'+';
        }
        for (const QString& one : std::as_const(seen))
            ++m_pagesOf[one];
    }
}

bool RepeatedLines::inEdgeZone(const PageText& page, const Fragment& fragment)
{
    const double y = fragment.middle() / std::max(1.0, page.height());
    return y < edgeZone || y > 1 - edgeZone;
}

int RepeatedLines::pagesWith(const QString& text, float baseline) const
{
    return std::max(m_pagesOf.value(key(text, baseline)), m_pagesOf.value(key(text, baseline + 2) + u'+'));
}

bool RepeatedLines::isRepeated(const QString& text, float baseline) const
{
    return pagesWith(text, baseline) >= std::max(2, m_pages / 8);
}

bool RepeatedLines::isRare(const QString& text, float baseline) const
{
    return pagesWith(text, baseline) < std::max(3, m_pages / 4);
}

bool RepeatedLines::isOnMostPages(const QString& text, float baseline) const
{
    return pagesWith(text, baseline) >= std::max(3, m_pages * 3 / 4);
}

} // namespace sheaf::layout
