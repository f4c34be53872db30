// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/page_preview.h"

#include "ui/look/theme.h"
#include "ui/paper/page_cache.h"
#include "ui/paper/page_canvas.h"

#include <QPainter>

#include <cmath>

namespace sheaf {

PagePreview::PagePreview(PageCache* cache, const QString& path, const Quote& quote, QWidget* parent)
    : QAbstractButton(parent), m_cache(cache), m_path(path), m_quote(quote)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Page %1 with the quote marked").arg(quote.page));
    connect(cache, &PageCache::changed, this, [this](const QString& changed, int page) {
        if (changed == m_path && page == m_quote.page)
            update();
    });
}

QSize PagePreview::sizeHint() const
{
    return {theme().px(300), theme().px(150)};
}

void PagePreview::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().sheet);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    constexpr double a4Points = 595;
    const double dpi = std::round(72 * width() / a4Points * devicePixelRatioF());
    if (const CachedPage* picture = m_cache->page(m_path, m_quote.page, dpi)) {
        const double scale = width() / picture->pageSize.width();
        const double pageHeight = picture->pageSize.height() * scale;
        const double centre = m_quote.boxes.isEmpty() ? 0 : m_quote.boxes.first().box.center().y() * scale;
        const double top = std::clamp(centre - height() / 2.0, 0.0, std::max(0.0, pageHeight - height()));
        painter.drawImage(QRectF(0, -top, width(), pageHeight), picture->image);
        paintMarks(painter, QPointF(0, -top), scale, m_quote.page, m_quote.boxes);
    }
    painter.setPen(theme().line);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace sheaf
