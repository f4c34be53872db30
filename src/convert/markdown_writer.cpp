// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/markdown_writer.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** A paragraph must not turn into a heading, list, quote or table by its first characters. */
QString escapedStart(const QString& text)
{
    static const QRegularExpression special(u"^(#{1,6} |[-+*] |>|```|~~~|\\||={3,}$|-{3,}$)"_s);
    if (!special.match(text).hasMatch())
        return text;
    return u'\\' + text;
}

QString cellText(const QString& text)
{
    QString escaped = text;
    escaped.replace(u'|', "\\|"_L1).replace(u'\n', u' ');
    return escaped;
}

QString htmlText(const QString& text)
{
    // Script tags that the layout wrote stay tags.
    QString escaped = text.toHtmlEscaped();
    for (const QString& tag : {u"sup"_s, u"sub"_s}) {
        escaped.replace("&lt;"_L1 + tag + "&gt;"_L1, u'<' + tag + u'>');
        escaped.replace("&lt;/"_L1 + tag + "&gt;"_L1, "</"_L1 + tag + u'>');
    }
    return escaped;
}

QString pipeTable(const Block& table)
{
    QVector<QStringList> rows(table.rows, QStringList(table.columns));
    int headerRows = 0;
    for (const TableCell& cell : table.cells) {
        if (cell.row < table.rows && cell.column < table.columns)
            rows[cell.row][cell.column] = cellText(cell.text);
        if (cell.header)
            headerRows = std::max(headerRows, cell.row + 1);
    }
    QString text;
    for (int row = 0; row < table.rows; ++row) {
        text += "| "_L1 + rows[row].join(" | "_L1) + " |\n"_L1;
        if (row == 0)
            text += "|"_L1 + " --- |"_L1.toString().repeated(table.columns) + u'\n';
    }
    text.chop(1);
    return text;
}

QString htmlTable(const Block& table)
{
    QVector<QVector<bool>> covered(table.rows, QVector<bool>(table.columns, false));
    QVector<QVector<const TableCell*>> starts(table.rows, QVector<const TableCell*>(table.columns, nullptr));
    for (const TableCell& cell : table.cells) {
        const int rowEnd = std::min(cell.row + cell.rowSpan, table.rows);
        const int columnEnd = std::min(cell.column + cell.columnSpan, table.columns);
        for (int row = cell.row; row < rowEnd; ++row) {
            for (int column = cell.column; column < columnEnd; ++column)
                covered[row][column] = true;
        }
        if (cell.row < table.rows && cell.column < table.columns)
            starts[cell.row][cell.column] = &cell;
    }
    QString html = u"<table>\n"_s;
    for (int row = 0; row < table.rows; ++row) {
        html += "<tr>"_L1;
        for (int column = 0; column < table.columns; ++column) {
            const TableCell* cell = starts[row][column];
            if (!cell) {
                if (!covered[row][column])
                    html += "<td></td>"_L1;
                continue;
            }
            const QLatin1StringView tag = cell->header ? "th"_L1 : "td"_L1;
            html += u'<' + tag;
            if (cell->columnSpan > 1)
                html += u" colspan=\"%1\""_s.arg(cell->columnSpan);
            if (cell->rowSpan > 1)
                html += u" rowspan=\"%1\""_s.arg(cell->rowSpan);
            html += u'>' + htmlText(cell->text) + "</"_L1 + tag + u'>';
        }
        html += "</tr>\n"_L1;
    }
    return html + "</table>"_L1;
}

bool hasSpans(const Block& table)
{
    return std::ranges::any_of(table.cells, [](const TableCell& c) { return c.rowSpan > 1 || c.columnSpan > 1; });
}

QString codeFence(const QString& code)
{
    QString fence = u"```"_s;
    while (code.contains(fence))
        fence += u'`';
    return fence + u'\n' + code + (code.endsWith(u'\n') ? ""_L1 : "\n"_L1) + fence;
}

QString listItem(const Block& block)
{
    const QString indent(qsizetype(block.level) * 4, u' ');
    const QString& mark = block.marker;
    // "1." and "-" are markdown's own marks; any other ("(a)", "iv)") stays as printed inside a bullet.
    static const QRegularExpression number(u"^\\(?(\\d{1,3})[.)]$"_s);
    const QRegularExpressionMatch match = number.match(mark);
    if (match.hasMatch())
        return indent + match.captured(1) + ". "_L1 + block.text;
    return indent + "- "_L1 + (mark == "-"_L1 || mark.isEmpty() ? QString() : mark + u' ') + block.text;
}

QString written(const Block& block)
{
    switch (block.kind) {
    case BlockKind::Furniture:
        return {};
    case BlockKind::Figure:
        return block.text; // a link to its picture, where it was cut out
    case BlockKind::Title:
        return "# "_L1 + block.text;
    case BlockKind::Heading:
        return QString(std::clamp(block.level, 1, 6), u'#') + u' ' + block.text;
    case BlockKind::ListItem:
        return listItem(block);
    case BlockKind::Table:
        return hasSpans(block) ? htmlTable(block) : pipeTable(block);
    case BlockKind::Code:
        return codeFence(block.text);
    case BlockKind::Footnote:
        return block.label.isEmpty() ? escapedStart(block.text) : "[^"_L1 + block.label + "]: "_L1 + block.text;
    default:
        return escapedStart(block.text);
    }
}

/** The blocks' order in the text: a footnote stands behind the block that calls it, or behind the list of that item. */
QVector<int> writingOrder(const QVector<Block>& blocks)
{
    const auto isCalled = [](const Block& b) {
        return b.kind == BlockKind::Footnote && !b.label.isEmpty() && b.relates >= 0;
    };
    QMultiMap<int, int> notes; // by the last block in front of them
    for (int i = 0; i < blocks.size(); ++i) {
        if (!isCalled(blocks[i]))
            continue;
        int caller = blocks[i].relates;
        while (blocks[caller].kind == BlockKind::ListItem && caller + 1 < blocks.size() &&
               blocks[caller + 1].kind == BlockKind::ListItem)
            ++caller;
        notes.insert(caller, i);
    }
    QVector<int> order;
    for (int i = 0; i < blocks.size(); ++i) {
        if (!isCalled(blocks[i]))
            order << i;
        QList<int> own = notes.values(i);
        std::ranges::sort(own);
        order += own;
    }
    return order;
}

} // namespace

WrittenMarkdown writeMarkdown(const QVector<Block>& blocks)
{
    WrittenMarkdown out;
    out.places = QVector<int>(blocks.size(), -1);
    for (const int i : writingOrder(blocks)) {
        const Block& block = blocks[i];
        const QString text = written(block);
        if (text.isEmpty())
            continue;
        out.places[i] = int(out.blocks.size());
        if (!out.text.isEmpty())
            out.text += "\n\n"_L1;
        ConvertedBlock placed;
        placed.kind = block.kind;
        placed.level = block.level;
        placed.begin = int(out.text.size());
        out.text += text;
        placed.end = int(out.text.size());
        placed.regions = block.regions;
        placed.confidence = block.confidence;
        out.blocks << placed;
    }
    if (!out.text.isEmpty())
        out.text += u'\n';
    return out;
}

} // namespace sheaf
