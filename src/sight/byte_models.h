// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sight/model_store.h"

/** Models that calculate in bytes (gpu/byte_network.h), made on this machine of those that were fetched. */
namespace sheaf {

/** In the user's cache. */
QString byteModelFolder();

/** The twin of that model; made in `folder`, within a second, if it is not there yet. Empty where it would not help or
 * cannot be had: on a processor without the instruction, in a build without ONNX's library, for a model without ranges
 * in resources/models, in a folder that cannot be written to (logged). gpu::openRuntime() came before. Any thread. */
QString byteModel(const ModelStore& store, const QString& name, const QString& folder = byteModelFolder());

} // namespace sheaf
