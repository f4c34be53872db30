// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/source_order.h"

#include "ui/look/painting.h"
#include "ui/look/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

enum Role
{
    NameRole = Qt::UserRole + 1,
    AboutRole,
    OnRole,
    WordRole,
    MoodRole
};

QRect boxOf(const QRect& row)
{
    const int size = theme().px(15);
    return {row.left() + theme().px(32), row.center().y() - size / 2, size, size};
}

QRect buttonOf(const QRect& row)
{
    const int width = theme().px(52), height = theme().px(25);
    return {row.right() - theme().px(12) - width, row.center().y() - height / 2, width, height};
}

QColor moodColour(SourceOrder::Mood mood)
{
    switch (mood) {
    case SourceOrder::Mood::Good:
        return theme().accent;
    case SourceOrder::Mood::Missing:
        return theme().amberText;
    case SourceOrder::Mood::Bad:
        return theme().red;
    case SourceOrder::Mood::Quiet:
        break;
    }
    return theme().dim;
}

class SourceRow : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {theme().px(320), theme().px(44)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        paintGround(*painter, option);
        paintHandle(*painter, option.rect);
        drawCheckBox(*painter, boxOf(option.rect), index.data(OnRole).toBool() ? Qt::Checked : Qt::Unchecked);
        paintWords(*painter, option, index);
        paintButton(*painter, buttonOf(option.rect));
        painter->restore();
    }

private:
    static void paintGround(QPainter& painter, const QStyleOptionViewItem& option)
    {
        const Theme& t = theme();
        const bool chosen = option.state & QStyle::State_Selected;
        if (chosen)
            painter.fillRect(option.rect, t.soft);
        painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.line);
        if (chosen && (option.state & QStyle::State_HasFocus)) {
            painter.setPen(QPen(t.accent, t.px(2)));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -3), t.px(4), t.px(4));
        }
    }

    /** Six dots to take hold of. */
    static void paintHandle(QPainter& painter, const QRect& row)
    {
        for (int x = 0; x < 2; ++x) {
            for (int y = -1; y <= 1; ++y)
                drawDot(painter, QPointF(row.left() + theme().px(14 + 4 * x), row.center().y() + theme().px(4 * y)),
                        theme().px(2), theme().arrow);
        }
    }

    static void paintWords(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index)
    {
        const Theme& t = theme();
        const bool on = index.data(OnRole).toBool(), chosen = option.state & QStyle::State_Selected;
        QRect words = option.rect.adjusted(t.px(58), t.px(5), 0, -t.px(5));
        words.setRight(buttonOf(option.rect).left() - t.px(10));
        const QColor dim = chosen ? t.dimOnSoft : t.dim;
        painter.setFont(t.font(FontRole::Secondary));
        const QString word = index.data(WordRole).toString();
        painter.setPen(moodColour(SourceOrder::Mood(index.data(MoodRole).toInt())));
        painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, word);
        words.setRight(words.right() - painter.fontMetrics().horizontalAdvance(word) - t.px(8));
        painter.setPen(dim);
        drawElided(painter, words.adjusted(0, words.height() / 2, 0, 0), index.data(AboutRole).toString());
        painter.setFont(t.font(FontRole::Strong));
        painter.setPen(on ? t.text : dim);
        drawElided(painter, words.adjusted(0, 0, 0, -words.height() / 2), index.data().toString());
    }

    static void paintButton(QPainter& painter, const QRect& box)
    {
        const Theme& t = theme();
        painter.setPen(t.line);
        painter.setBrush(t.panel);
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), t.px(5), t.px(5));
        painter.setPen(t.text);
        painter.setFont(t.font(FontRole::Secondary));
        painter.drawText(box, Qt::AlignCenter, SourceOrder::tr("Test"));
    }
};

} // namespace

SourceOrder::SourceOrder(QWidget* parent) : QListWidget(parent)
{
    setItemDelegate(new SourceRow(this));
    setAccessibleName(tr("Sources, in the order in which they are asked"));
    setDragDropMode(QAbstractItemView::InternalMove);
    setDefaultDropAction(Qt::MoveAction);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setToolTip(tr("Drag, or Alt+↑ and Alt+↓, to change the order; Space switches; T tests"));
    connect(this, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item)
            Q_EMIT sourceChosen(item->data(NameRole).toString());
    });
    connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) {
        const QPoint at = viewport()->mapFromGlobal(QCursor::pos());
        const QRect row = visualRect(index);
        if (buttonOf(row).contains(at))
            Q_EMIT testRequested(index.data(NameRole).toString());
        else if (boxOf(row).adjusted(-theme().px(6), -theme().px(6), theme().px(6), theme().px(6)).contains(at))
            toggle(item(index.row()));
    });
}

void SourceOrder::set(const QVector<SourceChoice>& choices)
{
    const QString kept = currentSource();
    const QSignalBlocker quiet(this);
    clear();
    const QVector<SourceFacts> known = knownSources();
    for (const SourceChoice& choice : choices) {
        const auto facts = std::ranges::find(known, choice.name, &SourceFacts::name);
        auto* row = new QListWidgetItem(facts->displayName, this);
        row->setFlags(row->flags() & ~Qt::ItemIsDropEnabled);
        row->setData(NameRole, choice.name);
        row->setData(AboutRole, facts->about);
        row->setData(OnRole, choice.on);
        setWord(choice.name, {}, Mood::Quiet);
    }
    choose(kept.isEmpty() && count() > 0 ? item(0)->data(NameRole).toString() : kept);
}

QVector<SourceChoice> SourceOrder::choices() const
{
    QVector<SourceChoice> all;
    for (int i = 0; i < count(); ++i)
        all.append({item(i)->data(NameRole).toString(), item(i)->data(OnRole).toBool()});
    return all;
}

QString SourceOrder::currentSource() const
{
    return currentItem() ? currentItem()->data(NameRole).toString() : QString();
}

void SourceOrder::choose(const QString& name)
{
    if (QListWidgetItem* row = itemOf(name))
        setCurrentItem(row);
}

QListWidgetItem* SourceOrder::itemOf(const QString& name) const
{
    for (int i = 0; i < count(); ++i) {
        if (item(i)->data(NameRole).toString() == name)
            return item(i);
    }
    return nullptr;
}

void SourceOrder::setWord(const QString& name, const QString& word, Mood mood)
{
    QListWidgetItem* row = itemOf(name);
    if (!row)
        return;
    row->setData(WordRole, word);
    row->setData(MoodRole, int(mood));
    QStringList spoken{row->text(), row->data(AboutRole).toString(), row->data(OnRole).toBool() ? tr("on") : tr("off"),
                       word};
    spoken.removeAll(QString());
    row->setData(Qt::AccessibleTextRole, spoken.join(u", "_s));
}

void SourceOrder::toggle(QListWidgetItem* row)
{
    if (!row)
        return;
    row->setData(OnRole, !row->data(OnRole).toBool());
    setWord(row->data(NameRole).toString(), row->data(WordRole).toString(), Mood(row->data(MoodRole).toInt()));
    Q_EMIT edited();
}

void SourceOrder::moveBy(int by)
{
    const int from = currentRow(), to = from + by;
    if (from < 0 || to < 0 || to >= count())
        return;
    QListWidgetItem* row = takeItem(from);
    insertItem(to, row);
    setCurrentItem(row);
    Q_EMIT edited();
}

void SourceOrder::keyPressEvent(QKeyEvent* event)
{
    const bool up = event->key() == Qt::Key_Up, down = event->key() == Qt::Key_Down;
    if ((up || down) && event->modifiers().testFlag(Qt::AltModifier))
        moveBy(up ? -1 : 1);
    else if (event->key() == Qt::Key_Space)
        toggle(currentItem());
    else if (event->key() == Qt::Key_T && event->modifiers() == Qt::NoModifier && currentItem())
        Q_EMIT testRequested(currentSource());
    else
        QListWidget::keyPressEvent(event);
}

void SourceOrder::dropEvent(QDropEvent* event)
{
    QListWidget::dropEvent(event);
    Q_EMIT edited();
}

} // namespace sheaf
