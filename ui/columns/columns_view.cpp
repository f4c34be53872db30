// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/columns/columns_view.h"

#include "ui/columns/column_model.h"
#include "ui/columns/column_table.h"
#include "ui/columns/proposal_list.h"
#include "ui/columns/set_list.h"
#include "ui/controls/elided_label.h"
#include "ui/controls/key_button.h"
#include "ui/controls/labels.h"
#include "ui/controls/section_pane.h"
#include "ui/costs/price_card.h"
#include "ui/look/theme.h"
#include "ui/papers/row_words.h"

#include <QHBoxLayout>
#include <QKeySequence>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

QString pilotHead(int papers)
{
    return ColumnsView::tr("Pilot on %n papers", nullptr, papers);
}

} // namespace

ColumnsView::ColumnsView(QWidget* parent)
    : QWidget(parent), m_columns(new ColumnModel(this)), m_table(new ColumnTable(m_columns)), m_sets(new SetList),
      m_ready(readyMadeColumnSets()), m_title(wrappedLabel({}, FontRole::Title)),
      m_about(wrappedLabel({}, FontRole::Dense, u"dim"_s)),
      m_unitLabel(wrappedLabel(tr("Unit"), FontRole::Secondary, u"dim"_s)), m_unit(new QLineEdit),
      m_choicesLabel(wrappedLabel(tr("Choices, one a line"), FontRole::Secondary, u"dim"_s)),
      m_choices(new QPlainTextEdit), m_said(wrappedLabel({}, FontRole::Dense, u"amber"_s)),
      m_proposals(new ProposalList), m_pilotCard(new PilotCard), m_price(new PriceCard),
      m_duplicate(new KeyButton(tr("Duplicate"))), m_remove(new KeyButton(tr("Remove"))),
      m_undo(new KeyButton(tr("Undo"))), m_apply(new KeyButton(tr("Apply"), KeyButton::Primary)),
      m_cap(new KeyButton(tr("Change the cap…"), KeyButton::Link))
{
    setAccessibleName(tr("Columns"));
    auto* splitter = new QSplitter;
    fillPanes(splitter, {left(), centre(), right()}, {216, 846, 378});
    layOutMode(this, modeBar(), splitter);
    addKeys();
    fillSets();
    connect(m_columns, &ColumnModel::edited, this, &ColumnsView::refresh);
    connect(m_columns, &ColumnModel::modelAboutToBeReset, this, [this] {
        const QModelIndex chosen = m_table->currentIndex();
        m_place = {m_columns->columns().value(chosen.row()).id, std::max(0, chosen.row()),
                   std::max(0, chosen.column())};
    });
    connect(m_columns, &ColumnModel::modelReset, this, &ColumnsView::goBack);
    connect(m_table, &ColumnTable::rowChosen, this, &ColumnsView::showChosen);
}

QWidget* ColumnsView::modeBar()
{
    auto* bar = new QWidget;
    QHBoxLayout* row = dressModeBar(bar);
    auto* about = new ElidedLabel(tr("one question each, put to every paper; the run goes on meanwhile"));
    about->setProperty("tone", u"dim"_s);
    auto* title = new ElidedLabel(tr("Columns"));
    title->setFont(theme().font(FontRole::Title));
    row->addWidget(title);
    row->addWidget(about, 1);
    const auto button = [&](const QString& text, auto signal) {
        auto* made = new KeyButton(text);
        connect(made, &QPushButton::clicked, this, signal);
        row->addWidget(made);
        return made;
    };
    button(tr("Load JSON…"), &ColumnsView::loadRequested);
    button(tr("Share as JSON…"), &ColumnsView::shareRequested);
    button(tr("Save as set…"), &ColumnsView::saveRequested);
    button(tr("Close"), &ColumnsView::closeRequested)->setKeyHint(u"Esc"_s);
    return bar;
}

QWidget* ColumnsView::left()
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, theme().px(10), 0, theme().px(10));
    column->setSpacing(theme().px(8));
    column->addWidget(m_sets);
    auto* hint =
        wrappedLabel(tr("A double click or Enter adds a set's missing columns. Nothing is read again until you apply."),
                     FontRole::Secondary, u"dim"_s);
    hint->setContentsMargins(theme().px(16), 0, theme().px(12), 0);
    column->addWidget(hint);
    column->addStretch();
    connect(m_sets, &QListWidget::itemActivated, this, [this] { addSet(m_sets->currentRow()); });
    return scrollPane(content, u"panel"_s);
}

QWidget* ColumnsView::centre()
{
    auto* pane = new QWidget;
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 1);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(theme().px(14), theme().px(8), theme().px(14), theme().px(8));
    row->setSpacing(theme().px(8));
    auto* add = new KeyButton(tr("+ Column"));
    add->setKeyHint(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N).toString(QKeySequence::NativeText));
    add->setAccessibleName(tr("Add a column"));
    m_undo->setKeyHint(QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText));
    for (KeyButton* button : {add, m_duplicate, m_remove, m_undo})
        row->addWidget(button);
    auto* types = new ElidedLabel(tr("Types: %1").arg(columnTypeWords().join(u", ")));
    types->setFont(theme().font(FontRole::Secondary));
    types->setProperty("tone", u"dim"_s);
    types->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(types, 1);
    column->addLayout(row);
    column->addWidget(m_proposals);
    connect(m_table, &ColumnTable::paperWanted, this, &ColumnsView::choosePilotPaper);
    connect(m_proposals, &ProposalList::accepted, m_columns, &ColumnModel::addMissing);
    connect(add, &QPushButton::clicked, this, [this] { m_table->select(m_columns->add(), true); });
    connect(m_duplicate, &QPushButton::clicked, this,
            [this] { m_table->select(m_columns->duplicate(m_table->currentIndex().row())); });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        const int chosen = m_table->currentIndex().row();
        m_columns->remove(chosen);
        m_table->select(chosen);
    });
    connect(m_undo, &QPushButton::clicked, m_columns, &ColumnModel::undo);
    return pane;
}

QWidget* ColumnsView::right()
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(theme().px(14), theme().px(14), theme().px(14), theme().px(14));
    column->setSpacing(theme().px(6));
    m_unit->setAccessibleName(tr("Unit"));
    m_choices->setAccessibleName(tr("Choices, one a line"));
    m_choices->setProperty("edge", u"card"_s);
    m_choices->setTabChangesFocus(true);
    m_choices->setFixedHeight(theme().px(150));
    const auto section = [&](const QString& text) {
        auto* head = new ElidedLabel(text);
        head->setFont(theme().font(FontRole::Section));
        head->setProperty("tone", u"dim"_s);
        column->addWidget(head);
        return head;
    };
    section(tr("Chosen column"));
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_title, m_about, m_unitLabel, m_unit, m_choicesLabel, m_choices})
        column->addWidget(part);
    column->addSpacing(theme().px(12));
    m_pilotHead = section(pilotHead(usualPilot));
    column->addWidget(m_pilotCard);
    column->addStretch();
    column->addWidget(m_said);
    section(tr("Price of this change"));
    column->addWidget(m_price);
    column->addWidget(m_cap, 0, Qt::AlignLeft);
    m_apply->setKeyHint(u"Ctrl+↵"_s);
    m_apply->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    column->addWidget(m_apply);
    connect(m_unit, &QLineEdit::editingFinished, this, &ColumnsView::takeForm);
    connect(m_choices, &QPlainTextEdit::textChanged, this, &ColumnsView::takeForm);
    connect(m_apply, &QPushButton::clicked, this, &ColumnsView::applyRequested);
    connect(m_pilotCard, &PilotCard::runRequested, this, &ColumnsView::pilotRequested);
    connect(m_pilotCard, &PilotCard::restRequested, this, &ColumnsView::restRequested);
    connect(m_pilotCard, &PilotCard::papersRequested, this, &ColumnsView::pilotPapersRequested);
    connect(m_pilotCard, &PilotCard::changeRequested, this,
            [this](const Column& changed) { m_columns->replace(m_table->currentIndex().row(), changed); });
    connect(m_cap, &QPushButton::clicked, this, &ColumnsView::capRequested);
    m_cap->hide();
    return scrollPane(content, u"base"_s);
}

void ColumnsView::addKeys()
{
    const auto key = [this](const QKeySequence& keys, auto run) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    const auto apply = [this] {
        if (m_apply->isEnabled())
            Q_EMIT applyRequested();
    };
    key(QKeySequence(Qt::CTRL | Qt::Key_Return), apply);
    key(QKeySequence(Qt::CTRL | Qt::Key_Enter), apply);
    key(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), [this] { m_table->select(m_columns->add(), true); });
    key(QKeySequence(Qt::Key_Escape), [this] { Q_EMIT closeRequested(); });
}

void ColumnsView::setOwnSets(const QVector<ColumnSet>& sets)
{
    m_own = sets;
    fillSets();
}

void ColumnsView::fillSets()
{
    m_sets->set(m_ready, m_own);
}

void ColumnsView::addSet(int row)
{
    if (const ColumnSet* set = m_sets->at(row))
        m_columns->addMissing(set->columns);
}

/** To the column that was chosen before all were replaced, else to its row. */
void ColumnsView::goBack()
{
    const QVector<Column>& columns = m_columns->columns();
    const auto same = std::ranges::find(columns, m_place.id, &Column::id);
    m_table->select(same != columns.cend() ? int(same - columns.cbegin()) : m_place.row);
    m_table->setCurrentIndex(m_columns->index(m_table->currentIndex().row(), m_place.section));
}

void ColumnsView::showChosen()
{
    const int row = m_table->currentIndex().row();
    const bool chosen = row >= 0 && row < m_columns->rowCount();
    const Column column = chosen ? m_columns->columns().at(row) : Column();
    m_filling = true;
    m_title->setText(column.name);
    m_about->setText(chosen ? u"%1, %2\n%3"_s.arg(columnTypeWord(column),
                                                  column.quoteRequired ? tr("quote required") : tr("no quote required"),
                                                  column.question)
                            : QString());
    const bool number = chosen && column.type == ColumnType::Number;
    const bool choice = chosen && (column.type == ColumnType::OneOf || column.type == ColumnType::SeveralOf);
    m_unitLabel->setVisible(number);
    m_unit->setVisible(number);
    m_unit->setText(column.unit);
    m_choicesLabel->setVisible(choice);
    m_choices->setVisible(choice);
    if (const QString lines = column.choices.join(u'\n'); !m_choices->hasFocus() && lines != m_choices->toPlainText())
        m_choices->setPlainText(lines);
    m_pilotCard->set(m_pilot, column);
    m_duplicate->setEnabled(chosen);
    m_remove->setEnabled(chosen && m_columns->rowCount() > 1);
    m_filling = false;
}

void ColumnsView::takeForm()
{
    const int row = m_table->currentIndex().row();
    if (m_filling || row < 0 || row >= m_columns->rowCount())
        return;
    Column column = m_columns->columns().at(row);
    if (column.type == ColumnType::Number)
        column.unit = m_unit->text().simplified();
    if (column.type == ColumnType::OneOf || column.type == ColumnType::SeveralOf) {
        column.choices.clear();
        for (const QString& line : m_choices->toPlainText().split(u'\n', Qt::SkipEmptyParts))
            if (const QString choice = line.simplified(); !choice.isEmpty() && !column.choices.contains(choice))
                column.choices.append(choice);
    }
    m_columns->replace(row, column);
}

void ColumnsView::refresh()
{
    showChosen();
    m_undo->setEnabled(m_columns->canUndo());
    const QString problem = m_columns->problem();
    m_said->setText(problem);
    m_apply->setEnabled(m_columns->isChanged() && problem.isEmpty() && !m_overCap);
    if (problem.isEmpty())
        Q_EMIT priceWanted();
}

void ColumnsView::setPrice(const PriceAnswer& answer, const StripState& strip)
{
    m_price->set(answer, strip);
    const bool paid = !answer.free && answer.papers > 0 && !answer.failure;
    m_overCap = paid && isOverCap(answer, strip);
    m_cap->setVisible(m_overCap);
    m_apply->setEnabled(m_columns->isChanged() && m_columns->problem().isEmpty() && !m_overCap);
    m_apply->setText(paid ? tr("Apply, + %1").arg(priceWords(answer)) : tr("Apply"));
}

void ColumnsView::setPilot(const PilotState& pilot)
{
    m_pilot = pilot;
    m_pilotHead->setText(pilotHead(pilot.wanted > 0 ? pilot.wanted : usualPilot));
    const int row = m_table->currentIndex().row();
    m_pilotCard->set(m_pilot, m_columns->columns().value(row));
    showPilotPaper();
}

/** The chosen paper's answers, else the first one's. */
void ColumnsView::showPilotPaper()
{
    const auto chosen = std::ranges::find(m_pilot.rows, m_pilotPaper, &PaperRow::id);
    m_columns->setShownPaper(chosen != m_pilot.rows.cend() ? *chosen : m_pilot.rows.value(0));
}

void ColumnsView::choosePilotPaper(const QPoint& at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const PaperRow& row : std::as_const(m_pilot.rows))
        connect(menu->addAction(u"%1, %2"_s.arg(shortPaperName(row), row.title)), &QAction::triggered, this,
                [this, paper = row.id] {
                    m_pilotPaper = paper;
                    showPilotPaper();
                });
    menu->popup(at);
}

void ColumnsView::say(const QString& text)
{
    m_said->setText(text);
}

QList<QWidget*> ColumnsView::panes() const
{
    return {m_sets, m_table, m_unit, m_choices, m_apply};
}

} // namespace sheaf
