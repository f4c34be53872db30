// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/papers/paper_table.h"

#include "ui/look/theme.h"
#include "ui/papers/paper_delegate.h"
#include "ui/papers/paper_filter.h"
#include "ui/papers/paper_model.h"

#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QResizeEvent>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace sheaf {

PaperTable::PaperTable(PaperModel* papers, PaperFilter* filter, QWidget* parent)
    : QTableView(parent), m_papers(papers), m_filter(filter)
{
    setModel(filter);
    setItemDelegate(new PaperDelegate(papers, filter, this));
    setAccessibleName(tr("Papers"));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QWidget::customContextMenuRequested, this,
            [this](const QPoint& at) { Q_EMIT menuRequested(viewport()->mapToGlobal(at)); });
    connect(filter, &QAbstractItemModel::layoutChanged, this, &PaperTable::afterNarrowing);
    connect(this, &QAbstractItemView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT columnActivated(currentPaper(), valueColumn(index)); });
    connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) {
        const QString column = valueColumn(index);
        const bool plain = QGuiApplication::keyboardModifiers() == Qt::NoModifier;
        if (plain && !column.isEmpty() && !index.data().toString().isEmpty())
            Q_EMIT columnActivated(currentPaper(), column);
    });
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);

    QHeaderView* header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setSortIndicatorShown(true);
    header->setSortIndicatorClearable(true);
    header->setSectionsClickable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &PaperTable::sortAsAsked);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint& at) {
        QMenu* menu = columnMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(header->mapToGlobal(at));
    });
    applyMetrics();
}

void PaperTable::applyMetrics()
{
    const Theme& t = theme();
    verticalHeader()->setMinimumSectionSize(t.px(24));
    verticalHeader()->setDefaultSectionSize(t.px(40));
    horizontalHeader()->setFixedHeight(t.px(26));
    horizontalHeader()->setMinimumSectionSize(t.px(40));
}

void PaperTable::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        applyMetrics();
}

/** A filter takes rows out without a word to the selection: the chosen paper may be gone. */
void PaperTable::afterNarrowing()
{
    Q_EMIT selectionCountChanged(selectionCount());
    if (currentIndex().isValid())
        return;
    if (m_filter->rowCount() > 0)
        selectionModel()->setCurrentIndex(m_filter->index(0, PaperModel::PaperColumn),
                                          QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    else
        Q_EMIT currentPaperChanged(0);
}

void PaperTable::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (m_filter->rowCount() > 0 || m_papers->rowCount() == 0)
        return;
    QPainter painter(viewport());
    painter.setPen(theme().dim);
    painter.setFont(theme().font(FontRole::Body));
    painter.drawText(viewport()->rect().adjusted(theme().px(20), theme().px(40), -theme().px(20), 0),
                     Qt::AlignTop | Qt::AlignHCenter | Qt::TextWordWrap,
                     tr("No paper is left by what was chosen beside and typed above."));
}

/** The question whose answer the cell shows; empty = none. */
QString PaperTable::valueColumn(const QModelIndex& index) const
{
    const int column = index.column() - PaperModel::FirstValueColumn;
    const bool value = column >= 0 && column < m_papers->columns().size();
    return value ? m_papers->columns().at(column).id : QString();
}

bool PaperTable::isElastic(int column) const
{
    const bool text = column == PaperModel::PaperColumn ||
                      (column >= PaperModel::FirstValueColumn && column != m_papers->quotesColumn());
    return text && !isColumnHidden(column);
}

int PaperTable::spareWidth() const
{
    return viewport()->width() - horizontalHeader()->length();
}

void PaperTable::stretchColumns(int by)
{
    int total = 0, last = -1;
    for (int i = 0; i < m_filter->columnCount(); ++i) {
        if (isElastic(i)) {
            total += columnWidth(i);
            last = i;
        }
    }
    int left = by;
    for (int i = 0; i <= last; ++i) {
        if (!isElastic(i))
            continue;
        const int least = theme().px(i == PaperModel::PaperColumn ? 180 : 110);
        const int share = i == last ? left : by * columnWidth(i) / total;
        const int before = columnWidth(i);
        setColumnWidth(i, std::max(std::min(before, least), before + share));
        left -= columnWidth(i) - before;
    }
}

void PaperTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    const int by = event->size().width() - event->oldSize().width();
    const int spare = spareWidth();
    // What a person made too wide or too narrow for the table stays so.
    if (by > 0 && spare > 0)
        stretchColumns(std::min(by, spare));
    else if (by < 0 && spare < 0)
        stretchColumns(std::max(by, spare));
}

void PaperTable::sortAsAsked(int column, Qt::SortOrder order)
{
    m_filter->sort(column, order); // -1 = the list's own order
}

QVector<PaperId> PaperTable::selectedPapers(int most) const
{
    QVector<PaperId> papers;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            if (most >= 0 && papers.size() >= most)
                return papers;
            papers.append(m_filter->index(row, 0).data(PaperModel::IdRole).toLongLong());
        }
    }
    return papers;
}

int PaperTable::selectionCount() const
{
    int count = 0;
    for (const QItemSelectionRange& range : selectionModel()->selection())
        count += range.height();
    return count;
}

QModelIndex PaperTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int rows = m_filter->rowCount();
    if (rows > 0 && (action == MoveHome || action == MoveEnd)) {
        const int column = currentIndex().isValid() ? currentIndex().column() : PaperModel::PaperColumn;
        return m_filter->index(action == MoveHome ? 0 : rows - 1, column);
    }
    return QTableView::moveCursor(action, modifiers);
}

PaperId PaperTable::currentPaper() const
{
    const QModelIndex index = currentIndex();
    return index.isValid() ? index.data(PaperModel::IdRole).toLongLong() : 0;
}

void PaperTable::select(PaperId paper)
{
    const int row = m_papers->indexOf(paper);
    if (row < 0)
        return;
    const QModelIndex index = m_filter->mapFromSource(m_papers->index(row, PaperModel::PaperColumn));
    if (index.isValid())
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void PaperTable::keyboardSearch(const QString& text)
{
    if (currentIndex().isValid() && currentIndex().column() != PaperModel::PaperColumn)
        selectionModel()->setCurrentIndex(currentIndex().siblingAtColumn(PaperModel::PaperColumn),
                                          QItemSelectionModel::NoUpdate);
    QTableView::keyboardSearch(text);
}

void PaperTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row() || current.isValid() != previous.isValid())
        Q_EMIT currentPaperChanged(currentPaper());
}

void PaperTable::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectionCountChanged(selectionCount());
}

QString PaperTable::columnKey(int column) const
{
    switch (column) {
    case PaperModel::StateColumn:
        return u"state"_s;
    case PaperModel::PaperColumn:
        return u"paper"_s;
    case PaperModel::YearColumn:
        return u"year"_s;
    case PaperModel::PagesColumn:
        return u"pages"_s;
    default:
        return column == m_papers->quotesColumn()
                   ? u"quotes"_s
                   : "value/"_L1 + m_papers->columns().at(column - PaperModel::FirstValueColumn).id;
    }
}

int PaperTable::defaultWidth(int column) const
{
    const Theme& t = theme();
    switch (column) {
    case PaperModel::StateColumn:
        return t.px(176);
    case PaperModel::PaperColumn:
        return t.px(290);
    case PaperModel::YearColumn:
        return t.px(48);
    case PaperModel::PagesColumn:
        return t.px(54);
    default:
        return column == m_papers->quotesColumn() ? t.px(62) : t.px(196);
    }
}

/** The first question that asks for a quote stands in the table at first; the others wait in the header's menu. */
bool PaperTable::shownAtFirst(int column) const
{
    const int value = column - PaperModel::FirstValueColumn;
    if (value < 0 || value >= m_papers->columns().size())
        return true;
    const auto& columns = m_papers->columns();
    const auto first = std::find_if(columns.cbegin(), columns.cend(), [](const Column& c) { return c.quoteRequired; });
    return value == (first == columns.cend() ? 0 : int(first - columns.cbegin()));
}

void PaperTable::saveLayout() const
{
    QSettings settings;
    settings.beginGroup(u"table"_s);
    for (int i = 0; i < m_filter->columnCount(); ++i) {
        const QString key = columnKey(i);
        settings.setValue(key + "/shown"_L1, !isColumnHidden(i));
        settings.setValue(key + "/place"_L1, horizontalHeader()->visualIndex(i));
        if (!isColumnHidden(i))
            settings.setValue(key + "/width"_L1, columnWidth(i) / theme().scale);
    }
    const int sorted = horizontalHeader()->sortIndicatorSection();
    settings.setValue(u"sort"_s, sorted < 0 || sorted >= m_filter->columnCount() ? QString() : columnKey(sorted));
    settings.setValue(u"descending"_s, horizontalHeader()->sortIndicatorOrder() == Qt::DescendingOrder);
}

void PaperTable::restoreLayout()
{
    QSettings settings;
    settings.beginGroup(u"table"_s);
    QHeaderView* header = horizontalHeader();
    const QString sorted = settings.value(u"sort"_s).toString();
    QMultiMap<int, int> places;
    int sortColumn = -1;
    for (int i = 0; i < m_filter->columnCount(); ++i) {
        const QString key = columnKey(i);
        setColumnHidden(i, !settings.value(key + "/shown"_L1, shownAtFirst(i)).toBool());
        const double width = settings.value(key + "/width"_L1).toDouble();
        setColumnWidth(i, width > 0 ? int(width * theme().scale) : defaultWidth(i));
        places.insert(settings.value(key + "/place"_L1, i).toInt(), i);
        if (key == sorted)
            sortColumn = i;
    }
    stretchColumns(spareWidth());
    int place = 0;
    for (const int column : std::as_const(places))
        header->moveSection(header->visualIndex(column), place++);
    header->setSortIndicator(sortColumn,
                             settings.value(u"descending"_s).toBool() ? Qt::DescendingOrder : Qt::AscendingOrder);
}

QMenu* PaperTable::columnMenu(QWidget* parent)
{
    auto* menu = new QMenu(tr("Columns"), parent);
    const auto fill = [this, menu] {
        menu->clear();
        for (int i = PaperModel::YearColumn; i < m_filter->columnCount(); ++i) {
            QAction* action = menu->addAction(m_filter->headerData(i, Qt::Horizontal).toString());
            action->setCheckable(true);
            action->setChecked(!isColumnHidden(i));
            connect(action, &QAction::toggled, this, [this, i](bool shown) {
                setColumnHidden(i, !shown);
                stretchColumns(spareWidth());
                saveLayout();
            });
        }
    };
    connect(menu, &QMenu::aboutToShow, this, fill);
    return menu;
}

} // namespace sheaf
