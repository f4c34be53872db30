// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log.h"

namespace sheaf {

Q_LOGGING_CATEGORY(logLists, "sheaf.lists", QtInfoMsg)
Q_LOGGING_CATEGORY(logNet, "sheaf.net", QtInfoMsg)
Q_LOGGING_CATEGORY(logAcquire, "sheaf.acquire", QtInfoMsg)
Q_LOGGING_CATEGORY(logDocument, "sheaf.document", QtInfoMsg)
Q_LOGGING_CATEGORY(logConvert, "sheaf.convert", QtInfoMsg)
Q_LOGGING_CATEGORY(logRead, "sheaf.read", QtInfoMsg)
Q_LOGGING_CATEGORY(logStore, "sheaf.store", QtInfoMsg)
Q_LOGGING_CATEGORY(logPipeline, "sheaf.pipeline", QtInfoMsg)
Q_LOGGING_CATEGORY(logUi, "sheaf.ui", QtInfoMsg)

} // namespace sheaf
