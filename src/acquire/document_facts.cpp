// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/document_facts.h"

#include "acquire/acquire_failure.h"
#include "acquire/page_text.h"
#include "acquire/supplement.h"
#include "core/identifiers.h"
#include "document/pdf_document.h"

#include <QFile>
#include <QRegularExpression>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr int pagesLookedAt = 3;               // a repository's cover, the paper's first page, and one for good measure
constexpr qint64 textBytesLookedAt = 64 << 10; // of a markdown file
constexpr int fewestLetters = 100;             // on these pages; below there is no text to judge by
constexpr int stubLetters = 500;

/** What programs put into /Title when nobody wrote one. */
bool isRealTitle(const QString& title)
{
    static const QRegularExpression junk(
        uR"(^(?:untitled|microsoft word|powerpoint|slide \d|title|document\d*|.*\.(?:docx?|tex|dvi|pdf|indd|qxd|rtf))\b)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return title.size() >= 8 && title.contains(' '_L1) && !junk.match(title).hasMatch();
}

/** The document's own DOI: the first page prints it once; of several, the first stands before what is cited. */
QString ownDoi(const QStringList& pages)
{
    for (const QString& page : pages) {
        if (const QStringList dois = findDois(page); !dois.isEmpty())
            return dois.first();
    }
    return {};
}

/** arXiv stamps its id on the first page; further ones are citations. */
QString ownArxiv(const QStringList& pages)
{
    const QStringList ids = pages.isEmpty() ? QStringList() : findArxivIds(pages.first());
    return ids.size() == 1 ? ids.first() : QString();
}

DocumentFacts factsOf(const PdfPeek& peek)
{
    DocumentFacts facts;
    facts.pages = peek.info.pages;
    facts.metadataTitle = isRealTitle(peek.info.title.simplified()) ? peek.info.title.simplified() : QString();
    QStringList pages;
    int visible = 0, unknown = 0;
    bool isDrawnOn = false;
    for (const Page& page : peek.pages) {
        const PrintedPage text = pageText(page);
        if (facts.title.isEmpty())
            facts.title = text.largest;
        pages.append(text.text);
        visible += text.visible;
        unknown += text.unknown;
        isDrawnOn = isDrawnOn || text.isDrawnOn;
    }
    facts.firstPages = pages.join('\f'_L1);
    facts.hasText = visible >= fewestLetters && visible > unknown;
    facts.isStub = visible + unknown < stubLetters && !isDrawnOn && facts.pages <= pagesLookedAt;
    facts.isSupplement = callsItselfSupplement(facts.title, pages.value(0));
    if (facts.title.isEmpty())
        facts.title = facts.metadataTitle;
    facts.doi = peek.info.doi.isEmpty() ? ownDoi(pages.mid(0, 2)) : peek.info.doi;
    facts.arxiv = ownArxiv(pages);
    return facts;
}

/** UTF-8, UTF-16 with its mark, else Latin-1, which is never wrong and seldom right. */
QString decoded(const QByteArray& bytes)
{
    QStringDecoder decoder(QStringConverter::encodingForData(bytes).value_or(QStringConverter::Utf8));
    const QString text = decoder.decode(bytes);
    return decoder.hasError() ? QString::fromLatin1(bytes) : text;
}

DocumentFacts factsOfText(const QString& text)
{
    DocumentFacts facts;
    static const QRegularExpression heading(uR"(^#\s+(.+?)\s*#*\s*$)"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression frontMatter(uR"(\A---\s*\n(?:.*\n)*?title:\s*["']?(.+?)["']?\s*\n)"_s);
    facts.metadataTitle = frontMatter.match(text).captured(1).simplified();
    facts.title = heading.match(text).captured(1).simplified();
    if (facts.title.isEmpty())
        facts.title = facts.metadataTitle;
    facts.firstPages = text;
    facts.hasText = true;
    facts.doi = ownDoi({text.left(4000)});
    facts.arxiv = ownArxiv({text.left(4000)});
    return facts;
}

} // namespace

Result<QByteArray> readHead(const QString& path, qint64 bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(unreadable(path + ": "_L1 + file.errorString()));
    return file.read(bytes);
}

Result<DocumentFacts> textFacts(const QString& path)
{
    const auto head = readHead(path, textBytesLookedAt);
    if (!head)
        return std::unexpected(head.error());
    return factsOfText(decoded(*head));
}

Result<DocumentFacts> pdfFacts(const QString& path, const QString& password, std::stop_token stop)
{
    const auto peek = peekPdf(path, pagesLookedAt, stop, password);
    if (peek)
        return factsOf(*peek);
    if (peek.error().code == "pdf.not-a-pdf"_L1)
        return std::unexpected(notAPdf(FileKind::Unknown, path));
    Failure failure = peek.error();
    failure.stage = Stage::Acquire;
    return std::unexpected(failure);
}

Result<DocumentFacts> documentFacts(const QString& path, const QString& password, std::stop_token stop)
{
    const auto head = readHead(path, textBytesLookedAt);
    if (!head)
        return std::unexpected(head.error());
    return sniffFile(*head, path) == FileKind::Markdown ? textFacts(path) : pdfFacts(path, password, stop);
}

} // namespace sheaf
