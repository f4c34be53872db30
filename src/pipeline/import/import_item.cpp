// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/import/import_item.h"

#include "pipeline/import/reference_text.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr qint64 LargestList = qint64(512) << 20;
constexpr qint64 HeadBytes = 4096;
constexpr int ShownLines = 5;
/** Shorter text with identifiers in it is a note about papers, not a paper. */
constexpr qsizetype ShortestPaper = 3000;

bool isMarkdownName(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == "md"_L1 || suffix == "markdown"_L1 || suffix == "mkd"_L1;
}

/** In a folder of papers: what is one, or may list some. */
bool isWantedInFolder(const QFileInfo& file)
{
    const QString suffix = file.suffix().toLower();
    if (isMarkdownName(file.fileName()))
        return !file.completeBaseName().startsWith("readme"_L1, Qt::CaseInsensitive);
    return suffix == "pdf"_L1 || listSuffixes().contains(suffix);
}

QVector<ImportInput> filesOfFolder(const QString& folder, const std::stop_token& stop)
{
    QVector<ImportInput> inputs;
    for (QDirIterator it(folder, QDir::Files | QDir::Readable, QDirIterator::Subdirectories);
         it.hasNext() && !stop.stop_requested();) {
        it.next();
        if (isWantedInFolder(it.fileInfo()))
            inputs.append({it.fileInfo().absoluteFilePath(), {}, false});
    }
    std::ranges::sort(inputs, {}, &ImportInput::path);
    return inputs;
}

/** Whether text that names no file was meant to name one. */
bool looksLikePath(const QString& text)
{
    if (isZoteroLink(text))
        return false;
    if (doiFrom(text) || arxivFrom(text) || !findUrls(text).isEmpty() || text.contains('\n'_L1))
        return false;
    const QString suffix = QFileInfo(text).suffix().toLower();
    return QDir::isAbsolutePath(text) || suffix == "pdf"_L1 || listSuffixes().contains(suffix) ||
           (text.contains('/'_L1) && !text.contains(' '_L1));
}

Failure missingFile(const QString& path)
{
    return {Stage::Load, u"import.missing"_s,
            QCoreApplication::translate("import", "There is no file “%1”.").arg(QDir::toNativeSeparators(path)), path,
            false};
}

bool holdsIdentifier(QStringView line)
{
    return !findDois(line).isEmpty() || !findArxivIds(line).isEmpty() || arxivFrom(line) || !findUrls(line).isEmpty();
}

/** A paper's markdown cites DOIs too; a list is little else. */
bool isMostlyIdentifiers(QStringView text)
{
    qsizetype lines = 0, holding = 0;
    for (const QStringView line : text.tokenize(u'\n')) {
        const QStringView trimmed = line.trimmed();
        if (trimmed.isEmpty() || trimmed.startsWith('#'_L1) || trimmed.startsWith("---"_L1))
            continue;
        ++lines;
        holding += holdsIdentifier(trimmed);
    }
    return lines > 0 && holding * 2 >= lines;
}

bool isTextDocument(const QString& path, const QByteArray& content)
{
    const QString text = decodeText(content).text;
    const bool isLongText = QFileInfo(path).suffix().toLower() == "txt"_L1 && text.size() >= ShortestPaper;
    if ((!isMarkdownName(path) && !isLongText) || isMostlyIdentifiers(text) || readReferenceText(text))
        return false;
    if (isMarkdownName(path))
        return true;
    // A tagged export is a list whatever its suffix; what only the plain-text reader takes is prose.
    const auto list = readList(content, QFileInfo(path).fileName());
    return !list || list->format == "plain text"_L1;
}

QStringList firstLinesOf(const QByteArray& content)
{
    QStringList lines;
    for (const QString& line : decodeText(content.left(HeadBytes)).text.split('\n'_L1)) {
        if (lines.size() == ShownLines)
            break;
        lines.append(line.left(200));
    }
    return lines;
}

/** A list names its files from where it lies. What is not there is told once, and looked for elsewhere. */
void resolveFiles(ParsedList& list, const QString& listPath)
{
    const QDir folder = QFileInfo(listPath).absoluteDir();
    int missing = 0, firstLine = 0;
    for (Paper& paper : list.papers) {
        QStringList found;
        for (const QString& name : std::as_const(paper.files)) {
            QString path = name;
            path.replace('\\'_L1, '/'_L1);
            // Mendeley drops the first slash of absolute paths.
            for (const QString& candidate :
                 {folder.absoluteFilePath(name), folder.absoluteFilePath(path), '/'_L1 + path})
                if (QFileInfo(candidate).isFile()) {
                    found.append(QDir::cleanPath(candidate));
                    break;
                }
        }
        if (found.size() < paper.files.size() && missing++ == 0)
            firstLine = paper.sourceLine;
        paper.files = found;
    }
    if (missing > 0)
        list.warnings.append({firstLine,
                              QCoreApplication::translate("import", "The files of %n paper(s) are not on this computer",
                                                          nullptr, missing),
                              QCoreApplication::translate("import", "open copies will be looked for")});
}

/** Prose with identifiers in it, or without any, may be printed references: those say more. */
Result<ParsedList> orReferences(Result<ParsedList> list, const QByteArray& content)
{
    const bool isProse = list ? list->format == "plain text"_L1 : list.error().code == "list.unknown"_L1;
    if (!isProse)
        return list;
    auto references = readReferenceText(decodeText(content).text);
    return references ? Result<ParsedList>(*std::move(references)) : list;
}

void readListInto(ImportItem& item, const QByteArray& content, const TableChoice& choice)
{
    const QString path = item.input.path;
    const TableMapping mapping{choice.delimiter, choice.encoding, choice.headerLine, choice.fields};
    auto list = orReferences(readList(content, QFileInfo(path).fileName(), mapping), content);
    if (!list) {
        item.failure = list.error();
        if (item.failure->code != "list.binary"_L1) // nobody can read those
            item.firstLines = firstLinesOf(content);
        item.isForeign = !item.input.named;
        return;
    }
    resolveFiles(*list, path);
    for (Paper& paper : list->papers)
        paper.sourceFile = path;
    // In a folder lie notes and data too: what only mentions a DOI is no list.
    item.isForeign = !item.input.named && list->papers.isEmpty();
    item.list = *std::move(list);
}

void readText(ImportItem& item)
{
    auto list = orReferences(readList(item.input.text.toUtf8(), {}), item.input.text.toUtf8());
    if (list) {
        for (Paper& paper : list->papers)
            paper.sourceFile.clear();
        item.list = *std::move(list);
        return;
    }
    item.failure =
        Failure{Stage::Load, u"import.text"_s,
                QCoreApplication::translate("import", "“%1” is no file, and there is no DOI, arXiv id or URL in it.")
                    .arg(item.input.text.left(80)),
                list.error().code, false};
    item.firstLines = firstLinesOf(item.input.text.toUtf8());
}

void readZotero(ImportItem& item, const ZoteroAccess& access, const std::stop_token& stop)
{
    const auto items = zoteroItems(access, item.input.text, stop);
    const auto list = items ? readList(items->json, u"zotero.json"_s) : std::unexpected(items.error());
    item.name = items ? items->name : u"Zotero"_s;
    if (!list) {
        item.failure = list.error();
        return;
    }
    item.list = *list;
    item.list->format = u"Zotero"_s;
    for (Paper& paper : item.list->papers) {
        paper.files.removeIf([](const QString& file) { return !QFileInfo(file).isFile(); });
        paper.sourceFile.clear();
        paper.sourceLine = 0; // nobody sees the lines of what came over the wire
    }
}

void readDocument(ImportItem& item, const std::stop_token& stop)
{
    item.isDocument = true;
    item.bytes = QFileInfo(item.input.path).size();
    const auto hash = hashFile(item.input.path);
    if (!hash) {
        item.failure = hash.error();
        return;
    }
    item.sha256 = *hash;
    auto facts = documentFacts(item.input.path, {}, stop);
    if (facts)
        item.facts = *std::move(facts);
    else
        item.failure = facts.error();
}

} // namespace

QVector<ImportInput> expandInputs(const QStringList& pathsOrText, const std::stop_token& stop)
{
    QVector<ImportInput> inputs;
    for (const QString& given : pathsOrText) {
        if (given.trimmed().isEmpty())
            continue;
        const QString path = given.startsWith("file:"_L1) ? QUrl(given).toLocalFile() : given;
        const QFileInfo file(path);
        if (file.isDir())
            inputs += filesOfFolder(file.absoluteFilePath(), stop);
        else if (file.exists() || looksLikePath(path))
            inputs.append({file.absoluteFilePath(), {}, true});
        else
            inputs.append({{}, given, true});
    }
    return inputs;
}

ImportItem readImportItem(const ImportInput& input, const TableChoice& choice, const ZoteroAccess& zotero,
                          const std::stop_token& stop)
{
    ImportItem item{.input = input};
    if (stop.stop_requested()) {
        item.failure = Failure{Stage::Load, u"stopped"_s, QCoreApplication::translate("import", "Stopped."), {}, true};
        return item;
    }
    if (input.path.isEmpty() && isZoteroLink(input.text)) {
        readZotero(item, zotero, stop);
        return item;
    }
    if (input.path.isEmpty()) {
        readText(item);
        return item;
    }
    QFile file(input.path);
    if (!file.exists()) {
        item.failure = missingFile(input.path);
        return item;
    }
    if (!file.open(QIODevice::ReadOnly)) {
        item.failure = Failure{Stage::Load,
                               u"import.unreadable"_s,
                               QCoreApplication::translate("import", "“%1” could not be read: %2.")
                                   .arg(QFileInfo(file).fileName(), file.errorString()),
                               {},
                               false};
        return item;
    }
    const bool isPdf = QFileInfo(input.path).suffix().toLower() == "pdf"_L1 ||
                       sniffFile(file.peek(HeadBytes), input.path) == FileKind::Pdf;
    if (!isPdf && file.size() > LargestList) {
        item.failure = Failure{
            Stage::Load,
            u"list.too-large"_s,
            QCoreApplication::translate("import", "“%1” is too large for a list.").arg(QFileInfo(file).fileName()),
            {},
            false};
        return item;
    }
    const QByteArray content = isPdf ? QByteArray() : file.readAll();
    if (isPdf || isTextDocument(input.path, content))
        readDocument(item, stop);
    else
        readListInto(item, content, choice);
    return item;
}

} // namespace sheaf
