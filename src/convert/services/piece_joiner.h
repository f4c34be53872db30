// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "convert/native/native_run.h"
#include "convert/services/remote_service.h"

/** A service's pieces and the document's own pages → one conversion with its blocks on the pages. Any thread. */
namespace sheaf {

/** Takes what it needs out of `native`; without it there are no words and no boxes. */
Conversion joinPieces(const RemoteText& text, Result<NativePages>& native);

/** Markdown with marker's page marks as pieces, a page each. */
QVector<RemotePiece> piecesOfMarked(const QString& marked);

} // namespace sheaf
