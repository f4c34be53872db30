// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/xml_records.h"

#include <QCoreApplication>
#include <QSet>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

bool isInline(QStringView name)
{
    static const QSet<QString> names{u"style"_s, u"i"_s,      u"b"_s,      u"u"_s,    u"sub"_s,  u"sup"_s,
                                     u"em"_s,    u"strong"_s, u"italic"_s, u"bold"_s, u"math"_s, u"DispFormula"_s};
    return names.contains(name.toString());
}

QString kindOf(const QXmlStreamAttributes& attributes)
{
    for (const QString& name : {u"IdType"_s, u"EIdType"_s, u"name"_s, u"type"_s})
        if (attributes.hasAttribute(name))
            return attributes.value(name).toString();
    return {};
}

/** The open elements of one record. */
class RecordReader
{
public:
    explicit RecordReader(QXmlStreamReader& xml) : m_xml(xml) { m_record.line = int(xml.lineNumber()); }

    XmlRecord read()
    {
        m_open.append(Element());
        while (!m_open.isEmpty() && !m_xml.atEnd()) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::StartElement:
                m_open.append(
                    Element{m_xml.name().toString(), kindOf(m_xml.attributes()), {}, int(m_xml.lineNumber())});
                break;
            case QXmlStreamReader::Characters:
                m_open.last().text += m_xml.text();
                break;
            case QXmlStreamReader::EndElement:
                close();
                break;
            default:
                break;
            }
        }
        return std::move(m_record);
    }

private:
    struct Element
    {
        QString name, kind, text;
        int line = 0;
    };

    void close()
    {
        const Element element = m_open.takeLast();
        if (m_open.isEmpty())
            return;
        if (isInline(element.name)) {
            m_open.last().text += element.text;
            return;
        }
        QStringList path;
        for (qsizetype i = 1; i < m_open.size(); ++i)
            path.append(m_open.at(i).name);
        path.append(element.name);
        if (const QString text = element.text.simplified(); !text.isEmpty())
            m_record.fields.append({path.join('/'_L1), element.kind, text, element.line});
    }

    QXmlStreamReader& m_xml;
    XmlRecord m_record;
    QVector<Element> m_open;
};

} // namespace

QVector<XmlRecord> xmlRecords(const QString& text, const QStringList& recordNames, QVector<ListWarning>& warnings)
{
    QVector<XmlRecord> records;
    QXmlStreamReader xml(text);
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement && recordNames.contains(xml.name().toString()))
            records.append(RecordReader(xml).read());
    if (xml.hasError())
        warnings.append({int(xml.lineNumber()),
                         QCoreApplication::translate("lists", "The XML is broken here: %1").arg(xml.errorString()),
                         QCoreApplication::translate("lists", "read as far as that")});
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
