// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sheaf {

/**
 * Absolute path of one of Sheaf's own helper programs, or of a library that is opened at run time: beside the running
 * program, so that a build tree uses its own, else in ../libexec/sheaf, where packages put it, wherever they were
 * unpacked. Empty if it is in neither place. Any thread.
 */
QString helperProgram(const QString& name);

} // namespace sheaf
