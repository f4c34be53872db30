// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "acquire/acquirer.h"

/** All that is looked up in one file before it becomes a paper's document. Blocks: for the pool. */
namespace sheaf {

struct Inspection
{
    FileKind kind = FileKind::Unknown;
    QByteArray sha256;
    qint64 bytes = 0;
    int pages = 0;
    bool isStub = false;
    bool isSupplement = false; ///< of a paper; the list does not ask for one
    bool isCutOff = false;     ///< a PDF without its end, although a reader may repair it
    IdentityCheck identity;    ///< of a PDF or text
    QByteArray html;           ///< the beginning of a web page
};

/**
 * `name` tells text from other bytes by its ending. A web page is a result, not a failure: it may say where the PDF is.
 * A PDF that the page worker could not finish with, for its own reasons, passes with Validation::Error: converting it
 * will tell. Failures: acquire.file-missing, acquire.not-a-pdf, pdf.broken, pdf.empty, pdf.encrypted, pdf.password,
 * stopped.
 */
Result<Inspection> inspectFile(const QString& path, const QString& name, const Paper& paper, const QString& password,
                               std::stop_token stop);

} // namespace sheaf
