// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/page_wire.h"

/**
 * Locks this process in, once and for good: limited memory and processor time, no core file, no new privileges, no
 * program or process started, no network, no file opened for writing. Reading files stays possible, because fonts and
 * character maps are opened on demand. Works for root and for users, in containers too; where the kernel refuses the
 * system call filter, the limits alone hold.
 */
namespace sheaf::worker {

wire::Sandbox enterSandbox(const wire::Request& request);

} // namespace sheaf::worker
