// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "acquire/acquirer.h"

/** documentFacts() for callers who know already what kind of file it is. Blocks. */
namespace sheaf {

/** The first bytes of a file; failure acquire.file-missing. */
Result<QByteArray> readHead(const QString& path, qint64 bytes);
Result<DocumentFacts> textFacts(const QString& path);
Result<DocumentFacts> pdfFacts(const QString& path, const QString& password, std::stop_token stop);

} // namespace sheaf
