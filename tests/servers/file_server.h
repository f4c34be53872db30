// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "servers/http_server.h"

#include <QHash>

/**
 * A repository of papers on a real socket, well-behaved or not: each path has its own answer. Tests add paths at any
 * time.
 *
 *     FileServer files;
 *     const QUrl good = files.add(u"/a.pdf"_s, samplePdf({u"A title of a paper"_s}));
 *     const QUrl bad = files.add(u"/b.pdf"_s, samplePdf({u"Another title"_s}), FileManner::Truncated);
 */
namespace sheaf::testing {

enum class FileManner
{
    Good,
    LyingContentType,  ///< the right bytes, called text/html
    Truncated,         ///< the connection closes after half of the bytes
    CutInside,         ///< half of the bytes, called complete
    SlowDrip,          ///< a byte every 20 ms
    BusyOnce,          ///< 429 with Retry-After, then good
    AlwaysBusy,        ///< 429 with Retry-After, for ever
    BrokenOnce,        ///< 503, then good
    HtmlPaywall,       ///< 200 and a page that asks for money, called application/pdf
    Captcha,           ///< 403 and a page that asks for a human
    PageWithPdfLink,   ///< a publisher's page whose citation_pdf_url is PATH + "/real"
    PageWithPageLink,  ///< the same, but that is a page, too, and so on
    RedirectElsewhere, ///< to "localhost" + PATH + "/real": another origin
    NotFound,
    Silent, ///< never answers
};

class FileServer
{
public:
    FileServer();

    /** Serves `bytes` at `path`, and returns where. */
    QUrl add(const QString& path, const QByteArray& bytes, FileManner manner = FileManner::Good);
    HttpServer& http() { return m_http; }
    int askedFor(const QString& path) const { return int(m_http.requests(path).size()); }

private:
    struct File
    {
        QByteArray bytes;
        FileManner manner = FileManner::Good;
        int asked = 0;
    };
    ServedReply answer(const ServedRequest& request);
    ServedReply serve(File& file, const QString& path) const;

    QHash<QString, File> m_files;
    HttpServer m_http; // last: its thread ends first
};

} // namespace sheaf::testing
