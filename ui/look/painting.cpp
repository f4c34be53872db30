// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/painting.h"

#include "ui/look/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

namespace sheaf {

namespace {

bool isFigure(QChar c)
{
    return c >= u'0' && c <= u'9';
}

} // namespace

double figuresWidth(const QFont& font, const QString& text)
{
    const QFontMetricsF metrics(font);
    const double cell = metrics.horizontalAdvance(u'0');
    double width = 0;
    for (const QChar c : text)
        width += isFigure(c) ? cell : metrics.horizontalAdvance(c);
    return width;
}

void drawFigures(QPainter& painter, const QRectF& box, Qt::Alignment alignment, const QString& text)
{
    const QFontMetricsF metrics(painter.font());
    const double cell = metrics.horizontalAdvance(u'0');
    const double width = figuresWidth(painter.font(), text);
    double x = box.left();
    if (alignment & Qt::AlignRight)
        x = box.right() - width;
    else if (alignment & Qt::AlignHCenter)
        x = box.center().x() - width / 2;
    const double baseline = box.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    for (const QChar c : text) {
        const double own = metrics.horizontalAdvance(c);
        const double advance = isFigure(c) ? cell : own;
        painter.drawText(QPointF(x + (advance - own) / 2, baseline), QString(c));
        x += advance;
    }
}

void drawElided(QPainter& painter, const QRectF& box, const QString& text, Qt::Alignment alignment)
{
    const QString cut = QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, box.width());
    painter.drawText(box, int(alignment) | Qt::TextSingleLine, cut);
}

void drawTwoLines(QPainter& painter, const QRectF& box, const QString& text)
{
    const QFontMetricsF metrics(painter.font());
    QTextLayout layout(text, painter.font());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine first = layout.createLine();
    if (first.isValid())
        first.setLineWidth(box.width());
    layout.endLayout();
    if (!first.isValid())
        return;
    const QString head = text.left(first.textLength()).trimmed();
    const QString rest = text.mid(first.textLength()).trimmed();
    const double height = metrics.height() * (rest.isEmpty() ? 1 : 2);
    double y = box.center().y() - height / 2 + metrics.ascent();
    painter.drawText(QPointF(box.left(), y), head);
    if (!rest.isEmpty())
        painter.drawText(QPointF(box.left(), y + metrics.height()),
                         metrics.elidedText(rest, Qt::ElideRight, box.width()));
}

void drawBar(QPainter& painter, const QRectF& box, double share, const QColor& fill)
{
    const double radius = box.height() / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QPainterPath whole;
    whole.addRoundedRect(box, radius, radius);
    painter.fillPath(whole, theme().line);
    if (share > 0) {
        painter.setClipPath(whole, Qt::IntersectClip);
        painter.fillRect(QRectF(box.topLeft(), QSizeF(box.width() * std::min(share, 1.0), box.height())), fill);
    }
    painter.restore();
}

void drawDot(QPainter& painter, QPointF centre, double diameter, const QColor& colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(centre, diameter / 2, diameter / 2);
    painter.restore();
}

void drawReaderBadge(QPainter& painter, const QRectF& box, int number, const Theme& colours)
{
    const bool first = number == 1;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(first ? colours.markEdge : colours.blue, 1.2));
    painter.setBrush(first ? colours.mark : colours.base);
    painter.drawRoundedRect(box, box.width() / 5, box.width() / 5);
    painter.setFont(theme().font(FontRole::TableHead));
    painter.setPen(first ? Theme::light().text : colours.blue);
    painter.drawText(box, Qt::AlignCenter, QString::number(number));
    painter.restore();
}

void drawTick(QPainter& painter, const QRectF& box, const QColor& colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, box.width() / 7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&box](double x, double y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    painter.drawPolyline(QPolygonF{at(0.2, 0.52), at(0.42, 0.74), at(0.8, 0.3)});
    painter.restore();
}

void drawCheckBox(QPainter& painter, const QRectF& box, Qt::CheckState state, bool isEnabled)
{
    const Theme& t = theme();
    const bool isChosen = state != Qt::Unchecked;
    const QColor fill = !isChosen ? t.base : isEnabled ? t.accent : t.arrow;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(isChosen ? fill : t.arrow);
    painter.setBrush(fill);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), t.px(3), t.px(3));
    const double inset = box.width() / 5;
    if (state == Qt::Checked)
        drawTick(painter, box.adjusted(inset, inset, -inset, -inset), t.onAccent);
    else if (state == Qt::PartiallyChecked)
        painter.fillRect(QRectF(box.left() + inset, box.center().y() - 1, box.width() - 2 * inset, 2), t.onAccent);
    painter.restore();
}

void drawPadlock(QPainter& painter, const QRectF& box, const QColor& colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, box.width() / 9));
    const QRectF body(box.left() + box.width() * 0.12, box.top() + box.height() * 0.45, box.width() * 0.76,
                      box.height() * 0.5);
    painter.drawRoundedRect(body, 2, 2);
    const QRectF bow(box.left() + box.width() * 0.28, box.top() + box.height() * 0.08, box.width() * 0.44,
                     box.height() * 0.6);
    QPainterPath path;
    path.moveTo(bow.left(), body.top());
    path.lineTo(bow.left(), bow.top() + bow.width() / 2);
    path.arcTo(QRectF(bow.left(), bow.top(), bow.width(), bow.width()), 180, -180);
    path.lineTo(bow.right(), body.top());
    painter.drawPath(path);
    painter.restore();
}

void drawSheets(QPainter& painter, const QRectF& box, const QColor& colour, const QColor& fill)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, box.height() / 26, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const double w = box.height() * 0.56;
    const QRectF sheet(box.center().x() - w / 2, box.top(), w, box.height() * 0.92);
    for (const double angle : {-12.0, 12.0}) {
        painter.save();
        painter.translate(sheet.center() + QPointF(angle / 12 * w * 0.3, 0));
        painter.rotate(angle);
        painter.setOpacity(0.55);
        painter.setBrush(fill);
        painter.drawRect(QRectF(-w / 2, -sheet.height() / 2 + box.height() * 0.1, w, sheet.height() * 0.92));
        painter.restore();
    }
    const double ear = w * 0.3;
    QPainterPath page;
    page.moveTo(sheet.topLeft());
    page.lineTo(sheet.right() - ear, sheet.top());
    page.lineTo(sheet.right(), sheet.top() + ear);
    page.lineTo(sheet.bottomRight());
    page.lineTo(sheet.bottomLeft());
    page.closeSubpath();
    painter.setBrush(fill);
    painter.drawPath(page);
    painter.drawPolyline(QPolygonF{QPointF(sheet.right() - ear, sheet.top()),
                                   QPointF(sheet.right() - ear, sheet.top() + ear),
                                   QPointF(sheet.right(), sheet.top() + ear)});
    const QPointF tip(sheet.center().x(), sheet.bottom() - sheet.height() * 0.2);
    painter.drawLine(QPointF(tip.x(), sheet.top() + sheet.height() * 0.38), tip);
    painter.drawPolyline(QPolygonF{tip + QPointF(-w * 0.16, -w * 0.16), tip, tip + QPointF(w * 0.16, -w * 0.16)});
    painter.restore();
}

} // namespace sheaf
