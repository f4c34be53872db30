// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/converter.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** What a conversion without a layout knows of a block, in the form of those that have one. */
Block asBlock(const ConvertedBlock& converted, const QString& markdown)
{
    Block block;
    block.kind = converted.kind;
    block.level = converted.level;
    block.text = markdown.mid(converted.begin, converted.end - converted.begin);
    block.regions = converted.regions;
    block.confidence = converted.confidence;
    return block;
}

QJsonArray blocksToJson(const Conversion& conversion)
{
    QJsonArray blocks;
    forEachPages(conversion, [&blocks](const QVector<Block>& layout, const QVector<PageWords>&) {
        const int first = int(blocks.size());
        for (Block block : layout) {
            block.relates += block.relates >= 0 ? first : 0;
            blocks.append(toJson(block));
        }
    });
    if (!blocks.isEmpty())
        return blocks;
    for (const ConvertedBlock& block : conversion.blocks)
        blocks.append(toJson(asBlock(block, conversion.markdown)));
    return blocks;
}

QJsonArray pagesToJson(const Conversion& conversion)
{
    QHash<int, QSizeF> sizes;
    forEachPages(conversion, [&sizes](const QVector<Block>&, const QVector<PageWords>& words) {
        for (const PageWords& page : words)
            sizes.insert(page.page, page.size);
    });
    QJsonArray pages;
    for (const PageAudit& audit : conversion.audits) {
        QJsonObject page = toJson(audit);
        if (const auto size = sizes.constFind(audit.page); size != sizes.constEnd()) {
            page["width"_L1] = size->width();
            page["height"_L1] = size->height();
        }
        pages.append(page);
    }
    return pages;
}

QJsonValue meanConfidence(const Conversion& conversion)
{
    if (conversion.audits.isEmpty())
        return QJsonValue::Null;
    double sum = 0;
    for (const PageAudit& audit : conversion.audits)
        sum += audit.confidence;
    return sum / double(conversion.audits.size());
}

} // namespace

QJsonObject conversionToJson(const Conversion& conversion)
{
    return {
        {u"converter"_s, conversion.converter},
        {u"version"_s, conversion.version},
        {u"title"_s, conversion.title},
        {u"doi"_s, conversion.doi},
        {u"milliseconds"_s, conversion.milliseconds},
        {u"confidence"_s, meanConfidence(conversion)},
        {u"page_count"_s, conversion.pages},
        {u"pages"_s, pagesToJson(conversion)},
        {u"blocks"_s, blocksToJson(conversion)},
        {u"metadata"_s, conversion.metadata},
        {u"references"_s, conversion.references},
    };
}

} // namespace sheaf
