// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/columns/set_list.h"

#include "ui/look/painting.h"
#include "ui/look/theme.h"

#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

enum Role
{
    AboutRole = Qt::UserRole + 1,
    CountRole
};

class SetDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        return {theme().px(120), theme().px(isHead(index) ? 30 : 44)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& t = theme();
        const QRect box = option.rect.adjusted(t.px(16), t.px(4), -t.px(16), -t.px(4));
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (isHead(index)) {
            painter->setFont(t.font(FontRole::Section));
            painter->setPen(t.dim);
            drawElided(*painter, box, index.data().toString());
        } else {
            paintSet(*painter, option, box, index);
        }
        painter->restore();
    }

private:
    static bool isHead(const QModelIndex& index) { return !index.flags().testFlag(Qt::ItemIsSelectable); }

    static void paintSet(QPainter& painter, const QStyleOptionViewItem& option, const QRect& box,
                         const QModelIndex& index)
    {
        const Theme& t = theme();
        const bool chosen = option.state & QStyle::State_Selected;
        if (chosen) {
            painter.setPen((option.state & QStyle::State_HasFocus) ? QPen(t.accent, t.px(2)) : QPen(Qt::NoPen));
            painter.setBrush(t.soft);
            painter.drawRoundedRect(QRectF(option.rect).adjusted(t.px(8), 1, -t.px(8), -1), t.px(4), t.px(4));
        }
        const QRect upper(box.left(), box.top(), box.width(), box.height() / 2);
        painter.setFont(t.font(FontRole::Secondary));
        painter.setPen(chosen ? t.dimOnSoft : t.dim);
        painter.drawText(upper, Qt::AlignRight | Qt::AlignVCenter, index.data(CountRole).toString());
        drawElided(painter, upper.translated(0, upper.height()), index.data(AboutRole).toString());
        painter.setFont(t.font(FontRole::Body));
        painter.setPen(t.text);
        drawElided(painter, upper.adjusted(0, 0, -t.px(28), 0), index.data().toString());
    }
};

} // namespace

SetList::SetList(QWidget* parent) : QListWidget(parent)
{
    setAccessibleName(tr("Column sets"));
    setItemDelegate(new SetDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setProperty("pane", u"panel"_s);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void SetList::set(const QVector<ColumnSet>& readyMade, const QVector<ColumnSet>& own)
{
    clear();
    m_rows.clear();
    addHead(tr("Ready-made sets"));
    addSets(readyMade);
    if (!own.isEmpty())
        addHead(tr("Your sets"));
    addSets(own);
    int height = theme().px(4);
    for (int i = 0; i < count(); ++i)
        height += sizeHintForRow(i);
    setFixedHeight(height);
    setCurrentRow(1);
}

void SetList::addHead(const QString& text)
{
    auto* head = new QListWidgetItem(text, this);
    head->setFlags(Qt::ItemIsEnabled);
    m_rows.append(std::nullopt);
}

void SetList::addSets(const QVector<ColumnSet>& sets)
{
    for (const ColumnSet& set : sets) {
        const QString count = QLocale().toString(set.columns.size());
        auto* item = new QListWidgetItem(set.name, this);
        item->setData(AboutRole, set.about);
        item->setData(CountRole, count);
        item->setData(
            Qt::AccessibleTextRole,
            QStringList{set.name, set.about, tr("%n columns", nullptr, int(set.columns.size()))}.join(u", "_s));
        QStringList names;
        for (const Column& column : set.columns)
            names.append(column.name);
        item->setToolTip(names.join(u'\n'));
        m_rows.append(set);
    }
}

const ColumnSet* SetList::at(int row) const
{
    return row >= 0 && row < m_rows.size() && m_rows.at(row) ? &*m_rows.at(row) : nullptr;
}

} // namespace sheaf
