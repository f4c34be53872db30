// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/services/piece_markdown.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sheaf {

QString headingMarkdown(const QString& text, int level)
{
    return QString(std::clamp(level, 1, 6), u'#') + u' ' + text.simplified();
}

QString listItemMarkdown(const QString& text, int level)
{
    return QString(qsizetype(std::max(0, level)) * 2, u' ') + u"- "_s + text.simplified();
}

QString formulaMarkdown(const QString& latex)
{
    QString text = latex.trimmed();
    if (text.startsWith("$$"_L1) && text.endsWith("$$"_L1) && text.size() >= 4)
        text = text.sliced(2, text.size() - 4).trimmed();
    return text.isEmpty() ? QString() : u"$$\n%1\n$$"_s.arg(text);
}

QString tableMarkdown(const QVector<QStringList>& rows)
{
    qsizetype columns = 0;
    for (const QStringList& row : rows)
        columns = std::max(columns, row.size());
    if (columns == 0)
        return {};
    QString table;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        table += u'|';
        for (qsizetype column = 0; column < columns; ++column)
            table += u' ' + rows[i].value(column).simplified().replace(u'|', u"\\|"_s) + u" |"_s;
        table += u'\n';
        if (i == 0)
            table += u'|' + u" --- |"_s.repeated(columns) + u'\n';
    }
    return table.chopped(1);
}

QString htmlTable(const QString& html)
{
    const qsizetype begin = html.indexOf("<table"_L1, 0, Qt::CaseInsensitive);
    const qsizetype end = html.lastIndexOf("</table>"_L1, -1, Qt::CaseInsensitive);
    if (begin < 0 || end < begin)
        return {};
    QString table = html.sliced(begin, end + 8 - begin);
    while (table.contains("\n\n"_L1))
        table.replace(u"\n\n"_s, u"\n"_s); // an empty line would end the block
    return table;
}

} // namespace sheaf
