// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labels.h"

#include <QHBoxLayout>
#include <QLabel>

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

} // namespace sheaf
