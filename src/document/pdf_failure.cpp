// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/pdf_failure.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

struct Description
{
    QString code;
    QString sentence;
    bool retryable = false;
};

Description describe(PdfTrouble trouble)
{
    switch (trouble) {
    case PdfTrouble::Missing:
        return {u"pdf.missing"_s, QCoreApplication::translate("document", "The PDF file is no longer there.")};
    case PdfTrouble::Unreadable:
        return {u"pdf.missing"_s, QCoreApplication::translate("document", "The PDF file cannot be opened.")};
    case PdfTrouble::NoFile:
        return {u"pdf.not-a-pdf"_s, QCoreApplication::translate("document", "This is not a file.")};
    case PdfTrouble::NotAPdf:
        return {u"pdf.not-a-pdf"_s, QCoreApplication::translate("document", "The file is not a PDF.")};
    case PdfTrouble::EmptyFile:
        return {u"pdf.empty"_s, QCoreApplication::translate("document", "The file is empty.")};
    case PdfTrouble::NoPages:
        return {u"pdf.empty"_s, QCoreApplication::translate("document", "The PDF has no pages.")};
    case PdfTrouble::Broken:
        return {u"pdf.broken"_s, QCoreApplication::translate("document", "The PDF is damaged and cannot be read.")};
    case PdfTrouble::Incomplete:
        return {u"pdf.broken"_s, QCoreApplication::translate("document", "The PDF is incomplete: its end is missing.")};
    case PdfTrouble::Encrypted:
        return {u"pdf.encrypted"_s,
                QCoreApplication::translate("document", "The PDF is protected and needs a password.")};
    case PdfTrouble::WrongPassword:
        return {u"pdf.password"_s, QCoreApplication::translate("document", "The password does not open this PDF.")};
    case PdfTrouble::Crash:
        return {u"pdf.crash"_s,
                QCoreApplication::translate("document", "The PDF made the program that reads it crash.")};
    case PdfTrouble::CannotStart:
        return {u"pdf.crash"_s,
                QCoreApplication::translate("document", "The program that reads PDFs could not be started."), true};
    case PdfTrouble::Timeout:
        return {u"pdf.timeout"_s,
                QCoreApplication::translate("document", "Reading the PDF took too long and was given up."), true};
    case PdfTrouble::Memory:
        return {u"pdf.memory"_s,
                QCoreApplication::translate("document", "The PDF needs more memory than Sheaf allows one paper."),
                true};
    case PdfTrouble::Protocol:
        return {u"pdf.protocol"_s,
                QCoreApplication::translate("document", "The program that reads PDFs gave a wrong answer.")};
    case PdfTrouble::Stopped:
        break;
    }
    return {u"stopped"_s, QCoreApplication::translate("document", "Stopped.")};
}

} // namespace

std::unexpected<Failure> pdfFailure(PdfTrouble trouble, const QString& detail)
{
    const Description description = describe(trouble);
    return fail(Stage::Convert, description.code, description.sentence, detail, description.retryable);
}

} // namespace sheaf
