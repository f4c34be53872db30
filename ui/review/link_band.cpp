// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/link_band.h"

#include "ui/look/theme.h"
#include "ui/paper/markdown_view.h"
#include "ui/paper/page_canvas.h"

#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace sheaf {

LinkBand::LinkBand(MarkdownView* text, PageCanvas* page, QWidget* parent) : QWidget(parent), m_text(text), m_page(page)
{
    setProperty("pane", u"panel"_s);
    setAttribute(Qt::WA_StyledBackground);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    for (const QAbstractScrollArea* area : std::initializer_list<QAbstractScrollArea*>{text, page})
        connect(area->verticalScrollBar(), &QScrollBar::valueChanged, this, qOverload<>(&QWidget::update));
    connect(page, &PageCanvas::zoomed, this, qOverload<>(&QWidget::update));
}

QSize LinkBand::sizeHint() const
{
    return {theme().px(44), theme().px(100)};
}

void LinkBand::paintEvent(QPaintEvent*)
{
    const QRect text = m_text->markedBox();
    const QRectF page = m_page->marksBox();
    if (text.isEmpty() || page.isEmpty() || !m_page->isVisible() || !m_text->isVisible())
        return;
    const auto down = [this](const QAbstractScrollArea* area, double y) {
        return double(area->viewport()->mapTo(window(), QPoint(0, qRound(y))).y() - mapTo(window(), QPoint(0, 0)).y());
    };
    const double leftTop = down(m_text, text.top()), leftBottom = down(m_text, text.bottom());
    const double rightTop = down(m_page, page.top()), rightBottom = down(m_page, page.bottom());
    const double right = width(), middle = right / 2;
    QPainterPath band({0, leftTop});
    band.cubicTo(middle, leftTop, middle, rightTop, right, rightTop);
    band.lineTo(right, rightBottom);
    band.cubicTo(middle, rightBottom, middle, leftBottom, 0, leftBottom);
    band.closeSubpath();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool first = m_page->chosenReader() == ReaderRole::First;
    painter.setPen(first ? theme().markEdge : theme().blue);
    painter.setBrush(first ? theme().markInText : theme().panel);
    painter.drawPath(band);
}

} // namespace sheaf
