// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

/** Small things that several painted views draw alike. All sizes in device-independent pixels; main thread. */
namespace sheaf {

struct Theme;

/** Figures in cells of one width, so that columns of numbers line up: Qt 6.4 cannot ask a font for its tabular
 * figures. */
void drawFigures(QPainter& painter, const QRectF& box, Qt::Alignment alignment, const QString& text);
double figuresWidth(const QFont& font, const QString& text);

/** One line, cut with an ellipsis. */
void drawElided(QPainter& painter, const QRectF& box, const QString& text,
                Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter);
/** At most two lines, the second cut with an ellipsis. */
void drawTwoLines(QPainter& painter, const QRectF& box, const QString& text);

void drawBar(QPainter& painter, const QRectF& box, double share, const QColor& fill);
void drawDot(QPainter& painter, QPointF centre, double diameter, const QColor& colour);
/** "1" filled, "2" outlined: whose words those are, as the readers' quotes are drawn on the page. */
void drawReaderBadge(QPainter& painter, const QRectF& box, int number, const Theme& colours);
void drawTick(QPainter& painter, const QRectF& box, const QColor& colour);
/** A box to tick, in the colours of now; half chosen shows a dash. */
void drawCheckBox(QPainter& painter, const QRectF& box, Qt::CheckState state, bool isEnabled = true);
void drawPadlock(QPainter& painter, const QRectF& box, const QColor& colour);
/** Two sheets and an arrow down: the empty window's picture. */
void drawSheets(QPainter& painter, const QRectF& box, const QColor& colour, const QColor& fill);

} // namespace sheaf
