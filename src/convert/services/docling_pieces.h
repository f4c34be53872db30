// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "convert/services/remote_service.h"

/** A DoclingDocument (docling-core's JSON) → pieces with pages and boxes, in its reading order. Pure, any thread. */
namespace sheaf {

QVector<RemotePiece> doclingPieces(const QJsonObject& document);

} // namespace sheaf
