// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/columns/column_table.h"

#include "ui/columns/column_model.h"
#include "ui/controls/combo_box.h"
#include "ui/look/painting.h"
#include "ui/look/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

class ColumnDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& t = theme();
        const bool chosen = option.state & QStyle::State_Selected;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->fillRect(option.rect, chosen ? t.soft : t.base);
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.line);
        const QRect box = option.rect.adjusted(t.px(8), t.px(3), -t.px(8), -t.px(4));
        switch (index.column()) {
        case ColumnModel::Name:
            paintName(*painter, box, index);
            break;
        case ColumnModel::Question:
            painter->setFont(t.font(FontRole::TwoLine));
            painter->setPen(t.text);
            drawTwoLines(*painter, box, index.data().toString());
            break;
        case ColumnModel::Type:
            painter->setFont(t.font(FontRole::Dense));
            painter->setPen(chosen ? t.dimOnSoft : t.dim);
            drawElided(*painter, box, index.data().toString());
            break;
        case ColumnModel::Answer:
            painter->setFont(t.font(FontRole::TwoLine));
            painter->setPen(index.data(ColumnModel::StateRole).isValid() ? t.text : t.dim);
            drawTwoLines(*painter, box, index.data().toString());
            break;
        case ColumnModel::AnswerState:
            painter->setFont(t.font(FontRole::Secondary));
            painter->setPen(stateColour(index.data(ColumnModel::StateRole)));
            drawElided(*painter, box, index.data().toString());
            break;
        default:
            paintTick(*painter, box, index.data(Qt::CheckStateRole).toInt() == Qt::Checked);
        }
        if (chosen && (option.state & QStyle::State_HasFocus)) {
            painter->setPen(QPen(t.accent, t.px(2)));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(option.rect.adjusted(1, 1, -2, -3));
        }
        painter->restore();
    }

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        if (index.column() != ColumnModel::Type)
            return QStyledItemDelegate::createEditor(parent, option, index);
        auto* types = new ComboBox(parent);
        types->addItems(columnTypeWords());
        types->setAccessibleName(ColumnTable::tr("Type"));
        auto* self = const_cast<ColumnDelegate*>(this); // as Qt's own delegates do: the signals are not const
        connect(types, &QComboBox::activated, this, [self, types] {
            Q_EMIT self->commitData(types);
            Q_EMIT self->closeEditor(types);
        });
        return types;
    }

    void setEditorData(QWidget* editor, const QModelIndex& index) const override
    {
        if (auto* types = qobject_cast<ComboBox*>(editor))
            types->setCurrentIndex(index.data(Qt::EditRole).toInt());
        else
            QStyledItemDelegate::setEditorData(editor, index);
    }

    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override
    {
        if (const auto* types = qobject_cast<ComboBox*>(editor))
            model->setData(index, types->currentIndex());
        else
            QStyledItemDelegate::setModelData(editor, model, index);
    }

    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override
    {
        if (index.column() != ColumnModel::Quote)
            return QStyledItemDelegate::editorEvent(event, model, option, index);
        const bool ticked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        const bool press =
            event->type() == QEvent::MouseButtonRelease ||
            (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space);
        return press && model->setData(index, ticked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    }

private:
    static void paintName(QPainter& painter, const QRect& box, const QModelIndex& index)
    {
        const Theme& t = theme();
        const QString note = index.data(ColumnModel::NoteRole).toString();
        QRect upper = box;
        if (!note.isEmpty()) {
            upper.setHeight(box.height() / 2);
            painter.setFont(t.font(FontRole::Secondary));
            painter.setPen(t.amberText);
            drawElided(painter, box.adjusted(0, box.height() / 2, 0, 0), note);
        }
        painter.setFont(t.font(FontRole::Strong));
        painter.setPen(t.text);
        drawElided(painter, upper, index.data().toString());
    }

    static QColor stateColour(const QVariant& state)
    {
        const Theme& t = theme();
        switch (state.isValid() ? CellState(state.toInt()) : CellState::Empty) {
        case CellState::Proven:
            return t.accent;
        case CellState::Near:
            return t.amberText;
        case CellState::NotFound:
            return t.red;
        case CellState::NoQuote:
        case CellState::Empty:
            break;
        }
        return t.dim;
    }

    static void paintTick(QPainter& painter, const QRect& cell, bool ticked)
    {
        const Theme& t = theme();
        QRectF box(0, 0, t.px(14), t.px(14));
        box.moveCenter(QRectF(cell).center());
        painter.setPen(ticked ? t.accent : t.dim);
        painter.setBrush(ticked ? t.accent : t.base);
        painter.drawRoundedRect(box, t.px(3), t.px(3));
        if (ticked)
            drawTick(painter, box, t.onAccent);
    }
};

/** Six dots at each row's left, by which it is dragged to another place. */
class RowHandles : public QHeaderView
{
public:
    /** Where the dragged row would land, as a line in the viewport. */
    using Landing = std::function<void(std::optional<int> line)>;
    RowHandles(QWidget* parent, Landing landing) : QHeaderView(Qt::Vertical, parent), m_landing(std::move(landing))
    {
        setSectionsMovable(true);
        setSectionsClickable(true); // a click chooses the row
        setHighlightSections(false);
        setSectionResizeMode(QHeaderView::Fixed);
        setDefaultSectionSize(theme().px(42));
        setFixedWidth(theme().px(24));
        setAccessibleName(ColumnTable::tr("Move columns"));
        viewport()->setCursor(Qt::OpenHandCursor);
    }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int row) const override
    {
        const Theme& t = theme();
        const bool chosen = selectionModel() && selectionModel()->isRowSelected(row);
        painter->fillRect(rect, chosen ? t.soft : t.base);
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.line);
        const QPointF middle = QRectF(rect).center() + QPointF(t.px(4), 0);
        for (const int x : {-1, 1})
            for (const int y : {-1, 0, 1})
                drawDot(*painter, middle + QPointF(x * t.px(2), y * t.px(4)), t.px(2), chosen ? t.dimOnSoft : t.dim);
    }

    void mousePressEvent(QMouseEvent* event) override
    {
        m_dragged = event->button() == Qt::LeftButton ? logicalIndexAt(event->position().toPoint()) : -1;
        QHeaderView::mousePressEvent(event);
    }

    void mouseMoveEvent(QMouseEvent* event) override
    {
        QHeaderView::mouseMoveEvent(event);
        const int y = qRound(event->position().y());
        if (m_dragged >= 0 && logicalIndexAt(y) >= 0)
            m_landing(lineAt(y));
    }

    void mouseReleaseEvent(QMouseEvent* event) override
    {
        m_dragged = -1;
        m_landing({});
        QHeaderView::mouseReleaseEvent(event);
    }

private:
    /** As QHeaderView moves sections: one gives way once its middle is passed. */
    std::optional<int> lineAt(int y) const
    {
        const int over = logicalIndexAt(y), middle = sectionViewportPosition(over) + sectionSize(over) / 2;
        const int up = over < m_dragged && y >= middle, down = over > m_dragged && y <= middle;
        const int to = over + up - down;
        if (to == m_dragged)
            return {};
        return sectionViewportPosition(to) + (to > m_dragged ? sectionSize(to) : 0);
    }

    const Landing m_landing;
    int m_dragged = -1;
};

} // namespace

ColumnTable::ColumnTable(ColumnModel* columns, QWidget* parent) : QTableView(parent), m_columns(columns)
{
    setAccessibleName(tr("Columns"));
    setModel(columns);
    setItemDelegate(new ColumnDelegate(this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setToolTip(tr("F2 edits, Space ticks, Alt+↑, Alt+↓ and the handle at the left move"));
    addHandles();
    QHeaderView* head = horizontalHeader();
    head->setFixedHeight(theme().px(26));
    head->setHighlightSections(false);
    head->setSectionsClickable(true); // one of them is
    head->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    head->setSectionResizeMode(ColumnModel::Question, QHeaderView::Stretch);
    shareWidth();
    connect(columns, &QAbstractItemModel::headerDataChanged, this, &ColumnTable::shareWidth);
    connect(head, &QHeaderView::sectionClicked, this, [this](int section) {
        if (section == ColumnModel::Answer)
            askForPaper();
    });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) { Q_EMIT rowChosen(current.row()); });
}

/** What is dragged goes back to where it was: it is the model that moves its row. */
void ColumnTable::addHandles()
{
    auto* handles = new RowHandles(this, [this](std::optional<int> line) {
        m_landing = line;
        viewport()->update();
    });
    setVerticalHeader(handles);
    setCornerButtonEnabled(false);
    connect(handles, &QHeaderView::sectionMoved, this, [this, handles](int row, int from, int to) {
        if (handles->visualIndex(row) == row)
            return; // went back
        handles->moveSection(to, from);
        select(m_columns->move(row, to - from));
    });
}

/** The questions have the room while no paper answers them, and are read in a small window too. */
void ColumnTable::shareWidth()
{
    const bool shown = m_columns->hasShownPaper(), narrow = width() < theme().px(shown ? 760 : 600);
    QHeaderView* head = horizontalHeader();
    if (const std::pair now{shown, narrow}; std::exchange(m_shared, now) == now)
        return; // the user may have moved the sections
    for (const int section : {ColumnModel::Answer, ColumnModel::AnswerState})
        setColumnHidden(section, !shown);
    const bool tight = shown || narrow;
    head->resizeSection(ColumnModel::Name, theme().px(narrow ? 110 : tight ? 150 : 180));
    head->resizeSection(ColumnModel::Type, theme().px(narrow ? 76 : tight ? 110 : 150));
    head->resizeSection(ColumnModel::Quote, theme().px(tight ? 60 : 70));
    head->resizeSection(ColumnModel::Answer, theme().px(narrow ? 120 : 190));
    head->resizeSection(ColumnModel::AnswerState, theme().px(narrow ? 76 : 90));
}

void ColumnTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    shareWidth();
}

void ColumnTable::select(int row, bool edit)
{
    const QModelIndex index = m_columns->index(std::clamp(row, 0, std::max(0, m_columns->rowCount() - 1)), 0);
    setCurrentIndex(index);
    scrollTo(index);
    if (edit && index.isValid())
        this->edit(index);
}

void ColumnTable::askForPaper()
{
    const QHeaderView* head = horizontalHeader();
    Q_EMIT paperWanted(head->mapToGlobal(QPoint(head->sectionViewportPosition(ColumnModel::Answer), head->height())));
}

void ColumnTable::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (!m_landing)
        return;
    QPainter painter(viewport());
    const int thick = theme().px(2);
    const int top = std::clamp(*m_landing - thick / 2, 0, viewport()->height() - thick);
    painter.fillRect(0, top, viewport()->width(), thick, theme().accent);
}

void ColumnTable::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().column() == ColumnModel::Answer) {
        askForPaper();
        return;
    }
    const int by = event->key() == Qt::Key_Up ? -1 : event->key() == Qt::Key_Down ? 1 : 0;
    if (by != 0 && event->modifiers().testFlag(Qt::AltModifier) && currentIndex().isValid())
        select(m_columns->move(currentIndex().row(), by));
    else
        QTableView::keyPressEvent(event);
}

} // namespace sheaf
