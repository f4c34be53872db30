// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sinks/service_sink.h"

/** The services of the registry, each made in the file of its own. Private to this room. */
namespace sheaf {

Result<std::shared_ptr<ServiceSink>> makeElasticsearchSink(const Settings& settings, const SecretSource& secrets,
                                                           const SecretKeeper& keep);
Result<std::shared_ptr<ServiceSink>> makeZoteroSink(const Settings& settings, const SecretSource& secrets,
                                                    const SecretKeeper& keep);

} // namespace sheaf
