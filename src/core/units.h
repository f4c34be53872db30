// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/** Numbers with their units, for people, in the user's locale: "3.4 MB", "0:06", "≈ 14 min", "$0.62". */
namespace sheaf {

QString formatBytes(qint64 bytes);
QString formatClock(qint64 milliseconds);     ///< "12:04", "1:02:09"
QString formatRoughTime(qint64 milliseconds); ///< "14 min", "2 h"
QString formatUsd(double usd);                ///< two decimals, four below a cent

} // namespace sheaf
