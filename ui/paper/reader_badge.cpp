// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/reader_badge.h"

#include "ui/look/painting.h"
#include "ui/look/theme.h"

#include <QPainter>

namespace sheaf {

ReaderBadge::ReaderBadge(int number, QWidget* parent) : QWidget(parent), m_number(number)
{
    setFixedSize(theme().px(16) + 1, theme().px(16) + 1);
}

void ReaderBadge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawReaderBadge(painter, QRectF(rect()).adjusted(0.5, 0.5, -1.5, -1.5), m_number, theme());
}

} // namespace sheaf
