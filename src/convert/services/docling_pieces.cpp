// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/services/docling_pieces.h"

#include "convert/services/piece_markdown.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr int deepestTree = 50; ///< of items in items

class DoclingReading
{
public:
    explicit DoclingReading(const QJsonObject& document) : m_document(document) {}

    QVector<RemotePiece> run()
    {
        addChildren(m_document["body"_L1].toObject(), 0, 0);
        return std::move(m_pieces);
    }

private:
    /** "#/texts/12" */
    QJsonObject itemAt(const QJsonValue& reference) const
    {
        const QStringList path = reference.toObject().value("$ref"_L1).toString().split('/'_L1);
        return path.size() == 3 ? m_document[path[1]].toArray().at(path[2].toInt()).toObject() : QJsonObject();
    }

    void addChildren(const QJsonObject& parent, int depth, int listLevel)
    {
        for (const QJsonValue& child : parent["children"_L1].toArray()) {
            const QJsonObject item = itemAt(child);
            const bool isList = item["label"_L1].toString().endsWith("list"_L1);
            const bool isFurniture = item["content_layer"_L1] == "furniture"_L1;
            if (item.isEmpty() || isFurniture || depth > deepestTree)
                continue;
            addItem(item, listLevel);
            if (!item.contains("captions"_L1)) // a picture's inside, a table's cells
                addChildren(item, depth + 1, listLevel + isList);
        }
    }

    void addItem(const QJsonObject& item, int listLevel)
    {
        const QString label = item["label"_L1].toString(), text = item["text"_L1].toString();
        if (item.contains("data"_L1))
            add(item, tableOf(item["data"_L1].toObject()), BlockKind::Table);
        for (const QJsonValue& caption : item["captions"_L1].toArray())
            add(itemAt(caption), itemAt(caption)["text"_L1].toString(), BlockKind::Caption);
        if (text.trimmed().isEmpty() || label == "page_header"_L1 || label == "page_footer"_L1 || label == "caption"_L1)
            return; // captions come with what they name
        if (label == "title"_L1)
            add(item, headingMarkdown(text, 1), BlockKind::Title);
        else if (label == "section_header"_L1)
            add(item, headingMarkdown(text, item["level"_L1].toInt(1) + 1), BlockKind::Heading);
        else if (label == "list_item"_L1)
            add(item, listItemMarkdown(text, listLevel - 1), {});
        else if (label == "formula"_L1)
            add(item, formulaMarkdown(text), BlockKind::Formula);
        else if (label == "code"_L1)
            add(item, u"```\n%1\n```"_s.arg(text), BlockKind::Code);
        else if (label == "footnote"_L1)
            add(item, text, BlockKind::Footnote);
        else if (label == "reference"_L1)
            add(item, text, BlockKind::Reference);
        else
            add(item, text, {});
    }

    static QString tableOf(const QJsonObject& data)
    {
        QVector<QStringList> rows;
        for (const QJsonValue& row : data["grid"_L1].toArray()) {
            rows.emplaceBack();
            for (const QJsonValue& cell : row.toArray())
                rows.last().append(cell.toObject().value("text"_L1).toString());
        }
        return tableMarkdown(rows);
    }

    void add(const QJsonObject& item, const QString& markdown, std::optional<BlockKind> kind)
    {
        RemotePiece piece{.markdown = markdown, .boxes = boxesOf(item), .kind = kind};
        piece.page =
            piece.boxes.isEmpty() ? pageOf(item["prov"_L1].toArray().at(0).toObject()) : piece.boxes.first().page;
        if (!markdown.trimmed().isEmpty())
            m_pieces.append(piece);
    }

    static int pageOf(const QJsonObject& place) { return place["page_no"_L1].toInt(); }

    QVector<PageBox> boxesOf(const QJsonObject& item) const
    {
        QVector<PageBox> boxes;
        for (const QJsonValue& value : item["prov"_L1].toArray()) {
            const QJsonObject place = value.toObject(), bbox = place["bbox"_L1].toObject();
            const int page = pageOf(place);
            const QJsonObject size = m_document["pages"_L1][QString::number(page)]["size"_L1].toObject();
            const double width = size["width"_L1].toDouble(), height = size["height"_L1].toDouble();
            if (bbox.isEmpty() || width <= 0 || height <= 0)
                continue;
            double top = bbox["t"_L1].toDouble(), bottom = bbox["b"_L1].toDouble();
            if (bbox["coord_origin"_L1].toString() == "BOTTOMLEFT"_L1) {
                top = height - top;
                bottom = height - bottom;
            }
            const double left = bbox["l"_L1].toDouble(), right = bbox["r"_L1].toDouble();
            boxes.append(
                {page,
                 QRectF(QPointF(left / width, top / height), QPointF(right / width, bottom / height)).normalized()});
        }
        return boxes;
    }

    const QJsonObject& m_document;
    QVector<RemotePiece> m_pieces;
};

} // namespace

QVector<RemotePiece> doclingPieces(const QJsonObject& document)
{
    return DoclingReading(document).run();
}

} // namespace sheaf
