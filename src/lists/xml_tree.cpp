// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/xml_tree.h"

#include <QCoreApplication>
#include <QSet>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr int DeepestNode = 40;

bool isInline(QStringView name)
{
    static const QSet<QString> names{u"style"_s, u"i"_s,      u"b"_s,      u"u"_s,    u"sub"_s,  u"sup"_s,
                                     u"em"_s,    u"strong"_s, u"italic"_s, u"bold"_s, u"math"_s, u"DispFormula"_s};
    return names.contains(name.toString());
}

/** The reader stands at the node's start, afterwards at its end. */
XmlNode readNode(QXmlStreamReader& xml, int depth)
{
    XmlNode node{xml.name().toString(), {}, {}, {}, int(xml.lineNumber())};
    const QXmlStreamAttributes attributes = xml.attributes();
    for (const QXmlStreamAttribute& attribute : attributes)
        node.attributes.insert(attribute.name().toString(), attribute.value().toString());
    for (auto token = xml.readNext(); token != QXmlStreamReader::EndElement && !xml.atEnd(); token = xml.readNext()) {
        if (token == QXmlStreamReader::Characters)
            node.text += xml.text();
        else if (token == QXmlStreamReader::StartElement && isInline(xml.name()))
            node.text += xml.readElementText(QXmlStreamReader::IncludeChildElements);
        else if (token == QXmlStreamReader::StartElement && depth < DeepestNode)
            node.children.append(readNode(xml, depth + 1));
        else if (token == QXmlStreamReader::StartElement)
            xml.skipCurrentElement();
    }
    node.text = node.text.simplified();
    return node;
}

} // namespace

QVector<const XmlNode*> XmlNode::all(QStringView path) const
{
    QVector<const XmlNode*> nodes{this};
    for (const QStringView step : path.tokenize(u'/')) {
        QVector<const XmlNode*> below;
        for (const XmlNode* node : std::as_const(nodes))
            for (const XmlNode& child : node->children)
                if (child.name == step)
                    below.append(&child);
        nodes = below;
    }
    return nodes;
}

const XmlNode* XmlNode::find(QStringView path) const
{
    return all(path).value(0);
}

QString XmlNode::textAt(QStringView path) const
{
    for (const XmlNode* node : all(path))
        if (!node->text.isEmpty())
            return node->text;
    return {};
}

QVector<XmlNode> xmlNodes(const QString& text, const IsXmlRecord& isRecord, QVector<ListWarning>& warnings)
{
    QVector<XmlNode> nodes;
    QXmlStreamReader xml(text);
    for (int depth = 0; !xml.atEnd();) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::StartElement && isRecord(xml.name(), depth))
            nodes.append(readNode(xml, 0));
        else if (token == QXmlStreamReader::StartElement)
            ++depth;
        else if (token == QXmlStreamReader::EndElement)
            --depth;
    }
    if (xml.hasError())
        warnings.append({int(xml.lineNumber()),
                         QCoreApplication::translate("lists", "The XML is broken here: %1").arg(xml.errorString()),
                         QCoreApplication::translate("lists", "read as far as that")});
    return nodes;
}

} // namespace sheaf
