// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

/** One logging category a room: "sheaf.acquire" and so on. Messages carry no secrets and no document text. */
namespace sheaf {

Q_DECLARE_LOGGING_CATEGORY(logLists)
Q_DECLARE_LOGGING_CATEGORY(logNet)
Q_DECLARE_LOGGING_CATEGORY(logAcquire)
Q_DECLARE_LOGGING_CATEGORY(logDocument)
Q_DECLARE_LOGGING_CATEGORY(logConvert)
Q_DECLARE_LOGGING_CATEGORY(logRead)
Q_DECLARE_LOGGING_CATEGORY(logStore)
Q_DECLARE_LOGGING_CATEGORY(logPipeline)
Q_DECLARE_LOGGING_CATEGORY(logUi)

} // namespace sheaf
