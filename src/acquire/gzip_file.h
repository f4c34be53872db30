// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"

#include <stop_token>

/** Downloads that came compressed although nobody asked for it. */
namespace sheaf {

/** A file that begins as gzip (RFC 1952) is replaced by what it holds; any other is left alone. Blocks. Failures:
 * acquire.cut-off for one that ends early or is damaged, net.too-large above `maxBytes`, net.disk, stopped. */
Result<void> unpackGzip(const QString& path, qint64 maxBytes, std::stop_token stop);

} // namespace sheaf
