// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/services/page_marks.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** Without the line feeds around it, which the mark brought. */
QStringView withoutOuterLines(QStringView text)
{
    while (text.startsWith(u'\n'))
        text = text.sliced(1);
    while (text.endsWith(u'\n'))
        text.chop(1);
    return text;
}

} // namespace

MarkedPages withoutPageMarks(const QString& markdown)
{
    static const QRegularExpression mark(u"^\\{(\\d{1,6})\\}-{48}$"_s, QRegularExpression::MultilineOption);
    MarkedPages pages;
    qsizetype begin = 0;
    for (auto matches = mark.globalMatch(markdown); matches.hasNext();) {
        const auto match = matches.next();
        pages.markdown += withoutOuterLines(QStringView(markdown).sliced(begin, match.capturedStart() - begin));
        if (!pages.markdown.isEmpty())
            pages.markdown += u"\n\n"_s;
        pages.starts.append({pages.markdown.size(), match.capturedView(1).toInt() + 1});
        begin = match.capturedEnd();
    }
    const QStringView rest = QStringView(markdown).sliced(begin);
    pages.markdown += begin == 0 ? rest : withoutOuterLines(rest);
    return pages;
}

int pageAt(const QVector<PageStart>& starts, qsizetype place)
{
    const auto after = std::ranges::upper_bound(starts, place, {}, &PageStart::at);
    return after == starts.begin() ? 0 : std::prev(after)->page;
}

} // namespace sheaf
