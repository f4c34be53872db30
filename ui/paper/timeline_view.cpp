// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/timeline_view.h"

#include "core/units.h"
#include "ui/look/theme.h"

#include <QHeaderView>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

QString duration(qint64 ms)
{
    return ms < 10'000 ? TimelineView::tr("%1 s").arg(QLocale().toString(double(ms) / 1000, 'f', 2)) : formatClock(ms);
}

/** Entries that are steps; notes belong to the log. */
QVector<HistoryEntry> steps(const QVector<HistoryEntry>& history)
{
    QVector<HistoryEntry> found;
    std::copy_if(history.cbegin(), history.cend(), std::back_inserter(found),
                 [](const HistoryEntry& entry) { return stateFromName(entry.event).has_value(); });
    return found;
}

} // namespace

TimelineView::TimelineView(QWidget* parent) : QTreeWidget(parent)
{
    setAccessibleName(tr("Timeline"));
    setRootIsDecorated(false);
    setFrameShape(QFrame::NoFrame);
    setHeaderLabels({tr("Step"), tr("Since"), tr("Took"), tr("Note")});
    headerItem()->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
    setUniformRowHeights(true);
    setColumnWidth(0, theme().px(110));
    setColumnWidth(1, theme().px(80));
    setColumnWidth(2, theme().px(64));
    header()->setStretchLastSection(true);
}

void TimelineView::set(const PaperDetails* details)
{
    clear();
    if (!details)
        return;
    const QVector<HistoryEntry> entries = steps(details->history);
    for (int i = 0; i < entries.size(); ++i) {
        const HistoryEntry& entry = entries.at(i);
        const sheaf::State state = *stateFromName(entry.event);
        const bool over = i + 1 < entries.size();
        auto* item = new QTreeWidgetItem(this);
        item->setText(0, stateLabel(state));
        item->setText(1, entry.at.toLocalTime().toString(u"HH:mm:ss"_s));
        item->setToolTip(1, QLocale().toString(entry.at.toLocalTime(), QLocale::LongFormat));
        item->setText(2, over ? duration(entry.at.msecsTo(entries.at(i + 1).at)) : QString());
        item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
        item->setText(3, entry.text);
        item->setToolTip(3, entry.text);
    }
}

} // namespace sheaf
