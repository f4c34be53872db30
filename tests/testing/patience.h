// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sheaf {

/** Milliseconds that a test waits for a signal before it fails: only a failure takes that long, also on a busy machine.
 */
constexpr int patience = 30'000;

} // namespace sheaf
