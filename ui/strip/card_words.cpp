// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/strip/card_words.h"

#include "core/units.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

struct CardWords
{
    Q_DECLARE_TR_FUNCTIONS(Strip)
};

QString percent(double share)
{
    return CardWords::tr("%1 %").arg(qRound(share * 100));
}

/** Memory is sold by powers of two: a card of 8 GB has 8 of these. */
QString memory(qint64 used, qint64 total)
{
    constexpr double gigabyte = 1 << 30;
    const QLocale locale;
    return CardWords::tr("%1 of %2 GB")
        .arg(locale.toString(double(used) / gigabyte, 'f', 1), locale.toString(qRound(double(total) / gigabyte)));
}

int hottest(const QVector<DeviceReading>& gpus)
{
    int degrees = 0;
    for (const DeviceReading& gpu : gpus)
        degrees = std::max(degrees, gpu.temperatureC);
    return degrees;
}

/** Each GPU by itself; the card shows them together. */
QStringList deviceLines(const StripState& s)
{
    QStringList lines;
    if (s.gpus.isEmpty() && !s.deviceName.isEmpty())
        lines += s.deviceName;
    for (const DeviceReading& gpu : s.gpus) {
        QStringList parts{gpu.name, percent(gpu.load), memory(gpu.memoryUsed, gpu.memoryTotal)};
        if (gpu.temperatureC > 0)
            parts += CardWords::tr("%1 °C").arg(gpu.temperatureC);
        lines += parts.join(u" · "_s);
    }
    return lines;
}

} // namespace

QString converterWord(const StripState& s, bool running)
{
    if (running)
        return CardWords::tr("%1 busy").arg(percent(s.converterBusy));
    return s.gpus.isEmpty() ? CardWords::tr("CPU") : CardWords::tr("GPU");
}

QStringList deviceFigures(const StripState& s)
{
    const QString name = s.gpus.isEmpty()     ? CardWords::tr("CPU %1")
                         : s.gpus.size() == 1 ? CardWords::tr("GPU %1")
                                              : CardWords::tr("%n GPUs %1", nullptr, int(s.gpus.size()));
    QStringList parts{name.arg(percent(s.loadNow))};
    const QLocale locale;
    if (s.memoryTotal > 0)
        parts += memory(s.memoryUsed, s.memoryTotal);
    else if (s.memoryUsed > 0)
        parts += formatBytes(s.memoryUsed);
    if (const int degrees = hottest(s.gpus); degrees > 0)
        parts += CardWords::tr("%1 °C").arg(degrees);
    parts += CardWords::tr("%1 pages/s").arg(locale.toString(s.pagesPerSecond, 'f', s.pagesPerSecond < 10 ? 1 : 0));
    return parts;
}

QString secondReaderLine(const StripState& s)
{
    if (!s.secondReader || s.papers == 0)
        return {};
    const QLocale locale;
    const auto batches = std::ranges::count(s.secondReaders, WorkerLamp::Batch, &WorkerLamp::kind);
    QStringList parts{CardWords::tr("second reader: %1 read").arg(locale.toString(s.secondDone))};
    if (s.secondWaiting)
        parts += CardWords::tr("%1 to come").arg(locale.toString(s.secondWaiting));
    if (batches)
        parts += CardWords::tr("%n batches", nullptr, int(batches));
    if (s.secondMissing)
        parts += CardWords::tr("%1 missing").arg(locale.toString(s.secondMissing));
    return parts.join(u" · "_s);
}

QString moneyPerPaper(const StripState& state)
{
    if (state.readerFree)
        return CardWords::tr("no cost");
    if (state.usdPerPaper < 0)
        return {};
    return CardWords::tr("%1 a paper").arg(formatUsd(state.usdPerPaper));
}

QString timeLeft(const StripState& state)
{
    return state.remainingMs >= 0 ? CardWords::tr("≈ %1 left").arg(formatRoughTime(state.remainingMs)) : QString();
}

QString spokenCard(StageCard card, const StripState& s)
{
    const auto busy = [](const QVector<WorkerLamp>& lamps) {
        QStringList texts;
        for (const WorkerLamp& lamp : lamps) {
            if (lamp.kind != WorkerLamp::Idle)
                texts += lamp.total ? u"%1 (%2/%3)"_s.arg(lamp.text).arg(lamp.done).arg(lamp.total) : lamp.text;
        }
        return texts.isEmpty() ? CardWords::tr("idle") : texts.join(u'\n');
    };
    switch (card) {
    case StageCard::Acquire:
        return CardWords::tr("Acquire: %1 of %2 papers, %3 at work").arg(s.acquired).arg(s.papers).arg(s.acquiring);
    case StageCard::MarkerQueue:
        return CardWords::tr("Marker queue: %1 of %2 papers, %3 of %4")
            .arg(s.markerPapers)
            .arg(s.markerPaperLimit)
            .arg(formatBytes(s.markerBytes), formatBytes(s.markerByteLimit));
    case StageCard::Convert:
        return (QStringList{CardWords::tr("Convert: %1").arg(busy(s.converters))} + deviceLines(s)).join(u'\n');
    case StageCard::LlmQueue:
        return CardWords::tr("LLM queue: %n papers wait on disk for a reader", nullptr, s.llmPapers);
    case StageCard::Read:
        return QStringList{CardWords::tr("Read: %1").arg(busy(s.readers)), secondReaderLine(s)}.join(u'\n').trimmed();
    case StageCard::Done:
        break;
    }
    return CardWords::tr("Done: %1 read, %2 failed, %3 need you").arg(s.done).arg(s.failed).arg(s.needsAttention);
}

} // namespace sheaf
