// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "acquire/acquirer.h"

/** The failures of acquisition, each with its sentence, and which of several is told. */
namespace sheaf {

Failure noOpenCopy();
Failure notAPdf(FileKind kind, const QString& detail);
Failure wrongPaper(const QString& reason);
Failure fileMissing(const QString& path);
Failure unreadable(const QString& detail); ///< acquire.file-missing, too
Failure needsEmail();
Failure emailRefused();
Failure badAnswer(const QString& source, const QString& detail);
Failure httpFailure(int status, const QString& host);
Failure acquireStopped();
/** net.disk, or disk.full where `folder` has no room left. */
Failure diskFailure(const QString& folder, const QString& detail);

/** Of what went wrong along the way, the failure that helps the user most. */
const Failure& mostTelling(const QVector<Failure>& failures);

} // namespace sheaf
