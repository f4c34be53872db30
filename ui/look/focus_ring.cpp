// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/focus_ring.h"

#include "ui/look/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QFocusEvent>
#include <QPainter>
#include <QTabBar>

namespace sheaf {

namespace {

/** A pane of text or pages: lists and tables mark their current entry themselves. */
bool isPane(const QWidget* widget)
{
    return qobject_cast<const QAbstractScrollArea*>(widget) && !qobject_cast<const QAbstractItemView*>(widget);
}

bool isControl(const QWidget* widget)
{
    return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QComboBox*>(widget) ||
           qobject_cast<const QTabBar*>(widget);
}

} // namespace

FocusRing::FocusRing(QWidget* window) : QWidget(window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    qApp->installEventFilter(this);
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event)
{
    if (!watched->isWidgetType())
        return false; // a style is told of its widget's focus, too
    if (event->type() == QEvent::FocusIn) {
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        auto* widget = static_cast<QWidget*>(watched);
        const bool keyboard = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
                              reason == Qt::ShortcutFocusReason || reason == Qt::OtherFocusReason ||
                              reason == Qt::ActiveWindowFocusReason;
        const bool marked = isControl(widget) || isPane(widget);
        follow(keyboard && marked && widget->window() == parentWidget() ? widget : nullptr);
    } else if (m_target && (event->type() == QEvent::Move || event->type() == QEvent::Resize)) {
        const auto* moved = qobject_cast<QWidget*>(watched);
        if (moved && (moved == m_target || moved->isAncestorOf(m_target)))
            place();
    } else if (watched == m_target && (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide ||
                                       event->type() == QEvent::MouseButtonPress)) {
        follow(nullptr);
    }
    return false;
}

void FocusRing::follow(QWidget* target)
{
    m_target = target;
    setVisible(target);
    place();
}

void FocusRing::place()
{
    if (!m_target)
        return;
    const int margin = isPane(m_target) ? 0 : theme().px(4);
    const QPoint corner = m_target->mapTo(parentWidget(), QPoint());
    setGeometry(QRect(corner, m_target->size()).adjusted(-margin, -margin, margin, margin));
    raise();
    update();
}

void FocusRing::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().accent, theme().px(2)));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme().px(7), theme().px(7));
}

} // namespace sheaf
