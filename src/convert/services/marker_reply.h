// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "convert/services/service_failures.h"

/** What marker_server's answer means: markdown, or one of the outcomes of service_failures.h. Pure, any thread. */
namespace sheaf {

Result<QString> markerMarkdown(const Result<HttpReply>& reply);

} // namespace sheaf
