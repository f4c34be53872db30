// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/services/tei_tree.h"

#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr int deepestElement = 60;

/** From a start element to its end. */
TeiNode readElement(QXmlStreamReader& xml, int depth)
{
    TeiNode node{.name = xml.name().toString(), .text = {}, .attributes = xml.attributes(), .parts = {}};
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement())
            break;
        if (xml.isCharacters())
            node.parts.append({.name = {}, .text = xml.text().toString(), .attributes = {}, .parts = {}});
        else if (xml.isStartElement() && depth < deepestElement)
            node.parts.append(readElement(xml, depth + 1));
        else if (xml.isStartElement())
            xml.skipCurrentElement();
    }
    return node;
}

void collect(const TeiNode& node, QLatin1StringView name, QVector<const TeiNode*>& found)
{
    for (const TeiNode& part : node.parts) {
        if (part.name == name)
            found.append(&part);
        collect(part, name, found);
    }
}

} // namespace

const TeiNode* TeiNode::first(QLatin1StringView childName) const
{
    const auto found = std::ranges::find(parts, childName, &TeiNode::name);
    return found == parts.end() ? nullptr : &*found;
}

QVector<const TeiNode*> TeiNode::all(QLatin1StringView childName) const
{
    QVector<const TeiNode*> found;
    for (const TeiNode& part : parts)
        if (part.name == childName)
            found.append(&part);
    return found;
}

QVector<const TeiNode*> TeiNode::everywhere(QLatin1StringView descendantName) const
{
    QVector<const TeiNode*> found;
    collect(*this, descendantName, found);
    return found;
}

std::optional<TeiNode> readTei(const QByteArray& xml)
{
    QXmlStreamReader reader(xml);
    if (!reader.readNextStartElement() || reader.name() != "TEI"_L1)
        return std::nullopt;
    TeiNode root = readElement(reader, 0);
    return reader.hasError() ? std::nullopt : std::optional(std::move(root));
}

} // namespace sheaf
