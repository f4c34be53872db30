// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pdf_document.h"

#include <QRect>

/** Pictures of pages as PNG. Pure, any thread. */
namespace sheaf {

/** A part of a page's picture, in pixels; what libpng cannot write (never yet seen) is its message. */
std::expected<QByteArray, QString> pngOf(const PagePicture& picture, const QRect& part);
/** Counter-clockwise by 90, 180 or 270 degrees; anything else returns it as it is. */
PagePicture turned(const PagePicture& picture, int degrees);
/** No ink: nothing but paper, give or take some dust. */
bool isBlank(const PagePicture& picture);

} // namespace sheaf
