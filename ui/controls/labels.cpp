// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sheaf {

QLabel* textLabel(const QString& text, FontRole role, const QString& tone)
{
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setFont(theme().font(role));
    label->setProperty("tone", tone);
    return label;
}

QLabel* wrappedLabel(const QString& text, FontRole role, const QString& tone)
{
    QLabel* label = textLabel(text, role, tone);
    label->setWordWrap(true);
    return label;
}

QHBoxLayout* dressModeBar(QWidget* bar)
{
    bar->setProperty("edge", u"bottom"_s);
    bar->setAttribute(Qt::WA_StyledBackground);
    bar->setFixedHeight(theme().px(45));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(theme().px(14), 0, theme().px(14), 0);
    row->setSpacing(theme().px(8));
    return row;
}

void fillPanes(QSplitter* splitter, const std::array<QWidget*, 3>& panes, const std::array<int, 3>& widths)
{
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    QList<int> sizes;
    for (std::size_t i = 0; i < panes.size(); ++i) {
        splitter->addWidget(panes[i]);
        sizes << theme().px(widths[i]);
    }
    splitter->setStretchFactor(1, 1);
    splitter->setSizes(sizes);
}

void layOutMode(QWidget* view, QWidget* bar, QWidget* content)
{
    auto* column = new QVBoxLayout(view);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(content, 1);
}

} // namespace sheaf
