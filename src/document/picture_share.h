// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QVector>

namespace sheaf {

/**
 * The share of a page, from 0 to 1, that lies under its pictures, all together: scanners save a page in strips or
 * tiles, or as paper and ink over one another. Boxes in the page's own units from its upper left corner; what lies
 * outside the page does not count. Measured on a grid of 40 by 40 cells. Pure, any thread.
 */
double pictureShare(QSizeF page, const QVector<QRectF>& pictures);

} // namespace sheaf
