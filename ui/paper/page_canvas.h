// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record.h"
#include "ui/paper/block_layer.h"

#include <QAbstractScrollArea>

/** One PDF page on white with the words of a quote marked and, where asked for, the conversion's blocks drawn over it;
 * scrolls, zooms, fits the width. */
namespace sheaf {

class PageCache;

/** What is marked on pages: a quote's words, or those of two readers' quotes. */
struct PageMarks
{
    QVector<PageBox> first, second;
    bool numbered = false;                 ///< there are two readers: each one's words carry its number
    ReaderRole chosen = ReaderRole::First; ///< whose words are brought into view

    const QVector<PageBox>& front() const { return chosen == ReaderRole::First ? first : second; }
};

class PageCanvas : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit PageCanvas(PageCache* cache, QWidget* parent = nullptr);

    void showPage(const QString& path, int page, const PageMarks& marks);
    /** An empty layer draws none. */
    void setBlocks(const BlockLayer& blocks);
    /** Sets blocks off, and brings the chosen one into view where it lies on this page. */
    void setChosenBlock(int block);
    void setPointedBlock(int block);
    /** 1 = 100 %; 0 = fit the width. */
    void setZoom(double zoom);
    double zoom() const { return m_zoom; }
    double effectiveZoom() const;
    /** The place of the chosen marks on this page, in the viewport; empty = none. */
    QRectF marksBox() const;
    ReaderRole chosenReader() const { return m_marks.chosen; }

Q_SIGNALS:
    void zoomed();
    void pageStepped(int by);     ///< scrolled on past the page's end
    void blockPointed(int block); ///< by the mouse; −1 = none any more
    void blockClicked(int block);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    QSizeF pageSize() const;
    double pixelsPerPoint() const;
    QRectF sheet() const;
    int blockAt(QPointF position) const;
    void updateBars();
    void scrollToMarks();
    void paintSecondReader(QPainter& painter, QPointF origin, double scale) const;
    bool step(int by);

    PageCache* m_cache;
    QString m_path;
    int m_page = 0;
    PageMarks m_marks;
    BlockLayer m_blocks;
    int m_chosen = -1, m_pointed = -1;
    double m_zoom = 0;
    mutable QSizeF m_pageSize;
    bool m_scrollPending = false;
};

/** Draws marks of `page` on its picture; scale = pixels a point. */
void paintMarks(QPainter& painter, QPointF origin, double scale, int page, const QVector<PageBox>& marks);

} // namespace sheaf
