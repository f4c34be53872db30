// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"

#include <QNetworkReply>

/** The network's failures, each with its sentence. */
namespace sheaf {

enum class NetProblem
{
    Timeout,
    Unreachable,
    Tls,
    Dropped,
    TooLarge,
    Redirect,
    Url,
    Disk,
    Stopped
};

Failure netFailure(Stage stage, NetProblem problem, const QString& detail);
/** What an error of Qt's means for us. Unreachable promises that nothing was sent. */
NetProblem problemOf(QNetworkReply::NetworkError error, bool wasSent);

} // namespace sheaf
