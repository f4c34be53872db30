// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QUrl>

/** What a publisher's page says about its paper. Untrusted bytes; pure functions. */
namespace sheaf {

/** The `citation_pdf_url` of a page at `base`; empty when it names none that may be fetched. */
QUrl citationPdfUrl(const QByteArray& html, const QUrl& base);

} // namespace sheaf
