// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/units.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace sheaf {

QString formatBytes(qint64 bytes)
{
    const QLocale locale;
    if (bytes < 1'000'000)
        return QCoreApplication::translate("Units", "%1 kB").arg(locale.toString((bytes + 999) / 1000));
    if (bytes < 10'000'000)
        return QCoreApplication::translate("Units", "%1 MB").arg(locale.toString(double(bytes) / 1e6, 'f', 1));
    if (bytes < 1'000'000'000)
        return QCoreApplication::translate("Units", "%1 MB").arg(locale.toString(bytes / 1'000'000));
    return QCoreApplication::translate("Units", "%1 GB").arg(locale.toString(double(bytes) / 1e9, 'f', 1));
}

QString formatClock(qint64 milliseconds)
{
    const qint64 seconds = milliseconds / 1000;
    const QString tail =
        u"%1:%2"_s.arg(seconds / 60 % 60, seconds >= 3600 ? 2 : 1, 10, '0'_L1).arg(seconds % 60, 2, 10, '0'_L1);
    return seconds >= 3600 ? u"%1:%2"_s.arg(seconds / 3600).arg(tail) : tail;
}

QString formatRoughTime(qint64 milliseconds)
{
    const qint64 seconds = (milliseconds + 999) / 1000;
    if (seconds < 60)
        return QCoreApplication::translate("Units", "%1 s").arg(seconds);
    if (seconds < 5400)
        return QCoreApplication::translate("Units", "%1 min").arg((seconds + 30) / 60);
    return QCoreApplication::translate("Units", "%1 h")
        .arg(QLocale().toString(double(seconds) / 3600, 'f', seconds < 36000 ? 1 : 0));
}

QString formatUsd(double usd)
{
    const bool tiny = usd > 0 && usd < 0.01;
    return u"$%1"_s.arg(QLocale().toString(usd, 'f', tiny ? 4 : 2));
}

} // namespace sheaf
