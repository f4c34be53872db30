// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"

#include <QString>

/** The terminal: lines out, lines to standard error. Main thread. */
namespace sheaf::cli {

void say(const QString& line);
void sayBytes(const QByteArray& bytes);
void complain(const QString& line);
/** "sentence [code]"; the detail goes to the log. */
void complain(const Failure& failure);

} // namespace sheaf::cli
