// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "convert/services/remote_service.h"

/**
 * GROBID's TEI → pieces in reading order, with the paper's own metadata and its reference list as CSL-JSON. Elements
 * with coordinates ("page,x,y,w,h;…" in points, sizes of the pages in <facsimile>) have boxes. GROBID's sections are
 * flat: their depth is that of their numbers. Pure, any thread.
 */
namespace sheaf {

/** Nothing for what is no TEI, or holds neither a title nor a body. */
std::optional<RemoteText> teiPieces(const QByteArray& xml);

} // namespace sheaf
