// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/tab_pane.h"

#include "ui/look/theme.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sheaf {

TabPane::TabPane(QWidget* parent) : QWidget(parent), m_bar(new QTabBar), m_pages(new QStackedWidget)
{
    auto* head = new QWidget;
    head->setObjectName(u"tabHead"_s);
    head->setProperty("edge", u"bottom"_s);
    head->setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(theme().px(8), 0, 0, 0);
    m_bar->setExpanding(false);
    m_bar->setUsesScrollButtons(true);
    row->addWidget(m_bar, 1); // all of it: the chosen tab's bold title needs more than the bar was made for
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(m_pages, 1);
    connect(m_bar, &QTabBar::currentChanged, this, [this](int index) {
        m_pages->setCurrentIndex(index);
        Q_EMIT pageShown(m_pages->currentWidget());
    });
}

void TabPane::add(QWidget* page, const QString& title)
{
    m_pages->addWidget(page);
    m_bar->addTab(title);
}

void TabPane::showPage(QWidget* page)
{
    m_bar->setCurrentIndex(m_pages->indexOf(page));
}

QWidget* TabPane::page() const
{
    return m_pages->currentWidget();
}

} // namespace sheaf
