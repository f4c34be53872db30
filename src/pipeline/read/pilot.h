// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paper.h"

#include <QVector>

/**
 * The pilot: a few papers, as unlike each other as there are, are read before the rest, so that the user sees what the
 * questions bring before all of them are paid for. Pure, any thread.
 */
namespace sheaf {

struct PilotCandidate
{
    PaperId paper = 0;
    int year = 0; ///< 0 = unknown
    qint64 bytes = 0;
    QString venue;
};

/** At most `count` papers: the earliest, then each time the one that is least like those chosen by year, length and
 * venue. The same candidates give the same papers. */
QVector<PaperId> unlikePapers(const QVector<PilotCandidate>& candidates, int count);

/** "12 15 31", as a project keeps the papers that were chosen. */
QVector<PaperId> pilotPapers(const QString& text);
QString pilotText(const QVector<PaperId>& papers);

} // namespace sheaf
