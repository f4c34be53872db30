// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/services/mineru_pieces.h"

#include "convert/services/piece_markdown.h"

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

QVector<PageBox> boxesOf(const QJsonObject& item)
{
    const QJsonArray bbox = item["bbox"_L1].toArray();
    if (bbox.size() != 4)
        return {};
    const auto share = [&bbox](int i) { return std::clamp(bbox[i].toDouble() / 1000, 0.0, 1.0); };
    const QRectF box(QPointF(share(0), share(1)), QPointF(share(2), share(3)));
    return box.isEmpty() ? QVector<PageBox>() : QVector<PageBox>{{item["page_idx"_L1].toInt() + 1, box}};
}

class MineruReading
{
public:
    QVector<RemotePiece> run(const QJsonArray& contentList)
    {
        for (const QJsonValue& value : contentList) {
            m_item = value.toObject();
            addItem(m_item["type"_L1].toString());
        }
        return std::move(m_pieces);
    }

private:
    void addItem(const QString& type)
    {
        const QString text = m_item["text"_L1].toString();
        if (type == "table"_L1) {
            const QString body = m_item["table_body"_L1].toString(), table = htmlTable(body);
            addAll("table_caption"_L1, BlockKind::Caption);
            add(table.isEmpty() ? body : table, BlockKind::Table);
            addAll("table_footnote"_L1, BlockKind::Footnote);
        } else if (type == "image"_L1 || type == "chart"_L1) {
            for (const QLatin1StringView name : {"image_caption"_L1, "img_caption"_L1, "chart_caption"_L1})
                addAll(name, BlockKind::Caption);
        } else if (type == "equation"_L1) {
            add(formulaMarkdown(text), BlockKind::Formula);
        } else if (type == "code"_L1) {
            addAll("code_caption"_L1, BlockKind::Caption);
            const QString code = m_item["code_body"_L1].toString(text);
            add(code.startsWith("```"_L1) ? code : u"```\n%1\n```"_s.arg(code), BlockKind::Code);
        } else if (type == "list"_L1) {
            for (const QJsonValue& entry : m_item["list_items"_L1].toArray())
                add(m_item["sub_type"_L1] == "ref_text"_L1 ? entry.toString() : listItemMarkdown(entry.toString(), 0),
                    m_item["sub_type"_L1] == "ref_text"_L1 ? std::optional(BlockKind::Reference) : std::nullopt);
        } else if (const int level = m_item["text_level"_L1].toInt(); level > 0) {
            add(headingMarkdown(text, level), {});
        } else if (type == "text"_L1 || type == "ref_text"_L1 || type == "page_footnote"_L1) {
            add(text, type == "page_footnote"_L1 ? std::optional(BlockKind::Footnote) : std::nullopt);
        } // the rest is furniture: header, footer, page_number, aside_text
    }

    void addAll(QLatin1StringView name, BlockKind kind)
    {
        for (const QJsonValue& text : m_item[name].toArray())
            add(text.toString(), kind);
    }

    void add(const QString& markdown, std::optional<BlockKind> kind)
    {
        if (!markdown.trimmed().isEmpty())
            m_pieces.append({.markdown = markdown,
                             .page = m_item["page_idx"_L1].toInt(-1) + 1,
                             .boxes = boxesOf(m_item),
                             .kind = kind});
    }

    QJsonObject m_item;
    QVector<RemotePiece> m_pieces;
};

} // namespace

QVector<RemotePiece> mineruPieces(const QJsonArray& contentList)
{
    return MineruReading().run(contentList);
}

} // namespace sheaf
