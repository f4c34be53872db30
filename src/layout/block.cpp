// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/block.h"

#include <QCoreApplication>
#include <QHash>

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** Points with two decimals: enough for a screen, and short. */
QJsonArray boxToJson(const QRectF& box)
{
    const auto rounded = [](double value) { return qRound64(value * 100) / 100.0; };
    return {rounded(box.left()), rounded(box.top()), rounded(box.right()), rounded(box.bottom())};
}

} // namespace

QString blockKindName(BlockKind kind)
{
    switch (kind) {
    case BlockKind::Title:
        return u"title"_s;
    case BlockKind::Authors:
        return u"authors"_s;
    case BlockKind::Affiliation:
        return u"affiliation"_s;
    case BlockKind::Abstract:
        return u"abstract"_s;
    case BlockKind::Heading:
        return u"heading"_s;
    case BlockKind::Paragraph:
        return u"paragraph"_s;
    case BlockKind::ListItem:
        return u"list item"_s;
    case BlockKind::Table:
        return u"table"_s;
    case BlockKind::Caption:
        return u"caption"_s;
    case BlockKind::Figure:
        return u"figure"_s;
    case BlockKind::Formula:
        return u"formula"_s;
    case BlockKind::Code:
        return u"code"_s;
    case BlockKind::Footnote:
        return u"footnote"_s;
    case BlockKind::Theorem:
        return u"theorem"_s;
    case BlockKind::Reference:
        return u"reference"_s;
    case BlockKind::Furniture:
        return u"furniture"_s;
    }
    return {};
}

QString doubtSentence(const QString& reason)
{
    const QHash<QString, QString> sentences{
        {u"words lost"_s, QCoreApplication::translate("layout", "words are missing")},
        {u"order unsure"_s, QCoreApplication::translate("layout", "the reading order is unsure")},
        {u"repeated text"_s, QCoreApplication::translate("layout", "text repeats itself")},
        {u"columns mixed"_s, QCoreApplication::translate("layout", "columns may be mixed")},
        {u"line numbers in text"_s, QCoreApplication::translate("layout", "line numbers stand in the text")},
        {u"text in figures"_s, QCoreApplication::translate("layout", "text was left in a figure")},
        {u"table unsure"_s, QCoreApplication::translate("layout", "a table's rows are unsure")},
        {u"title block unsure"_s, QCoreApplication::translate("layout", "the title block is unsure")},
        {u"unreadable letters"_s, QCoreApplication::translate("layout", "the file does not say what its letters are")},
        {u"garbled text"_s, QCoreApplication::translate("layout", "the text is garbled")},
        {u"no text layer"_s, QCoreApplication::translate("layout", "a picture without text, such as a scan")},
        {u"recognised text"_s, QCoreApplication::translate("layout", "a scan with text from OCR")},
        {u"unsure letters"_s, QCoreApplication::translate("layout", "the letters are hard to recognise")},
        {u"page too large"_s, QCoreApplication::translate("layout", "the page was cut short")},
    };
    return sentences.value(reason, reason);
}

QJsonObject toJson(const Block& block)
{
    QJsonArray regions;
    for (const PageBox& region : block.regions)
        regions << QJsonObject{{u"page"_s, region.page}, {u"box"_s, boxToJson(region.box)}};
    QJsonObject json{{u"kind"_s, blockKindName(block.kind)},
                     {u"text"_s, block.text},
                     {u"regions"_s, regions},
                     {u"confidence"_s, double(block.confidence)}};
    if (block.level > 0)
        json[u"level"_s] = block.level;
    if (!block.marker.isEmpty())
        json[u"marker"_s] = block.marker;
    if (!block.label.isEmpty())
        json[u"label"_s] = block.label;
    if (block.relates >= 0)
        json[u"relates"_s] = block.relates;
    if (block.kind == BlockKind::Table) {
        QJsonArray cells;
        for (const TableCell& cell : block.cells)
            cells << QJsonObject{{u"text"_s, cell.text},
                                 {u"row"_s, cell.row},
                                 {u"column"_s, cell.column},
                                 {u"rowSpan"_s, cell.rowSpan},
                                 {u"columnSpan"_s, cell.columnSpan},
                                 {u"header"_s, cell.header},
                                 {u"box"_s, boxToJson(cell.box)}};
        json[u"rows"_s] = block.rows;
        json[u"columns"_s] = block.columns;
        json[u"cells"_s] = cells;
    }
    return json;
}

QJsonObject toJson(const PageAudit& audit)
{
    return {{u"page"_s, audit.page},
            {u"confidence"_s, audit.confidence},
            {u"coverage"_s, audit.coverage},
            {u"words"_s, audit.words},
            {u"reasons"_s, QJsonArray::fromStringList(audit.reasons)}};
}

} // namespace sheaf
