// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http_client.h"

/** Where a redirect leads, and what goes along. Pure functions. */
namespace sheaf {

bool isRedirect(int status); ///< 301, 302, 303, 307, 308

/**
 * The request to send next. To another origin (scheme, host, port) no secret, cookie or body goes along; failure
 * net.redirect where there is no usable target, where a body would have to leave its origin, or where the network
 * would lead us into this computer.
 */
Result<HttpRequest> redirected(const HttpRequest& from, int status, const QByteArray& location);

/** Failure net.url for what is no http(s) URL with a host, or has a header that would break the request apart. */
Result<void> checkRequest(const HttpRequest& request);

} // namespace sheaf
