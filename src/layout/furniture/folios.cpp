// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/furniture/folios.h"

#include "layout/furniture/repeated_lines.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

QRegularExpressionMatch folioIn(const QString& text)
{
    static const QRegularExpression folio(
        u"^(page |p\\. ?|[-–—|•~(\\[] ?)?(?<number>\\d{1,4}|[ivxlc]{1,6}|[A-Z]-?\\d{1,3})( ?(of|/|\\|) ?\\d{1,4})?( ?[-–—|•~)\\]])?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return folio.match(text.trimmed());
}

/** The printed number less the page's; none for other numerals than digits. */
std::optional<int> offsetOf(const QString& folio, int page)
{
    bool isNumber = false;
    const int number = folioIn(folio).captured(u"number"_s).toInt(&isNumber);
    return isNumber ? std::optional(number - page) : std::nullopt;
}

} // namespace

bool Folios::isFolio(const QString& text)
{
    return folioIn(text).hasMatch();
}

void Folios::learn(const QVector<PageContent>& pages)
{
    QHash<int, int> pagesOf;
    for (const PageContent& page : pages) {
        QSet<int> seen;
        for (const Fragment& fragment : page.fragments) {
            if (!RepeatedLines::inEdgeZone(page.text, fragment))
                continue;
            if (const std::optional<int> offset = offsetOf(plainText(page.text, fragment.words), page.text.number))
                seen << *offset;
        }
        for (int offset : std::as_const(seen))
            ++pagesOf[offset];
    }
    for (auto it = pagesOf.cbegin(); it != pagesOf.cend(); ++it) {
        if (it.value() >= std::max(2, int(pages.size()) / 4))
            m_offsets << it.key();
    }
}

bool Folios::fits(const QString& folio, int page) const
{
    const std::optional<int> offset = offsetOf(folio, page);
    return !offset || m_offsets.isEmpty() || m_offsets.contains(*offset);
}

} // namespace sheaf::layout
