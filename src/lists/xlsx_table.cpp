// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/xlsx_table.h"

#include "lists/csv_columns.h"
#include "lists/zip_archive.h"

#include <QDir>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr qint64 LargestMember = 512LL * 1024 * 1024;
constexpr int MostColumns = 1024;
constexpr int MostRows = 1'048'576; ///< of the format
/** Rows in which the column names are looked for. */
constexpr int HeaderRows = 15;

using Row = QStringList;
using Sheet = QVector<Row>;

/** Relationship id → path within the archive. */
QHash<QString, QString> relationsOf(const QByteArray& xmlBytes, const QString& folder)
{
    QHash<QString, QString> targets;
    QXmlStreamReader xml(xmlBytes);
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == "Relationship"_L1) {
            const QString target = xml.attributes().value("Target"_L1).toString();
            targets.insert(xml.attributes().value("Id"_L1).toString(),
                           target.startsWith('/'_L1) ? target.mid(1) : QDir::cleanPath(folder + target));
        }
    return targets;
}

/** The text of <si> or <is>: its runs, without the readings that East Asian text carries. */
QString richText(QXmlStreamReader& xml)
{
    QString text;
    const QString end = xml.name().toString();
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::EndElement && xml.name() == end)
            break;
        if (token == QXmlStreamReader::StartElement && xml.name() == "rPh"_L1)
            xml.skipCurrentElement();
        else if (token == QXmlStreamReader::StartElement && xml.name() == "t"_L1)
            text += xml.readElementText();
    }
    return text;
}

QStringList sharedStrings(const QByteArray& xmlBytes)
{
    QStringList strings;
    QXmlStreamReader xml(xmlBytes);
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == "si"_L1)
            strings.append(richText(xml));
    return strings;
}

/** "AB12" → 27; -1 where the cell does not say where it stands. */
int columnOf(QStringView reference)
{
    int column = 0;
    for (const QChar c : reference) {
        if (c < 'A'_L1 || c > 'Z'_L1 || column > MostColumns)
            break;
        column = column * 26 + (c.unicode() - u'A' + 1);
    }
    return column - 1;
}

class SheetReader
{
public:
    SheetReader(const QByteArray& xmlBytes, const QStringList& strings) : m_xml(xmlBytes), m_strings(strings) {}

    Sheet read()
    {
        while (!m_xml.atEnd()) {
            if (m_xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (m_xml.name() == "row"_L1)
                openRow();
            else if (m_xml.name() == "c"_L1)
                readCell();
        }
        return std::move(m_sheet);
    }

private:
    void openRow()
    {
        // Rows without cells may be left out: the lines shall be the sheet's rows all the same.
        const int number = m_xml.attributes().value("r"_L1).toInt();
        const qsizetype wanted = std::clamp<qsizetype>(number - 1, m_sheet.size(), MostRows);
        if (wanted - m_sheet.size() < MostRows / 16)
            m_sheet.resize(wanted);
        m_sheet.append(Row());
    }

    void readCell()
    {
        const QString type = m_xml.attributes().value("t"_L1).toString();
        const int named = columnOf(m_xml.attributes().value("r"_L1));
        QString value;
        while (!m_xml.atEnd()) {
            const auto token = m_xml.readNext();
            if (token == QXmlStreamReader::EndElement && m_xml.name() == "c"_L1)
                break;
            if (token == QXmlStreamReader::StartElement && m_xml.name() == "v"_L1)
                value = m_xml.readElementText();
            else if (token == QXmlStreamReader::StartElement && m_xml.name() == "is"_L1)
                value = richText(m_xml);
        }
        if (m_sheet.isEmpty())
            return;
        Row& row = m_sheet.last();
        const int column = named < 0 ? int(row.size()) : named;
        if (column >= MostColumns)
            return;
        while (row.size() <= column)
            row.append(QString());
        row[column] = type == "s"_L1   ? m_strings.value(value.toInt())
                      : type == "e"_L1 ? QString() // "#N/A"
                                       : value;
    }

    QXmlStreamReader m_xml;
    const QStringList& m_strings;
    Sheet m_sheet;
};

/** The sheets' paths in the order of the workbook. */
QStringList sheetPaths(const ZipReader& zip)
{
    const auto package = zip.member(u"_rels/.rels"_s, LargestMember);
    QString workbook = u"xl/workbook.xml"_s;
    if (package)
        for (const QString& target : relationsOf(*package, {}))
            if (target.endsWith("workbook.xml"_L1))
                workbook = target;
    const QString folder = workbook.left(workbook.lastIndexOf('/'_L1) + 1);
    const auto book = zip.member(workbook, LargestMember);
    const auto relations = zip.member(folder + u"_rels/"_s + workbook.mid(folder.size()) + u".rels"_s, LargestMember);
    if (!book || !relations)
        return {};
    const QHash<QString, QString> targets = relationsOf(*relations, folder);
    QStringList paths;
    QXmlStreamReader xml(*book);
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == "sheet"_L1)
            for (const QXmlStreamAttribute& attribute : xml.attributes())
                if (attribute.qualifiedName() != "id"_L1 && attribute.name() == "id"_L1)
                    paths.append(targets.value(attribute.value().toString()));
    return paths;
}

QString cellText(QString cell)
{
    cell.replace("\r\n"_L1, "\n"_L1).replace('\n'_L1, QChar(QChar::LineSeparator)).replace('\r'_L1, ' '_L1);
    return '"'_L1 + cell.replace('"'_L1, "\"\""_L1) + '"'_L1;
}

QString textOf(const Sheet& sheet)
{
    QString text;
    for (const Row& row : sheet) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            text += i > 0 ? u"\t"_s : QString();
            if (!row.at(i).isEmpty())
                text += cellText(row.at(i));
        }
        text += '\n'_L1;
    }
    return text;
}

int headersIn(const Sheet& sheet)
{
    int most = 0;
    for (const Row& row : sheet.mid(0, HeaderRows))
        most = std::max(most, knownHeaders(row));
    return most;
}

} // namespace

bool isZip(const QByteArray& bytes)
{
    return bytes.startsWith("PK\x03\x04");
}

std::optional<QString> textOfXlsx(const QByteArray& bytes)
{
    const ZipReader zip(bytes);
    const QStringList paths = sheetPaths(zip);
    if (paths.isEmpty())
        return std::nullopt;
    QStringList strings;
    for (const QString& path :
         {paths.first().section('/'_L1, 0, -3) + u"/sharedStrings.xml"_s, u"xl/sharedStrings.xml"_s})
        if (const auto found = zip.member(path, LargestMember); found && strings.isEmpty())
            strings = sharedStrings(*found);
    Sheet best;
    int known = -1;
    for (const QString& path : paths) {
        const auto content = zip.member(path, LargestMember);
        if (!content)
            continue;
        Sheet sheet = SheetReader(*content, strings).read();
        if (const int here = headersIn(sheet); here > known) {
            known = here;
            best = std::move(sheet);
        }
    }
    return known < 0 ? std::nullopt : std::optional(textOf(best));
}

} // namespace sheaf
