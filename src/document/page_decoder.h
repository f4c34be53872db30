// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/page_model.h"
#include "document/page_wire.h"
#include "document/pdf_document.h"

#include <QByteArrayView>

#include <optional>

/**
 * The worker's frames as values (format: page_wire.h). A worker that a hostile file took over may send anything:
 * counts, lengths, indices, numbers and text are all checked, and nothing is returned for a frame that breaks a rule.
 * Pure functions, any thread.
 */
namespace sheaf {

struct WorkerHello
{
    QString popplerVersion;
    bool seccomp = false;
};

struct WorkerProblem
{
    wire::Trouble trouble = wire::Trouble::Broken;
    QString detail;
};

/** Untrusted UTF-8 as one line without control characters: safe for a log, a terminal and a window. */
QString plainLine(QByteArrayView utf8);

std::optional<WorkerHello> decodeHello(QByteArrayView payload);
std::optional<WorkerProblem> decodeProblem(QByteArrayView payload);
std::optional<DocumentInfo> decodeInfo(QByteArrayView payload);
std::optional<Page> decodePage(QByteArrayView payload);
std::optional<PagePicture> decodePicture(QByteArrayView payload);

} // namespace sheaf
