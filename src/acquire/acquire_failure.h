// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "acquire/acquirer.h"
#include "acquire/web_page.h"

/** The failures of acquisition, each with its sentence, and which of several is told. */
namespace sheaf {

/** `hint`: what would help, a sentence or nothing. `unasked`: sources that gave no answer; with them it may be tried
 * again. */
Failure noOpenCopy(const QString& hint = {}, const QStringList& unasked = {});
/** The same, where sources that are `down` may have one. `hint`, `unasked` as above. */
Failure noAnswer(const QString& hint, const QStringList& unasked, const QStringList& down);
Failure notAPdf(FileKind kind, const QString& detail);
Failure notAPdf(PageKind kind, const QString& host);
/** What a page says that is no PDF: "example.org asks whether a human is there". */
QString pageSentence(PageKind kind, const QString& host);
Failure supplement(const QString& host);
Failure cutOff(const QString& host);
Failure robotsForbid(const QString& host);
Failure triedBefore(const QString& host);
Failure redirectsInACircle(const QString& host);
Failure hostRests(const QString& name);
Failure keyRefused(const QString& source);
Failure sourceNotReady(const QString& source, const QString& lack);
/** A retrieval service's own error code. */
Failure serviceFailure(const QString& host, const QString& code, const QString& detail);
Failure tooLarge(qint64 bytes);
Failure wrongPaper(const QString& reason);
Failure fileMissing(const QString& path);
Failure unreadable(const QString& detail); ///< acquire.file-missing, too
Failure needsEmail();
Failure emailRefused();
Failure badAnswer(const QString& source, const QString& detail);
Failure httpFailure(int status, const QString& host);
/** Nobody answers, whoever is asked: net.offline where somebody did before, an outage that passes; else net.none, a
 * machine without a network. `failure` is what one of them failed with, `proxy` stands between, or is empty. */
Failure offline(const Failure& failure, const QString& proxy, bool wasThere);
bool isOffline(const Failure& failure);
Failure acquireStopped();
/** net.disk, or disk.full where `folder` has no room left. */
Failure diskFailure(const QString& folder, const QString& detail);

/** Of what went wrong along the way, the failure that helps the user most. */
const Failure& mostTelling(const QVector<Failure>& failures);

} // namespace sheaf
