// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "convert/services/remote_service.h"

/** MinerU's content_list (its items in reading order, boxes in thousandths of the page) → pieces. Pure, any thread. */
namespace sheaf {

QVector<RemotePiece> mineruPieces(const QJsonArray& contentList);

} // namespace sheaf
