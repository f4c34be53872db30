// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"
#include "net/http_client.h"

/**
 * What marker_server's answer means: markdown, or which of four outcomes it is. This file is bad (convert.failed,
 * convert.timeout), busy (convert.service-busy), our request is bad (convert.service-refused, convert.service-key), the
 * service is down (convert.service-down). Pure, any thread.
 */
namespace sheaf {

/** The device had no memory for the document: a smaller range of pages may fit. */
inline constexpr QLatin1StringView outOfMemoryCode("convert.memory");

Result<QString> markerMarkdown(const Result<HttpReply>& reply);

} // namespace sheaf
