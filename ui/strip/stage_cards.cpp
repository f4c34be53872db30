// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/strip/stage_cards.h"

#include "core/units.h"
#include "ui/look/painting.h"
#include "ui/look/theme.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

struct Strip
{
    Q_DECLARE_TR_FUNCTIONS(Strip)
};

/** More places than this are drawn as one bar. */
constexpr int mostPlaces = 16;

QString number(qint64 value)
{
    return QLocale().toString(value);
}

void paintFrame(QPainter& painter, const QRectF& box, bool queue)
{
    const Theme& t = theme();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(t.line, 1);
    if (queue)
        pen.setDashPattern({3, 3});
    painter.setPen(pen);
    painter.setBrush(queue ? t.panel : t.base);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), t.px(7), t.px(7));
}

void paintTitle(QPainter& painter, const QRectF& inner, const QString& title, const QString& right)
{
    painter.setFont(theme().font(FontRole::Stage));
    painter.setPen(theme().dim);
    const QRectF line(inner.left(), inner.top(), inner.width(), theme().px(14));
    const QFontMetricsF metrics(painter.font());
    const double taken = right.isEmpty() ? 0 : metrics.horizontalAdvance(right) + theme().px(8);
    // Where both do not fit, half of the name says which card this is; the figure is nowhere else.
    const bool both = metrics.horizontalAdvance(title) / 2 + taken <= line.width();
    if (both)
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, right);
    drawElided(painter, line.adjusted(0, 0, both ? -taken : 0, 0), title);
}

/** "318 of 500": the count large, its unit beside it. */
void paintCount(QPainter& painter, const QRectF& inner, int count, const QString& unit)
{
    const Theme& t = theme();
    painter.setFont(t.font(FontRole::Count));
    painter.setPen(count ? t.text : t.dim);
    const QString text = number(count);
    const double baseline = inner.top() + t.px(42);
    painter.drawText(QPointF(inner.left() - 1, baseline), text);
    const double x = inner.left() + painter.fontMetrics().horizontalAdvance(text) + t.px(3);
    painter.setFont(t.font(FontRole::TableHead));
    painter.setPen(t.dim);
    painter.drawText(QPointF(x, baseline), unit);
}

void paintSmall(QPainter& painter, const QRectF& box, const QString& text, const QColor& colour, int flags)
{
    painter.setFont(theme().font(FontRole::Secondary));
    painter.setPen(colour);
    painter.drawText(box, flags | Qt::TextWordWrap, text);
}

QRectF below(const QRectF& inner, double offset, double height)
{
    return {inner.left(), inner.top() + theme().px(offset), inner.width(), double(theme().px(height))};
}

QRectF foot(const QRectF& inner, double height)
{
    const double h = theme().px(height);
    return {inner.left(), inner.bottom() - h, inner.width(), h};
}

void paintAcquire(QPainter& painter, const QRectF& inner, const StripLook& look)
{
    const StripState& s = look.state;
    paintTitle(painter, inner, Strip::tr("Acquire"),
               s.acquiring ? Strip::tr("%1 active").arg(s.acquiring) : Strip::tr("idle"));
    if (s.papers == 0) {
        paintCount(painter, inner, 0, Strip::tr("papers"));
        paintSmall(painter, foot(inner, 30),
                   Strip::tr("your files first, then open copies; %1 at once").arg(look.acquireLimit), theme().dim,
                   Qt::AlignBottom);
        return;
    }
    paintCount(painter, inner, s.acquired, Strip::tr("of %1").arg(number(s.papers)));
    paintSmall(painter, below(inner, 50, 44),
               Strip::tr("%1 on disk · %2 open access · %3 not found")
                   .arg(number(s.onDisk), number(s.openAccess), number(s.notFound)),
               theme().dim, Qt::AlignTop);
    if (s.heldBack)
        paintSmall(painter, foot(inner, 30), Strip::tr("held back: queue is full"), theme().amberText, Qt::AlignBottom);
}

void paintPlaces(QPainter& painter, const QRectF& row, int taken, int places)
{
    const Theme& t = theme();
    const double width = row.width() / places;
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < places; ++i) {
        const QRectF place(row.left() + i * width + 0.5, row.top() + 0.5, width - 1, row.height() - 1);
        painter.setPen(i < taken ? t.accent : t.line);
        painter.setBrush(i < taken ? t.accent : t.base);
        painter.drawRoundedRect(place, t.px(4), t.px(4));
    }
}

void paintMarkerQueue(QPainter& painter, const QRectF& inner, const StripLook& look)
{
    const StripState& s = look.state;
    paintTitle(painter, inner, Strip::tr("Marker queue"),
               u"%1 / %2"_s.arg(number(s.markerPapers), number(s.markerPaperLimit)));
    const QRectF row = below(inner, 22, 26);
    if (s.markerPaperLimit > mostPlaces)
        drawBar(painter, row.adjusted(0, theme().px(10), 0, -theme().px(10)),
                double(s.markerPapers) / s.markerPaperLimit, theme().accent);
    else if (s.markerPaperLimit > 0)
        paintPlaces(painter, row, s.markerPapers, s.markerPaperLimit);
    const double share = s.markerByteLimit > 0 ? double(s.markerBytes) / double(s.markerByteLimit) : 0;
    drawBar(painter, below(inner, 56, 6), share, theme().accent);
    paintSmall(painter, below(inner, 66, 16),
               Strip::tr("%1 of %2 MB").arg(number(s.markerBytes / 1'000'000), number(s.markerByteLimit / 1'000'000)),
               theme().dim, Qt::AlignTop);
    if (s.papers == 0)
        paintSmall(painter, foot(inner, 15), Strip::tr("when full, downloads wait"), theme().dim, Qt::AlignBottom);
}

void paintLamp(QPainter& painter, const QRectF& row, const WorkerLamp& lamp, double barWidth, bool pages)
{
    const Theme& t = theme();
    drawDot(painter, QPointF(row.left() + t.px(4), row.center().y()), t.px(8), lampColour(lamp.kind));
    const bool busy = lamp.kind == WorkerLamp::Working || lamp.kind == WorkerLamp::Batch;
    const QRectF text = row.adjusted(t.px(17), 0, 0, 0);
    painter.setFont(t.font(FontRole::Secondary));
    painter.setPen(busy ? t.text : t.dim);
    if (!busy) {
        drawElided(painter, text, lamp.text.isEmpty() ? Strip::tr("idle") : lamp.text);
        return;
    }
    const double figures = t.px(46);
    const QRectF bar(row.right() - figures - barWidth, row.center().y() - t.px(3), barWidth, t.px(6));
    drawElided(painter, QRectF(text.left(), row.top(), bar.left() - text.left() - t.px(8), row.height()), lamp.text);
    if (lamp.total > 0)
        drawBar(painter, bar, double(lamp.done) / lamp.total, lamp.kind == WorkerLamp::Batch ? t.amber : t.accent);
    painter.setPen(t.dim);
    const QString figure =
        pages && lamp.total > 0 ? u"%1/%2"_s.arg(lamp.done).arg(lamp.total) : formatClock(lamp.elapsedMs);
    drawFigures(painter, QRectF(bar.right(), row.top(), figures, row.height()), Qt::AlignRight, figure);
}

void paintLamps(QPainter& painter, const QRectF& inner, const QVector<WorkerLamp>& lamps, bool pages)
{
    const double height = theme().px(19);
    const double room = std::min<double>(theme().px(pages ? 95 : 105), inner.height() - theme().px(20));
    const int rows = std::min<int>(int(lamps.size()), int(room / height));
    const double bar = std::clamp(inner.width() * 0.22, 20.0, double(theme().px(74)));
    for (int i = 0; i < rows; ++i) {
        const QRectF row(inner.left(), inner.top() + theme().px(20) + i * height, inner.width(), height);
        if (i == rows - 1 && lamps.size() > rows) {
            paintSmall(painter, row.adjusted(theme().px(17), 0, 0, 0),
                       Strip::tr("and %1 more").arg(lamps.size() - rows + 1), theme().dim, Qt::AlignVCenter);
            return;
        }
        paintLamp(painter, row, lamps.at(i), bar, pages);
    }
}

void paintSparkline(QPainter& painter, const QRectF& box, const QVector<float>& load)
{
    if (load.size() < 2)
        return;
    QPolygonF line;
    for (qsizetype i = 0; i < load.size(); ++i)
        line.append(QPointF(box.left() + box.width() * double(i) / double(load.size() - 1),
                            box.bottom() - box.height() * std::clamp(double(load.at(i)), 0.0, 1.0)));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().blue, 1.2));
    painter.drawPolyline(line);
}

/** The sparkline with its figures; a narrow card keeps the line, the load and the pace, its tooltip has all. */
void paintDevice(QPainter& painter, const QRectF& line, const StripState& s)
{
    const double leastLine = theme().px(40), gap = theme().px(10);
    const QFontMetricsF metrics(theme().font(FontRole::Secondary));
    QStringList figures = deviceFigures(s);
    const auto taken = [&] { return metrics.horizontalAdvance(figures.join(u" · "_s)) + gap; };
    while (figures.size() > 2 && taken() + leastLine > line.width())
        figures.removeAt(figures.size() - 2);
    paintSmall(painter, line, figures.join(u" · "_s), theme().dim, Qt::AlignRight | Qt::AlignBottom);
    if (taken() < line.width())
        paintSparkline(painter, line.adjusted(0, 0, -taken(), -2), s.load);
}

void paintConvert(QPainter& painter, const QRectF& inner, const StripLook& look)
{
    const StripState& s = look.state;
    paintTitle(painter, inner, Strip::tr("Convert · %n workers", nullptr, int(s.converters.size())),
               converterWord(s, look.running));
    paintLamps(painter, inner, s.converters, true);
    if (s.papers == 0) {
        paintSmall(painter, foot(inner, 15), Strip::tr("PDF pages become markdown, on this computer"), theme().dim,
                   Qt::AlignBottom);
        return;
    }
    paintDevice(painter, foot(inner, 18), s);
}

void paintLlmQueue(QPainter& painter, const QRectF& inner, const StripLook& look)
{
    const StripState& s = look.state;
    paintTitle(painter, inner, Strip::tr("LLM queue"), u"∞"_s);
    paintCount(painter, inner, s.llmPapers, Strip::tr("papers"));
    int withReaders = 0;
    for (const WorkerLamp& lamp : s.readers)
        withReaders += lamp.kind == WorkerLamp::Working || lamp.kind == WorkerLamp::Batch ? std::max(1, lamp.total) : 0;
    const QRectF bar = foot(inner, 6);
    drawBar(painter, bar, s.llmPapers ? double(s.llmPapers) / (s.llmPapers + withReaders) : 0, theme().accent);
    if (s.papers == 0)
        paintSmall(painter, bar.adjusted(0, -theme().px(24), 0, -theme().px(10)), Strip::tr("waits on disk"),
                   theme().dim, Qt::AlignBottom);
    else
        paintSmall(painter, below(inner, 50, 30), Strip::tr("%1 · on disk").arg(formatBytes(s.llmBytes)), theme().dim,
                   Qt::AlignTop);
}

void paintRead(QPainter& painter, const QRectF& inner, const StripLook& look)
{
    const StripState& s = look.state;
    paintTitle(painter, inner, Strip::tr("Read · %n workers", nullptr, int(s.readers.size())), moneyPerPaper(s));
    const QString second = secondReaderLine(s);
    const double kept = second.isEmpty() ? 0 : theme().px(19);
    paintLamps(painter, inner.adjusted(0, 0, 0, -kept), s.readers, false);
    if (!second.isEmpty()) {
        const QRectF line = foot(inner, 17);
        drawReaderBadge(painter, QRectF(line.left() - 1, line.top() + 1, theme().px(14), theme().px(14)), 2, theme());
        painter.setFont(theme().font(FontRole::Secondary));
        painter.setPen(s.secondMissing ? theme().amberText : theme().dim);
        drawElided(painter, line.adjusted(theme().px(18), 0, 0, 0), second);
    }
    if (s.papers == 0)
        paintSmall(painter, foot(inner, 15), Strip::tr("your questions, each answer with its quote"), theme().dim,
                   Qt::AlignBottom);
}

void paintDone(QPainter& painter, const QRectF& inner, const StripLook& look)
{
    const StripState& s = look.state;
    paintTitle(painter, inner, Strip::tr("Done"), {});
    paintCount(painter, inner, s.finished, {});
    if (s.papers == 0) {
        paintSmall(painter, foot(inner, 15), Strip::tr("nothing to do yet"), theme().dim, Qt::AlignBottom);
        return;
    }
    double y = 50;
    const auto line = [&](const QString& text, const QColor& colour) {
        paintSmall(painter, below(inner, y, 15), text, colour, Qt::AlignTop);
        y += 15;
    };
    line(Strip::tr("%1 read").arg(number(s.done)), theme().dim);
    if (s.needsAttention)
        line(Strip::tr("%n need you", nullptr, s.needsAttention), theme().red);
    if (s.failed)
        line(Strip::tr("%n failed", nullptr, s.failed), theme().red);
    QStringList time;
    if (s.elapsedMs > 0)
        time += Strip::tr("%1 elapsed").arg(formatClock(s.elapsedMs));
    if (const QString left = timeLeft(s); !left.isEmpty())
        time += left;
    paintSmall(painter, foot(inner, 30), time.join(u'\n'), theme().dim, Qt::AlignBottom);
}

} // namespace

QColor lampColour(WorkerLamp::Kind kind)
{
    switch (kind) {
    case WorkerLamp::Working:
        return theme().blue;
    case WorkerLamp::Batch:
    case WorkerLamp::Held:
        return theme().amber;
    case WorkerLamp::Idle:
    case WorkerLamp::Collecting:
        break;
    }
    return theme().line;
}

void paintCard(QPainter& painter, const QRectF& box, StageCard card, const StripLook& look)
{
    painter.save();
    paintFrame(painter, box, card == StageCard::MarkerQueue || card == StageCard::LlmQueue);
    painter.setClipRect(box);
    const QRectF inner = box.adjusted(theme().px(12), theme().px(11), -theme().px(12), -theme().px(10));
    switch (card) {
    case StageCard::Acquire:
        paintAcquire(painter, inner, look);
        break;
    case StageCard::MarkerQueue:
        paintMarkerQueue(painter, inner, look);
        break;
    case StageCard::Convert:
        paintConvert(painter, inner, look);
        break;
    case StageCard::LlmQueue:
        paintLlmQueue(painter, inner, look);
        break;
    case StageCard::Read:
        paintRead(painter, inner, look);
        break;
    case StageCard::Done:
        paintDone(painter, inner, look);
        break;
    }
    painter.restore();
}

} // namespace sheaf
