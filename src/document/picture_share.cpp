// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/picture_share.h"

#include <bitset>

namespace sheaf {

double pictureShare(QSizeF page, const QVector<QRectF>& pictures)
{
    constexpr int side = 40;
    std::bitset<std::size_t(side * side)> covered; // cells of the page whose middle lies in a picture
    const auto begin = [](double from, double length) {
        return int(std::clamp(std::ceil(from / length * side - 0.5), 0.0, double(side)));
    };
    const double width = std::max(1.0, page.width()), height = std::max(1.0, page.height());
    for (const QRectF& picture : pictures)
        for (int row = begin(picture.top(), height); row < begin(picture.bottom(), height); ++row)
            for (int column = begin(picture.left(), width); column < begin(picture.right(), width); ++column)
                covered.set(std::size_t(row * side + column));
    return double(covered.count()) / double(covered.size());
}

} // namespace sheaf
