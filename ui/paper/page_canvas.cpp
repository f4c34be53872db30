// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/page_canvas.h"

#include "ui/look/painting.h"
#include "ui/look/theme.h"
#include "ui/paper/page_cache.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <cmath>

namespace sheaf {

namespace {

constexpr QSizeF a4(595, 842);
constexpr double leastZoom = 0.25, mostZoom = 4;
constexpr double mostDpi = 300;

} // namespace

void paintMarks(QPainter& painter, QPointF origin, double scale, int page, const QVector<PageBox>& marks)
{
    painter.save();
    painter.setCompositionMode(QPainter::CompositionMode_Multiply);
    for (const PageBox& mark : marks) {
        if (mark.page != page)
            continue;
        const QRectF box(origin + mark.box.topLeft() * scale, mark.box.size() * scale);
        painter.fillRect(box.adjusted(-1, -1, 1, 1), theme().mark);
    }
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    painter.setPen(theme().markEdge);
    for (const PageBox& mark : marks) {
        if (mark.page == page)
            painter.drawRect(
                QRectF(origin + mark.box.topLeft() * scale, mark.box.size() * scale).adjusted(-1, -1, 1, 1));
    }
    painter.restore();
}

PageCanvas::PageCanvas(PageCache* cache, QWidget* parent) : QAbstractScrollArea(parent), m_cache(cache)
{
    setAccessibleName(tr("PDF page"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setProperty("pane", QStringLiteral("panel"));
    connect(cache, &PageCache::changed, this, [this](const QString& path, int page) {
        if (path != m_path || page != m_page)
            return;
        updateBars();
        if (std::exchange(m_scrollPending, false))
            scrollToMarks();
        viewport()->update();
    });
}

void PageCanvas::showPage(const QString& path, int page, const PageMarks& marks)
{
    const bool same = path == m_path && page == m_page;
    if (!same)
        m_pageSize = {};
    m_path = path;
    m_page = page;
    m_marks = marks;
    updateBars();
    if (!same)
        verticalScrollBar()->setValue(0);
    m_scrollPending = true;
    if (m_pageSize.isValid())
        scrollToMarks();
    viewport()->update();
}

void PageCanvas::setZoom(double zoom)
{
    m_zoom = zoom > 0 ? std::clamp(zoom, leastZoom, mostZoom) : 0;
    updateBars();
    viewport()->update();
    Q_EMIT zoomed();
}

double PageCanvas::effectiveZoom() const
{
    if (m_zoom > 0)
        return m_zoom * theme().scale;
    const double room = viewport()->width() - 2 * theme().px(10);
    return std::max(0.1, room / (pageSize().width() * 96 / 72));
}

QSizeF PageCanvas::pageSize() const
{
    return m_pageSize.isEmpty() ? a4 : m_pageSize;
}

double PageCanvas::pixelsPerPoint() const
{
    return effectiveZoom() * 96 / 72;
}

/** The page's place in the viewport. */
QRectF PageCanvas::sheet() const
{
    const QSizeF size = pageSize() * pixelsPerPoint();
    const double left = std::max(double(theme().px(10)), (viewport()->width() - size.width()) / 2);
    return {QPointF(left - horizontalScrollBar()->value(), theme().px(10) - verticalScrollBar()->value()), size};
}

QRectF PageCanvas::marksBox() const
{
    QRectF marks;
    for (const PageBox& mark : m_marks.front()) {
        if (mark.page == m_page)
            marks |= mark.box;
    }
    const double scale = pixelsPerPoint();
    return marks.isEmpty() ? QRectF() : QRectF(sheet().topLeft() + marks.topLeft() * scale, marks.size() * scale);
}

void PageCanvas::setBlocks(const BlockLayer& blocks)
{
    m_blocks = blocks;
    m_chosen = m_pointed = -1;
    viewport()->setMouseTracking(!blocks.isEmpty());
    viewport()->update();
}

void PageCanvas::setChosenBlock(int block)
{
    m_chosen = block;
    const PageBox* place = m_blocks.place(block, m_page);
    if (place && place->page == m_page) {
        const double top = sheet().top() + place->box.top() * pixelsPerPoint();
        if (top < 0 || top > viewport()->height() * 0.8)
            verticalScrollBar()->setValue(verticalScrollBar()->value() + int(top) - viewport()->height() / 4);
    }
    viewport()->update();
}

void PageCanvas::setPointedBlock(int block)
{
    if (block == m_pointed)
        return;
    m_pointed = block;
    viewport()->update();
}

int PageCanvas::blockAt(QPointF position) const
{
    return m_blocks.at(m_page, (position - sheet().topLeft()) / pixelsPerPoint());
}

void PageCanvas::mouseMoveEvent(QMouseEvent* event)
{
    QAbstractScrollArea::mouseMoveEvent(event);
    const int block = blockAt(event->position());
    if (block == m_pointed)
        return;
    setPointedBlock(block);
    Q_EMIT blockPointed(block);
}

void PageCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    QAbstractScrollArea::mouseReleaseEvent(event);
    if (const int block = blockAt(event->position()); event->button() == Qt::LeftButton && block >= 0)
        Q_EMIT blockClicked(block);
}

bool PageCanvas::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave && m_pointed >= 0) {
        setPointedBlock(-1);
        Q_EMIT blockPointed(-1);
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void PageCanvas::updateBars()
{
    const double scale = effectiveZoom() * 96 / 72;
    const int margin = theme().px(10);
    const QSize whole(int(pageSize().width() * scale) + 2 * margin, int(pageSize().height() * scale) + 2 * margin);
    horizontalScrollBar()->setRange(0, m_zoom > 0 ? std::max(0, whole.width() - viewport()->width()) : 0);
    horizontalScrollBar()->setPageStep(viewport()->width());
    verticalScrollBar()->setRange(0, std::max(0, whole.height() - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(theme().px(40));
}

void PageCanvas::scrollToMarks()
{
    m_scrollPending = false;
    for (const PageBox& mark : m_marks.front()) {
        if (mark.page != m_page)
            continue;
        const double scale = effectiveZoom() * 96 / 72;
        verticalScrollBar()->setValue(int(mark.box.center().y() * scale) - viewport()->height() / 2);
        return;
    }
}

/** The second reader's words are outlined, so that both are seen where they are the same; the numbers stand in the
 * margin. The page is white in both themes: so are the colours on it. */
void PageCanvas::paintSecondReader(QPainter& painter, QPointF origin, double scale) const
{
    const Theme onPaper = Theme::light();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(onPaper.blue, 1.3));
    for (const PageBox& mark : m_marks.second)
        if (mark.page == m_page)
            painter.drawRoundedRect(
                QRectF(origin + mark.box.topLeft() * scale, mark.box.size() * scale).adjusted(-2, -2, 2, 2), 2, 2);
    const double size = theme().px(16);
    const auto placeOf = [&](const QVector<PageBox>& marks) {
        QRectF place; // beside the first line, left of all of them: in the column's margin
        double left = 0;
        for (const PageBox& mark : marks) {
            if (mark.page != m_page)
                continue;
            left = place.isEmpty() ? mark.box.left() : std::min(left, mark.box.left());
            if (place.isEmpty())
                place = QRectF(0, origin.y() + mark.box.top() * scale, size, size);
        }
        place.moveLeft(origin.x() + left * scale - size - theme().px(6));
        return place;
    };
    const QRectF one = placeOf(m_marks.first);
    QRectF two = placeOf(m_marks.second);
    if (one.intersects(two))
        two.moveTop(one.bottom() + 3);
    if (!one.isEmpty())
        drawReaderBadge(painter, one, 1, onPaper);
    if (!two.isEmpty())
        drawReaderBadge(painter, two, 2, onPaper);
    painter.restore();
}

void PageCanvas::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), theme().panel);
    if (m_path.isEmpty() || m_page < 1)
        return;
    const double scale = pixelsPerPoint();
    const double dpi = std::min(mostDpi, std::round(72 * scale * devicePixelRatioF()));
    const CachedPage* picture = m_cache->page(m_path, m_page, dpi);
    if (picture && m_pageSize != picture->pageSize) {
        m_pageSize = picture->pageSize;
        QMetaObject::invokeMethod(
            this, [this] { updateBars(); }, Qt::QueuedConnection);
    }
    const QRectF sheet = this->sheet();
    painter.fillRect(sheet, theme().sheet);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (picture) {
        painter.drawImage(sheet, picture->image);
        paintMarks(painter, sheet.topLeft(), scale, m_page, m_marks.first);
        if (m_marks.numbered)
            paintSecondReader(painter, sheet.topLeft(), scale);
        m_blocks.paint(painter, sheet.topLeft(), scale, m_page, m_chosen, m_pointed);
    } else if (const QString failure = m_cache->failure(m_path, m_page); !failure.isEmpty()) {
        painter.setPen(Theme::light().red);
        painter.drawText(sheet.adjusted(theme().px(20), theme().px(20), -theme().px(20), 0), Qt::TextWordWrap, failure);
    }
    painter.setPen(theme().line);
    painter.drawRect(sheet);
}

void PageCanvas::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateBars();
    Q_EMIT zoomed();
}

bool PageCanvas::step(int by)
{
    const QScrollBar* bar = verticalScrollBar();
    if ((by > 0 && bar->value() < bar->maximum()) || (by < 0 && bar->value() > bar->minimum()))
        return false;
    Q_EMIT pageStepped(by);
    return true;
}

void PageCanvas::wheelEvent(QWheelEvent* event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        setZoom(effectiveZoom() / theme().scale * (event->angleDelta().y() > 0 ? 1.1 : 1 / 1.1));
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void PageCanvas::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        if (step(1))
            return;
        verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd);
        return;
    case Qt::Key_PageUp:
        if (step(-1))
            return;
        verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub);
        return;
    case Qt::Key_Plus:
        setZoom(effectiveZoom() / theme().scale * 1.25);
        return;
    case Qt::Key_Minus:
        setZoom(effectiveZoom() / theme().scale / 1.25);
        return;
    case Qt::Key_0:
        setZoom(0);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace sheaf
