// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paper.h"

/** Names a work the same way on every computer and in every project, so that what is written twice is there once. Pure
 * functions, any thread. */
namespace sheaf {

/** The normalised DOI; without one, another identifier, the file's hash, or what the title says. */
QByteArray workIdentity(const Paper& paper, const QByteArray& fileHash);
/** SHA-256 of it, in hex. */
QString workHash(const Paper& paper, const QByteArray& fileHash);

} // namespace sheaf
