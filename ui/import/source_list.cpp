// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/source_list.h"

#include "core/units.h"
#include "ui/look/painting.h"
#include "ui/look/theme.h"

#include <QLocale>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

enum Role
{
    AboutRole = Qt::UserRole + 1,
    CountRole,
    NoteRole,
    BadRole,
    SourceRole
};

class SourceDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {theme().px(120), theme().px(46)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& t = theme();
        const bool chosen = option.state & QStyle::State_Selected;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (chosen) {
            painter->setPen((option.state & QStyle::State_HasFocus) ? QPen(t.accent, t.px(2)) : QPen(Qt::NoPen));
            painter->setBrush(t.soft);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(t.px(8), 1, -t.px(8), -1), t.px(4), t.px(4));
        }
        const QRect box = option.rect.adjusted(t.px(16), t.px(5), -t.px(16), -t.px(5));
        const QRect upper(box.left(), box.top(), box.width(), box.height() / 2);
        const QRect lower(box.left(), box.top() + box.height() / 2, box.width(), box.height() / 2);
        painter->setFont(t.font(FontRole::Body));
        painter->setPen(t.text);
        const QString count = index.data(CountRole).toString();
        painter->drawText(upper, Qt::AlignRight | Qt::AlignVCenter, count);
        drawElided(*painter, upper.adjusted(0, 0, -painter->fontMetrics().horizontalAdvance(count) - t.px(8), 0),
                   index.data().toString());
        painter->setFont(t.font(FontRole::Secondary));
        const QString note = index.data(NoteRole).toString();
        painter->setPen(index.data(BadRole).toBool() ? t.red : t.amberText);
        painter->drawText(lower, Qt::AlignRight | Qt::AlignVCenter, note);
        painter->setPen(chosen ? t.dimOnSoft : t.dim);
        drawElided(*painter, lower.adjusted(0, 0, -painter->fontMetrics().horizontalAdvance(note) - t.px(8), 0),
                   index.data(AboutRole).toString());
        painter->restore();
    }
};

QString delimiterName(QChar delimiter)
{
    switch (delimiter.unicode()) {
    case u',':
        return SourceList::tr("comma");
    case u';':
        return SourceList::tr("semicolon");
    case u'\t':
        return SourceList::tr("tab");
    default:
        return QString(delimiter);
    }
}

} // namespace

SourceList::SourceList(QWidget* parent) : QListWidget(parent)
{
    setAccessibleName(tr("What was dropped"));
    setItemDelegate(new SourceDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setProperty("pane", u"panel"_s);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item)
            Q_EMIT sourceChosen(item->data(SourceRole).toInt());
    });
}

void SourceList::addEntry(const QString& name, const QString& about, const QString& count, const QString& note,
                          bool bad, int source)
{
    auto* item = new QListWidgetItem(name, this);
    item->setData(AboutRole, about);
    item->setData(CountRole, count);
    item->setData(NoteRole, note);
    item->setData(BadRole, bad);
    item->setData(SourceRole, source);
    item->setData(Qt::AccessibleTextRole, QStringList{name, about, count, note}.join(u", "_s));
    item->setToolTip(QStringList{name, about, note}.join(u'\n'));
}

void SourceList::set(const ImportPlan& plan)
{
    const int kept = currentRow();
    const QSignalBlocker quiet(this);
    clear();
    const QLocale locale;
    for (int i = 0; i < plan.sources.size(); ++i) {
        const ImportSource& source = plan.sources.at(i);
        QStringList about{source.format};
        if (source.table)
            about += delimiterName(source.table->delimiter);
        about += source.encoding;
        about.removeAll(QString());
        const QString note = source.failure    ? tr("not understood")
                             : source.warnings ? tr("%n warnings", nullptr, source.warnings)
                                               : QString();
        addEntry(source.name, about.join(u", "_s), source.failure ? QString() : locale.toString(source.papers), note,
                 source.failure.has_value(), i);
    }
    if (!plan.pdfs.isEmpty()) {
        qint64 bytes = 0;
        int scans = 0, fresh = 0, unsure = 0;
        for (const ImportPdf& pdf : plan.pdfs) {
            bytes += pdf.bytes;
            scans += pdf.scan;
            fresh += pdf.isNew;
            unsure += pdf.toConfirm && !pdf.confirmed;
        }
        QString about = formatBytes(bytes);
        if (scans)
            about += u", "_s + tr("%n scans", nullptr, scans);
        addEntry(tr("%n PDFs", nullptr, int(plan.pdfs.size())), about, fresh ? tr("%1 new").arg(fresh) : QString(),
                 unsure ? tr("%1 to confirm").arg(unsure) : QString(), false, -1);
    }
    int height = theme().px(4);
    for (int i = 0; i < count(); ++i)
        height += sizeHintForRow(i);
    setFixedHeight(std::min(height, theme().px(46 * 5)));
    setCurrentRow(kept >= 0 && kept < count() ? kept : 0);
}

} // namespace sheaf
