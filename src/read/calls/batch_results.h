// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QSet>

/** The lines of a batch's results, by custom id: order-free, doubtful lines counted. Pure, any thread. */
namespace sheaf {

struct BatchResults
{
    QHash<QString, QJsonObject> lines; ///< by custom id; the first of several
    int malformed = 0;
    int repeated = 0;

    bool hasAnyOf(const QSet<QString>& ids) const;
};

BatchResults parseBatchResults(const QByteArray& jsonLines);

} // namespace sheaf
