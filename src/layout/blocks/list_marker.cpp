// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/blocks/list_marker.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

std::optional<ListMarker> listMarker(const LineContext& context, const Line& line)
{
    if (line.words.size() < 2)
        return std::nullopt;
    const PageText& page = context.pageOf(line);
    const Word& first = page.words[line.words[0]];
    const Word& second = page.words[line.words[1]];
    const QString text = page.textOf(first).toString();
    constexpr QStringView bullets = u"•◦▪‣●○■□➢✓·∙⋄◆►❖–—∗*-";
    if (text.size() == 1 && bullets.contains(text[0])) {
        // A dash or star inside running text is no bullet: it stands apart from its item.
        const bool certain = !QStringView(u"–—∗*-").contains(text[0]);
        if (isGlued(first, second) || (!certain && second.x0 - first.x1 < 0.3F * line.size))
            return std::nullopt;
        return ListMarker{text, 1, true};
    }
    static const QRegularExpression enumerated(
        u"^(\\(?(\\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\\)|(\\d{1,3}|[a-zA-Z]|[ivx]{1,5})\\.)$"_s);
    QString mark;
    for (int taken = 0; taken < 3 && taken + 1 < line.words.size(); ++taken) {
        mark += page.textOf(page.words[line.words[taken]]);
        const bool ends = !isGlued(page.words[line.words[taken]], page.words[line.words[taken + 1]]);
        if (ends && enumerated.match(mark).hasMatch())
            return ListMarker{mark, taken + 1, false};
        if (ends)
            break;
    }
    return std::nullopt;
}

} // namespace sheaf::layout
