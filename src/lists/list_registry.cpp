// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log.h"
#include "lists/list_readers.h"
#include "lists/xlsx_table.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <array>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** What a reader may look at to know its format. */
constexpr qsizetype HeadCharacters = 64 * 1024;

/** One line a format. */
const auto& readers()
{
    static const std::array all{
        &bibtexReader(),     &risReader(),          &csvReader(),          &cslJsonReader(),      &medlineReader(),
        &pubmedXmlReader(),  &webOfScienceReader(), &endnoteXmlReader(),   &referReader(),        &refworksReader(),
        &plainTextReader(),  &zoteroJsonReader(),   &openAlexJsonReader(), &dataciteJsonReader(), &zoteroRdfReader(),
        &modsXmlReader(),    &crossrefXmlReader(),  &cslYamlReader(),      &ovidReader(),         &bibitemReader(),
        &embaseRowsReader(),
    };
    return all;
}

const ListReader* readerFor(QStringView head, const QString& suffix)
{
    const ListReader* best = nullptr;
    int bestScore = 0;
    for (const ListReader* reader : readers()) {
        const int score = reader->recognises(head, suffix) + (reader->suffixes().contains(suffix) ? 3 : 0);
        // A suffix alone recognises nothing.
        if (score > std::max(3, bestScore)) {
            best = reader;
            bestScore = score;
        }
    }
    return best;
}

bool isBinary(const QByteArray& bytes)
{
    for (const QByteArrayView magic :
         {QByteArrayView("%PDF-"), QByteArrayView("\xD0\xCF\x11\xE0"), QByteArrayView("\x89PNG"),
          QByteArrayView("\x1F\x8B"), QByteArrayView("SQLite format 3")})
        if (bytes.startsWith(magic))
            return true;
    return false;
}

/** Control characters that no text holds. */
bool holdsControls(QStringView head)
{
    const auto controls = std::ranges::count_if(
        head, [](QChar c) { return c.unicode() < 32 && c != '\n'_L1 && c != '\t'_L1 && c != '\f'_L1 && c != '\v'_L1; });
    return controls * 100 > head.size();
}

void warnOfDamage(ParsedList& list, const QString& text)
{
    const qsizetype first = text.indexOf(QChar::ReplacementCharacter);
    if (first < 0)
        return;
    list.warnings.prepend({int(QStringView(text).left(first).count('\n'_L1)) + 1,
                           QCoreApplication::translate("lists", "%1 characters are damaged, the first in this line")
                               .arg(text.count(QChar::ReplacementCharacter)),
                           QCoreApplication::translate("lists", "shown as “�”")});
}

} // namespace

namespace {

std::unexpected<Failure> notText(const QString& fileName)
{
    return fail(Stage::Load, u"list.binary"_s,
                QCoreApplication::translate("lists", "“%1” is not a text file, so it cannot be a list.").arg(fileName));
}

/** What every reader leaves to its caller. */
Result<ParsedList> finished(ParsedList list, const ListReader* reader, const DecodedText& decoded,
                            const QString& fileName)
{
    if (list.papers.isEmpty() && list.warnings.isEmpty())
        return fail(
            Stage::Load, u"list.unknown"_s,
            QCoreApplication::translate("lists", "“%1” holds nothing that looks like a list of papers.").arg(fileName),
            reader ? u"read as "_s + reader->format() : u"no reader recognises it"_s);
    if (list.format.isEmpty())
        list.format = reader->format();
    list.encoding = decoded.encoding;
    for (Paper& paper : list.papers)
        paper.sourceFile = fileName;
    warnOfDamage(list, decoded.text);
    qCDebug(logLists) << fileName << list.format << list.encoding << list.papers.size() << "papers"
                      << list.warnings.size() << "warnings";
    return list;
}

/** A workbook is a table in another coat. */
Result<ParsedList> readWorkbook(const QByteArray& bytes, const QString& fileName, TableMapping mapping)
{
    const auto text = textOfXlsx(bytes);
    if (!text)
        return fail(Stage::Load, u"list.binary"_s,
                    QCoreApplication::translate(
                        "lists", "“%1” is an archive, not a list: unpack it, and drop the files or the folder.")
                        .arg(fileName));
    mapping.delimiter = u'\t';
    ParsedList list = csvReader().read(*text, mapping);
    list.format = u"XLSX"_s;
    return finished(std::move(list), &csvReader(), {*text, u"UTF-8"_s}, fileName);
}

} // namespace

Result<ParsedList> readList(const QByteArray& bytes, const QString& fileName, const TableMapping& mapping)
{
    if (isZip(bytes))
        return readWorkbook(bytes, fileName, mapping);
    if (isBinary(bytes))
        return notText(fileName);
    const DecodedText decoded = decodeText(bytes, mapping.encoding);
    const QStringView head = QStringView(decoded.text).left(HeadCharacters);
    if (QStringView(decoded.text).trimmed().isEmpty())
        return fail(Stage::Load, u"list.empty"_s, QCoreApplication::translate("lists", "“%1” is empty.").arg(fileName));
    if (holdsControls(head))
        return notText(fileName);
    const ListReader* reader = readerFor(head, QFileInfo(fileName).suffix().toLower());
    return finished(reader ? reader->read(decoded.text, mapping) : ParsedList(), reader, decoded, fileName);
}

QStringList listSuffixes()
{
    QStringList suffixes{u"xlsx"_s};
    for (const ListReader* reader : readers())
        for (const QString& suffix : reader->suffixes())
            if (!suffixes.contains(suffix))
                suffixes.append(suffix);
    return suffixes;
}

} // namespace sheaf
