// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/inspection.h"

#include "acquire/acquire_failure.h"
#include "acquire/document_facts.h"
#include "acquire/supplement.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr qint64 headBytes = 512 << 10;
constexpr qint64 tailBytes = 16 << 10; // servers append what they like

/** A whole PDF ends by saying where its table of contents is. */
bool lacksItsEnd(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(std::max<qint64>(file.size() - tailBytes, 0)))
        return false;
    const QByteArray tail = file.readAll();
    return !tail.contains("%%EOF") && !tail.contains("startxref");
}

/** The page worker's verdicts on the file itself, not on its own luck. */
bool isTheFilesFault(const Failure& failure)
{
    static const QStringList codes{
        u"acquire.file-missing"_s, u"pdf.missing"_s,  u"acquire.not-a-pdf"_s, u"pdf.broken"_s,
        u"pdf.encrypted"_s,        u"pdf.password"_s, u"pdf.empty"_s,         u"stopped"_s};
    return codes.contains(failure.code);
}

Result<void> inspectDocument(Inspection& inspection, const QString& path, const Paper& paper, const QString& password,
                             std::stop_token stop)
{
    const auto facts = inspection.kind == FileKind::Markdown ? textFacts(path) : pdfFacts(path, password, stop);
    if (facts) {
        inspection.pages = facts->pages;
        inspection.isStub = facts->isStub;
        inspection.isSupplement = facts->isSupplement && !callsItselfSupplement(paper.title, {});
        inspection.identity = checkIdentity(paper, *facts);
        return {};
    }
    if (isTheFilesFault(facts.error()))
        return std::unexpected(facts.error());
    inspection.identity = {Validation::Error, 0, facts.error().message};
    return {};
}

} // namespace

Result<Inspection> inspectFile(const QString& path, const QString& name, const Paper& paper, const QString& password,
                               std::stop_token stop)
{
    if (!QFileInfo(path).isFile())
        return std::unexpected(fileMissing(path));
    const auto head = readHead(path, headBytes);
    if (!head)
        return std::unexpected(head.error());
    Inspection inspection;
    inspection.kind = sniffFile(*head, name);
    if (inspection.kind == FileKind::Html) {
        inspection.html = *head;
        return inspection;
    }
    if (inspection.kind != FileKind::Pdf && inspection.kind != FileKind::Markdown)
        return std::unexpected(notAPdf(inspection.kind, path));
    inspection.isCutOff = inspection.kind == FileKind::Pdf && lacksItsEnd(path);
    if (const auto looked = inspectDocument(inspection, path, paper, password, stop); !looked)
        return std::unexpected(looked.error());
    const auto hash = hashFile(path, stop);
    if (!hash)
        return std::unexpected(hash.error());
    inspection.sha256 = *hash;
    inspection.bytes = QFileInfo(path).size();
    return inspection;
}

} // namespace sheaf
