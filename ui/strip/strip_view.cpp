// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/strip/strip_view.h"

#include "ui/look/theme.h"
#include "ui/strip/compact_strip.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** Widths at 1,440 pixels; a wider window stretches them alike. */
constexpr std::array<double, StageCardCount> cardWeights{158, 190, 372, 142, 310, 132};
constexpr double arrowWeight = 22;

} // namespace

StripView::StripView(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Progress of the run"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StripView::setState(const StripState& state, RunState run)
{
    m_state = state;
    m_run = run;
    update();
    if (QAccessible::isActive())
        setAccessibleDescription(spoken());
}

void StripView::setAcquireLimit(int papers)
{
    m_acquireLimit = papers;
    update();
}

void StripView::setCompact(bool compact)
{
    m_compact = compact;
    updateGeometry();
    update();
}

void StripView::setNote(const QString& note)
{
    m_note = note;
    update();
}

QSize StripView::sizeHint() const
{
    return {theme().px(1000), theme().px(m_compact ? 34 : 164) + 1};
}

QSize StripView::minimumSizeHint() const
{
    return {theme().px(640), sizeHint().height()};
}

QRectF StripView::cardBox(int card) const
{
    const double margin = theme().px(14);
    const double total =
        std::accumulate(cardWeights.cbegin(), cardWeights.cend(), 0.0) + arrowWeight * (StageCardCount - 1);
    const double unit = (width() - 2 * margin) / total;
    double x = margin;
    for (int i = 0; i < card; ++i)
        x += (cardWeights[std::size_t(i)] + arrowWeight) * unit;
    return QRectF(QPointF(std::round(x), theme().px(13)),
                  QPointF(std::round(x + cardWeights[std::size_t(card)] * unit), height() - theme().px(6) - 1));
}

void StripView::paintEvent(QPaintEvent*)
{
    const Theme& t = theme();
    QPainter painter(this);
    painter.fillRect(rect(), t.panel);
    painter.fillRect(0, height() - 1, width(), 1, t.line);
    const StripLook look{m_state, m_run != RunState::Idle && m_run != RunState::Paused, m_acquireLimit};
    if (m_compact) {
        paintCompactStrip(painter, QRectF(rect()).adjusted(t.px(14), 0, -t.px(14), -1), m_state, m_note);
        return;
    }
    for (int i = 0; i < StageCardCount; ++i) {
        const QRectF box = cardBox(i);
        paintCard(painter, box, StageCard(i), look);
        if (i + 1 < StageCardCount) {
            painter.setFont(t.font(FontRole::Title));
            painter.setPen(t.arrow);
            painter.drawText(QRectF(box.right(), box.top(), cardBox(i + 1).left() - box.right(), box.height()),
                             Qt::AlignCenter, u"→"_s);
        }
    }
}

int StripView::cardAt(QPoint position) const
{
    for (int i = 0; !m_compact && i < StageCardCount; ++i) {
        if (cardBox(i).contains(position))
            return i;
    }
    return -1;
}

void StripView::mouseReleaseEvent(QMouseEvent* event)
{
    const int card = cardAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && card >= 0)
        Q_EMIT cardClicked(StageCard(card));
}

bool StripView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int card = cardAt(help->pos());
    QToolTip::showText(help->globalPos(),
                       m_compact  ? spoken()
                       : card < 0 ? QString()
                                  : spokenCard(StageCard(card), m_state),
                       this);
    return true;
}

QString StripView::spoken() const
{
    QStringList cards;
    for (int i = 0; i < StageCardCount; ++i)
        cards += spokenCard(StageCard(i), m_state);
    return cards.join(u'\n');
}

} // namespace sheaf
