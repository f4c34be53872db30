// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"
#include "document/page_model.h"
#include "document/worker_patience.h"

#include <QByteArray>

#include <functional>
#include <stop_token>

/**
 * The parent's side of the sandboxed page worker (program sheaf-page-worker): poppler only ever sees untrusted bytes in
 * a child process without network, without writing, with limited memory and time. Each call blocks and belongs on a
 * worker thread; it returns within 200 ms of a stop. A worker that crashes, hangs or lies costs one call. Failures:
 * pdf.missing, pdf.not-a-pdf, pdf.broken, pdf.encrypted (needs a password), pdf.password (the given one is wrong),
 * pdf.empty (no pages), pdf.crash, pdf.timeout, pdf.memory, pdf.protocol, stopped.
 */
namespace sheaf {

struct PdfLimits
{
    qint64 memoryBytes = qint64(1) << 30; ///< address space of the child
    WorkerPatience page;                  ///< with each page; what passes it = pdf.timeout
    int processorSeconds = 900;           ///< for all pages of the request
    qint64 glyphsPerPage = 400'000;       ///< more are dropped and the page is marked truncated
};

struct PdfRequest
{
    QString path;
    QString password;
    int firstPage = 1; ///< from 1
    int lastPage = 0;  ///< 0 = the last
    PdfLimits limits;
};

/** Called on the calling thread for each page, in order; false ends the pass early (not a failure). */
using PageVisitor = std::function<bool(Page&&)>;
/** Called once, before the first page. */
using InfoVisitor = std::function<void(const DocumentInfo&)>;

/** One pass over the pages. Pages that arrived before a failure were delivered. */
Result<DocumentInfo> readPdf(const PdfRequest& request, const PageVisitor& onPage, std::stop_token stop = {},
                             const InfoVisitor& onInfo = {});

/** Info and the text of the first pages only: for matching a file to a paper. */
struct PdfPeek
{
    DocumentInfo info;
    QVector<Page> pages;
};
Result<PdfPeek> peekPdf(const QString& path, int pages = 2, std::stop_token stop = {}, const QString& password = {});

/** A picture without Qt Gui: rows of width × 4 bytes, 0xFFRRGGBB in host order (QImage::Format_RGB32). */
struct PagePicture
{
    int width = 0, height = 0;
    QSizeF pageSize; ///< points, so that boxes can be placed on it
    QByteArray pixels;
};

/** One page as a picture, white paper; the longest side is limited to 4,096 pixels. */
Result<PagePicture> renderPdfPage(const QString& path, int page, double dpi, std::stop_token stop = {},
                                  const QString& password = {});

/** Version of poppler that the worker was built with, and whether a sandbox (seccomp) holds here: for doctor. */
struct PdfSupport
{
    bool available = false;
    QString popplerVersion;
    QString sandbox; ///< "seccomp", "limits only"
    QString problem; ///< why not available
};
PdfSupport pdfSupport();

} // namespace sheaf
