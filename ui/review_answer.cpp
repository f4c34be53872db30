// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review_answer.h"

#include "ui/column_model.h"
#include "ui/error_gauge.h"
#include "ui/key_button.h"
#include "ui/labels.h"
#include "ui/review_card.h"
#include "ui/row_words.h"
#include "ui/section_pane.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr int leastWithGauge = 560; ///< pixels at 96 dpi: what is to be decided has the room first

KeyButton* button(const QString& text, const QString& key, KeyButton::Kind kind = KeyButton::Plain)
{
    auto* made = new KeyButton(text, kind);
    made->setKeyHint(key);
    made->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return made;
}

QHBoxLayout* rowOf(std::initializer_list<QWidget*> widgets)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(theme().px(6));
    for (QWidget* widget : widgets)
        row->addWidget(widget);
    return row;
}

} // namespace

ReviewAnswer::ReviewAnswer(QWidget* parent)
    : QWidget(parent), m_title(wrappedLabel({}, FontRole::Title)),
      m_facts(wrappedLabel({}, FontRole::Secondary, u"dim"_s)), m_column(wrappedLabel({}, FontRole::Section, u"dim"_s)),
      m_question(wrappedLabel({}, FontRole::Dense, u"dim"_s)), m_nothing(wrappedLabel({}, FontRole::Title)),
      m_position(textLabel({}, FontRole::Dense, u"dim"_s)),
      m_undoHint(wrappedLabel(tr("Z undo · Space zooms the page"), FontRole::Secondary, u"dim"_s)),
      m_card(new ReviewCard), m_accept(button(tr("Accept"), u"A"_s, KeyButton::Primary)),
      m_edit(button(tr("Edit"), u"E"_s)), m_reject(button(tr("Reject"), u"R"_s)),
      m_save(button(tr("Save"), u"Ctrl+↵"_s, KeyButton::Primary)), m_cancel(button(tr("Cancel"), u"Esc"_s)),
      m_back(button(tr("‹ Back"), u"K"_s)), m_next(button(tr("Next ›"), u"J"_s)),
      m_export(button(tr("Export…"), {}, KeyButton::Primary)), m_gauge(new ErrorGauge)
{
    setAccessibleName(tr("Answer"));
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(theme().px(14), theme().px(12), theme().px(14), theme().px(12));
    column->setSpacing(theme().px(6));
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_nothing, m_export, m_title, m_facts, m_column, m_question, m_card})
        column->addWidget(part);
    column->addStretch();
    auto* decisions = new QWidget;
    auto* below = new QVBoxLayout(decisions);
    below->setContentsMargins(theme().px(14), theme().px(8), theme().px(14), theme().px(8));
    below->setSpacing(theme().px(6));
    below->addLayout(rowOf({m_accept, m_edit, m_reject, m_save, m_cancel}));
    m_position->setAlignment(Qt::AlignCenter);
    below->addLayout(rowOf({m_back, m_position, m_next}));
    m_undoHint->setAlignment(Qt::AlignCenter);
    below->addWidget(m_undoHint);
    m_gauge->setContentsMargins(theme().px(14), theme().px(10), theme().px(14), theme().px(8));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(scrollPane(content, u"base"_s), 1);
    outer->addWidget(decisions);
    outer->addWidget(m_gauge);
    connect(m_accept, &QPushButton::clicked, this, &ReviewAnswer::accept);
    connect(m_edit, &QPushButton::clicked, this, &ReviewAnswer::edit);
    connect(m_reject, &QPushButton::clicked, this, &ReviewAnswer::reject);
    connect(m_save, &QPushButton::clicked, this, &ReviewAnswer::saveEdit);
    connect(m_cancel, &QPushButton::clicked, this, &ReviewAnswer::cancelEdit);
    connect(m_back, &QPushButton::clicked, this, [this] { Q_EMIT goRequested(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { Q_EMIT goRequested(1); });
    connect(m_export, &QPushButton::clicked, this, &ReviewAnswer::exportRequested);
    connect(m_card, &ReviewCard::quoteClicked, this, &ReviewAnswer::quoteClicked);
    setNothing({});
}

void ReviewAnswer::set(const Column& column, const PaperDetails* details, const QString& position)
{
    m_nothing->clear();
    m_position->setText(position);
    m_column->setText(u"%1 · %2"_s.arg(column.name, columnTypeWord(column)));
    m_question->setText(column.question);
    m_cell.reset();
    m_title->clear();
    m_facts->clear();
    if (details) {
        const Paper& paper = details->stored.paper;
        m_title->setText(paper.title.isEmpty() ? paper.ids.doi : paper.title);
        m_facts->setText(paperFacts(details->stored));
        const auto cell = std::ranges::find(details->record, column.id, &Cell::column);
        if (cell != details->record.cend())
            m_cell = *cell;
    }
    if (m_cell)
        m_card->setAnswer(column, *m_cell);
    refresh();
}

void ReviewAnswer::setRate(const QString& column, const ErrorRate& rate)
{
    m_gauge->set(column, rate);
}

void ReviewAnswer::setNothing(const QString& sentence)
{
    m_cell.reset();
    m_nothing->setText(sentence);
    refresh();
}

/** Shows what there is something to do with. */
void ReviewAnswer::refresh()
{
    const bool nothing = !m_nothing->text().isEmpty(), editing = isEditing();
    for (QWidget* part : std::initializer_list<QWidget*>{m_nothing, m_export})
        part->setVisible(nothing);
    for (QWidget* part : std::initializer_list<QWidget*>{m_title, m_facts, m_column, m_question})
        part->setVisible(!nothing);
    m_gauge->setVisible(!nothing && height() >= theme().px(leastWithGauge));
    for (QWidget* part : std::initializer_list<QWidget*>{m_back, m_next, m_position, m_undoHint})
        part->setVisible(!nothing && !editing);
    m_card->setVisible(m_cell.has_value());
    for (QWidget* part : std::initializer_list<QWidget*>{m_accept, m_edit, m_reject}) {
        part->setVisible(!nothing && !editing);
        part->setEnabled(m_cell.has_value());
    }
    for (QWidget* part : std::initializer_list<QWidget*>{m_save, m_cancel})
        part->setVisible(!nothing && editing);
}

void ReviewAnswer::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    refresh();
}

bool ReviewAnswer::isEditing() const
{
    return m_cell && m_card->isEditing();
}

void ReviewAnswer::accept()
{
    decide(Decision::Accepted);
}

void ReviewAnswer::reject()
{
    decide(Decision::Rejected);
}

void ReviewAnswer::decide(Decision decision)
{
    if (!m_cell || isEditing())
        return;
    Cell cell = *m_cell;
    cell.decision = decision;
    Q_EMIT decided(cell);
}

void ReviewAnswer::edit()
{
    if (!m_cell || isEditing())
        return;
    m_card->edit();
    refresh();
    Q_EMIT editing(true);
}

void ReviewAnswer::saveEdit()
{
    const std::optional<Cell> cell = m_card->edited();
    if (!cell)
        return;
    cancelEdit();
    Q_EMIT decided(*cell);
}

void ReviewAnswer::cancelEdit()
{
    m_card->cancelEdit();
    refresh();
    Q_EMIT editing(false);
}

} // namespace sheaf
