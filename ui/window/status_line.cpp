// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/status_line.h"

#include "ui/look/theme.h"

#include <QLabel>
#include <QLocale>
#include <QThread>

using namespace Qt::StringLiterals;

namespace sheaf {

StatusLine::StatusLine(QWidget* parent)
    : QStatusBar(parent), m_workers(new QLabel), m_journal(new QLabel), m_device(new QLabel), m_proven(new QLabel),
      m_right(new QLabel)
{
    setSizeGripEnabled(false);
    setContentsMargins(theme().px(10), 0, theme().px(10), 0);
    setProperty("pane", u"panel"_s);
    setProperty("edge", u"top"_s);
    setFixedHeight(theme().px(25));
    for (QLabel* label : {m_workers, m_journal, m_device, m_proven, m_right}) {
        label->setFont(theme().font(FontRole::Dense));
        label->setProperty("tone", u"dim"_s);
        label->setContentsMargins(0, 0, theme().px(14), 0);
    }
    m_right->setContentsMargins(0, 0, 0, 0);
    addWidget(m_workers);
    addWidget(m_journal);
    addWidget(m_device);
    addWidget(m_proven);
    addPermanentWidget(m_right);
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, &StatusLine::showJournal);
    set(nullptr);
}

void StatusLine::setWorkers(int converters, int readers)
{
    m_workerText = tr("%n converters", nullptr, converters) + u" · "_s + tr("%n readers", nullptr, readers);
    set(m_snapshot);
}

void StatusLine::set(const SnapshotPtr& snapshot)
{
    m_snapshot = snapshot;
    const RunState run = snapshot ? snapshot->run : RunState::Idle;
    m_workers->setText(run == RunState::Idle     ? tr("%1, idle").arg(m_workerText)
                       : run == RunState::Paused ? tr("%1, paused").arg(m_workerText)
                                                 : m_workerText);
    const bool gpu = snapshot && !snapshot->strip.gpus.isEmpty();
    m_device->setText(gpu ? snapshot->strip.deviceName : tr("CPU, %n threads", nullptr, QThread::idealThreadCount()));
    const QLocale locale;
    const Totals totals = snapshot ? snapshot->totals : Totals();
    m_proven->setText(totals.valuesTotal > 0
                          ? tr("%1 of %2 values proven")
                                .arg(locale.toString(totals.valuesProven), locale.toString(totals.valuesTotal))
                          : QString());
    showJournal();
    if (snapshot && isVisible())
        m_clock.start();
}

void StatusLine::showJournal()
{
    if (!m_snapshot || !m_snapshot->lastCommit.isValid()) {
        m_journal->setText(tr("Nothing written yet"));
        return;
    }
    const qint64 ms = std::max<qint64>(0, m_snapshot->lastCommit.msecsTo(QDateTime::currentDateTimeUtc()));
    if (ms < 60'000)
        m_journal->setText(tr("Journal saved %1 s ago").arg(QLocale().toString(double(ms) / 1000, 'f', ms < 10'000)));
    else
        m_journal->setText(tr("Journal saved"));
}

void StatusLine::setRight(const QString& text)
{
    m_right->setText(text);
}

} // namespace sheaf
