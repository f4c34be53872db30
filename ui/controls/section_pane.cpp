// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/section_pane.h"

#include "ui/controls/elided_label.h"
#include "ui/look/theme.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sheaf {

SectionPane::SectionPane(QWidget* body, QWidget* button, QWidget* parent)
    : QWidget(parent), m_title(new ElidedLabel), m_about(new ElidedLabel), m_note(new ElidedLabel)
{
    m_title->setFont(theme().font(FontRole::Strong));
    m_about->setProperty("tone", u"dim"_s);
    m_note->setProperty("tone", u"amber"_s);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(theme().px(14), theme().px(9), theme().px(14), theme().px(9));
    head->setSpacing(theme().px(10));
    head->addWidget(m_title);
    head->addWidget(m_about, 1);
    head->addWidget(m_note);
    if (button)
        head->addWidget(button);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(body, 1);
}

void SectionPane::setHead(const QString& title, const QString& about, const QString& note)
{
    m_title->setText(title);
    m_about->setText(about);
    m_note->setText(note);
}

QScrollArea* scrollPane(QWidget* content, const QString& pane)
{
    auto* area = new QScrollArea;
    content->setProperty("pane", pane);
    content->setAttribute(Qt::WA_StyledBackground);
    area->setProperty("pane", pane);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    return area;
}

} // namespace sheaf
