// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/block_layer.h"

#include "ui/look/theme.h"

#include <QPainter>

namespace sheaf {

int BlockLayer::at(int page, QPointF point) const
{
    int found = -1;
    double smallest = 0;
    for (int i = 0; i < m_blocks.size(); ++i) {
        for (const PageBox& region : m_blocks.at(i).regions) {
            const double area = region.box.width() * region.box.height();
            if (region.page != page || !region.box.contains(point) || (found >= 0 && area >= smallest))
                continue;
            found = i;
            smallest = area;
        }
    }
    return found;
}

int BlockLayer::ofCharacter(int position) const
{
    for (int i = 0; i < m_blocks.size(); ++i) {
        if (position >= m_blocks.at(i).begin && position < m_blocks.at(i).end)
            return i;
    }
    return -1;
}

int BlockLayer::firstOn(int page) const
{
    const auto first = std::ranges::find_if(m_blocks, [page](const MarkdownBlock& block) {
        return !block.regions.isEmpty() && block.regions.first().page == page;
    });
    return first == m_blocks.cend() ? -1 : int(first - m_blocks.cbegin());
}

const PageBox* BlockLayer::place(int block, int page) const
{
    if (block < 0 || block >= m_blocks.size() || m_blocks.at(block).regions.isEmpty())
        return nullptr;
    const QVector<PageBox>& regions = m_blocks.at(block).regions;
    const auto here =
        std::find_if(regions.cbegin(), regions.cend(), [page](const PageBox& r) { return r.page == page; });
    return here == regions.cend() ? &regions.first() : &*here;
}

void BlockLayer::paint(QPainter& painter, QPointF origin, double scale, int page, int chosen, int pointed) const
{
    const Theme t = Theme::light(); // the page stays white in dark
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < m_blocks.size(); ++i) {
        QColor fill = t.accent;
        fill.setAlphaF(i == chosen ? 0.18F : 0.10F);
        const bool setOff = i == chosen || i == pointed;
        painter.setBrush(setOff ? QBrush(fill) : QBrush(Qt::NoBrush));
        painter.setPen(setOff ? QPen(t.accent, theme().px(2)) : QPen(t.blue, 1));
        for (const PageBox& region : m_blocks.at(i).regions) {
            if (region.page == page)
                painter.drawRoundedRect(
                    QRectF(origin + region.box.topLeft() * scale, region.box.size() * scale).adjusted(-2, -2, 2, 2), 2,
                    2);
        }
    }
    painter.restore();
}

} // namespace sheaf
