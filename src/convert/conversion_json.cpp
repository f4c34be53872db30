// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/converter.h"

#include <QIODevice>
#include <QJsonDocument>
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

/** Items of a list on lines of their own. */
class JsonList
{
public:
    JsonList(QIODevice& out, const char* name) : m_out(out) { m_out.write(",\n\""_ba + name + "\":["); }
    ~JsonList() { m_out.write("]"); }
    Q_DISABLE_COPY_MOVE(JsonList)

    void add(const QJsonObject& item)
    {
        m_out.write(m_count++ == 0 ? "\n" : ",\n");
        m_out.write(QJsonDocument(item).toJson(QJsonDocument::Compact));
    }
    int count() const { return m_count; }

private:
    QIODevice& m_out;
    int m_count = 0;
};

void writeBlocks(const Conversion& conversion, QIODevice& out)
{
    JsonList blocks(out, "blocks");
    forEachPages(conversion, [&blocks](const QVector<Block>& layout, const QVector<PageWords>&) {
        const int first = blocks.count();
        for (Block block : layout) {
            block.relates += block.relates >= 0 ? first : 0;
            blocks.add(toJson(block));
        }
    });
    if (blocks.count() > 0)
        return;
    for (const ConvertedBlock& block : conversion.blocks)
        blocks.add(toJson(asBlock(block, conversion.markdown)));
}

void writePages(const Conversion& conversion, QIODevice& out)
{
    QHash<int, QSizeF> sizes;
    forEachPages(conversion, [&sizes](const QVector<Block>&, const QVector<PageWords>& words) {
        for (const PageWords& page : words)
            sizes.insert(page.page, page.size);
    });
    JsonList pages(out, "pages");
    for (const PageAudit& audit : conversion.audits) {
        QJsonObject page = toJson(audit);
        if (const auto size = sizes.constFind(audit.page); size != sizes.constEnd()) {
            page["width"_L1] = size->width();
            page["height"_L1] = size->height();
        }
        pages.add(page);
    }
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

QJsonObject headToJson(const Conversion& conversion)
{
    return {
        {u"converter"_s, conversion.converter},
        {u"version"_s, conversion.version},
        {u"title"_s, conversion.title},
        {u"doi"_s, conversion.doi},
        {u"milliseconds"_s, conversion.milliseconds},
        {u"confidence"_s, meanConfidence(conversion)},
        {u"page_count"_s, conversion.pages},
        {u"metadata"_s, conversion.metadata},
    };
}

} // namespace

void writeJson(const Conversion& conversion, QIODevice& out)
{
    QByteArray head = QJsonDocument(headToJson(conversion)).toJson(QJsonDocument::Compact);
    head.chop(1); // its closing brace: the lists go on
    out.write(head);
    writePages(conversion, out);
    writeBlocks(conversion, out);
    {
        JsonList references(out, "references");
        forEachReference(conversion, [&references](const QJsonObject& reference) { references.add(reference); });
    }
    out.write("}\n");
}

} // namespace sheaf
