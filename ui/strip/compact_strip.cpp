// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/strip/compact_strip.h"

#include "ui/look/painting.h"
#include "ui/look/theme.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

struct CompactStrip
{
    Q_DECLARE_TR_FUNCTIONS(Strip)
};

/** Puts words, dots and bars one after the other. */
class Line
{
public:
    Line(QPainter& painter, const QRectF& box) : m_painter(painter), m_box(box), m_x(box.left()) {}

    void text(const QString& words, FontRole role, const QColor& colour)
    {
        m_painter.setFont(theme().font(role));
        m_painter.setPen(colour);
        const double width = m_painter.fontMetrics().horizontalAdvance(words);
        m_painter.drawText(QRectF(m_x, m_box.top(), width + 2, m_box.height()), Qt::AlignVCenter, words);
        m_x += width + theme().px(5);
    }
    void count(int value) { text(QLocale().toString(value), FontRole::TableHead, theme().text); }
    void arrow()
    {
        m_x += theme().px(8);
        text(u"→"_s, FontRole::Body, theme().arrow);
        m_x += theme().px(8);
    }
    void lamps(const QVector<WorkerLamp>& all)
    {
        for (const WorkerLamp& lamp : all) {
            drawDot(m_painter, QPointF(m_x + theme().px(4), m_box.center().y() + 0.5), theme().px(8),
                    lampColour(lamp.kind));
            m_x += theme().px(13);
        }
    }
    void bar(double share)
    {
        drawBar(m_painter, QRectF(m_x, m_box.center().y() - theme().px(3), theme().px(56), theme().px(6)), share,
                theme().accent);
        m_x += theme().px(56);
    }
    double x() const { return m_x; }

private:
    QPainter& m_painter;
    QRectF m_box;
    double m_x;
};

bool anyBusy(const QVector<WorkerLamp>& lamps)
{
    return std::any_of(lamps.cbegin(), lamps.cend(), [](const WorkerLamp& lamp) {
        return lamp.kind == WorkerLamp::Working || lamp.kind == WorkerLamp::Batch;
    });
}

} // namespace

void paintCompactStrip(QPainter& painter, const QRectF& box, const StripState& s, const QString& note)
{
    const QColor dim = theme().dim;
    const auto small = FontRole::Secondary;
    Line line(painter, box);
    line.text(CompactStrip::tr("Acquire"), small, dim);
    line.count(s.acquired);
    line.text(CompactStrip::tr("of %1").arg(QLocale().toString(s.papers)), small, dim);
    line.arrow();
    line.text(CompactStrip::tr("Marker queue"), small, dim);
    line.text(u"%1 / %2"_s.arg(s.markerPapers).arg(s.markerPaperLimit), FontRole::TableHead, theme().text);
    line.bar(s.markerPaperLimit ? double(s.markerPapers) / s.markerPaperLimit : 0);
    line.arrow();
    line.text(CompactStrip::tr("Convert"), small, dim);
    line.lamps(s.converters);
    line.text(anyBusy(s.converters) ? CompactStrip::tr("%1 %").arg(qRound(s.converterBusy * 100))
                                    : CompactStrip::tr("idle"),
              small, dim);
    line.arrow();
    line.text(CompactStrip::tr("LLM queue"), small, dim);
    line.count(s.llmPapers);
    line.arrow();
    line.text(CompactStrip::tr("Read"), small, dim);
    line.lamps(s.readers);
    line.text(anyBusy(s.readers) ? CompactStrip::tr("busy") : CompactStrip::tr("idle"), small, dim);
    line.arrow();
    line.text(CompactStrip::tr("Done"), small, dim);
    line.count(s.finished);
    if (s.needsAttention)
        line.text(CompactStrip::tr("%n need you", nullptr, s.needsAttention), small, theme().red);
    const QRectF rest(line.x() + theme().px(12), box.top(), box.right() - line.x() - theme().px(12), box.height());
    painter.setFont(theme().font(small));
    painter.setPen(dim);
    if (rest.width() > theme().px(40))
        drawElided(painter, rest, note.isEmpty() ? timeLeft(s) : note, Qt::AlignRight | Qt::AlignVCenter);
}

} // namespace sheaf
