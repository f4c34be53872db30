// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/xml_records.h"

#include "lists/xml_tree.h"

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

QString kindOf(const XmlNode& node)
{
    for (const QString& name : {u"IdType"_s, u"EIdType"_s, u"name"_s, u"type"_s})
        if (const auto kind = node.attributes.constFind(name); kind != node.attributes.constEnd())
            return *kind;
    return {};
}

void appendLeaves(XmlRecord& record, const XmlNode& parent, const QString& path)
{
    for (const XmlNode& node : parent.children) {
        const QString here = path + node.name;
        appendLeaves(record, node, here + '/'_L1);
        if (!node.text.isEmpty())
            record.fields.append({here, kindOf(node), node.text, node.line});
    }
}

} // namespace

QVector<XmlRecord> xmlRecords(const QString& text, const QStringList& recordNames, QVector<ListWarning>& warnings)
{
    QVector<XmlRecord> records;
    const auto isRecord = [&](QStringView name, int) { return recordNames.contains(name); };
    for (const XmlNode& node : xmlNodes(text, isRecord, warnings)) {
        records.append(XmlRecord{node.line, {}});
        appendLeaves(records.last(), node, {});
    }
    return records;
}

void applyXml(PaperBuilder& builder, const XmlRecord& record, std::span<const XmlRule> rules)
{
    for (const XmlRule& rule : rules)
        for (const XmlField& field : record.fields)
            if (field.path == rule.path)
                builder.set(rule.field, field.value, field.line);
}

} // namespace sheaf
