// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QUrl>
#include <QVector>

/** What a publisher's page says about its paper, and what kind of page came instead of a PDF. Untrusted bytes; pure
 * functions. */
namespace sheaf {

/** The `citation_pdf_url` of a page at `base`; empty when it names none that may be fetched. */
QUrl citationPdfUrl(const QByteArray& html, const QUrl& base);

/** Links of a link resolver's menu that lead to the full text, the first ones first. */
QVector<QUrl> fullTextLinks(const QByteArray& html, const QUrl& base);

/** Only to tell the user why: bytes have decided already that it is no PDF. */
enum class PageKind
{
    Other,
    Challenge, ///< asks whether a human is there
    Paywall,   ///< asks for money or a log-in
    Error      ///< says that something was not found or is not allowed
};
PageKind pageKind(const QByteArray& html);

} // namespace sheaf
