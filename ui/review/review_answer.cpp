// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/review_answer.h"

#include "ui/columns/column_model.h"
#include "ui/controls/key_button.h"
#include "ui/controls/labels.h"
#include "ui/controls/section_pane.h"
#include "ui/look/theme.h"
#include "ui/papers/row_words.h"
#include "ui/review/error_gauge.h"
#include "ui/review/review_card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>

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
      m_undoHint(wrappedLabel({}, FontRole::Secondary, u"dim"_s)), m_cards{new ReviewCard, new ReviewCard},
      m_accept(button(tr("Accept"), u"A"_s, KeyButton::Primary)), m_edit(button(tr("Edit"), u"E"_s)),
      m_reject(button(tr("Reject"), u"R"_s)), m_save(button(tr("Save"), u"Ctrl+↵"_s, KeyButton::Primary)),
      m_cancel(button(tr("Cancel"), u"Esc"_s)), m_back(button(tr("‹ Back"), u"K"_s)),
      m_next(button(tr("Next ›"), u"J"_s)), m_export(button(tr("Export…"), {}, KeyButton::Primary)),
      m_gauge(new ErrorGauge)
{
    setAccessibleName(tr("Answer"));
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(theme().px(14), theme().px(12), theme().px(14), theme().px(12));
    column->setSpacing(theme().px(6));
    for (QWidget* part : std::initializer_list<QWidget*>{m_nothing, m_export, m_title, m_facts, m_column, m_question,
                                                         m_cards[0], m_cards[1]})
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
    m_scroll = scrollPane(content, u"base"_s);
    outer->addWidget(m_scroll, 1);
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
    for (const ReaderRole reader : {ReaderRole::First, ReaderRole::Second}) {
        ReviewCard* card = m_cards[std::size_t(reader)];
        connect(card, &ReviewCard::clicked, this, [this, reader] { choose(reader); });
        connect(card, &ReviewCard::quoteClicked, this, [this, reader](const Quote& quote) {
            choose(reader);
            Q_EMIT quoteClicked(quote);
        });
    }
    setNothing({});
}

void ReviewAnswer::set(const Column& column, const PaperDetails* details, const QString& position)
{
    const auto before = m_place;
    m_nothing->clear();
    m_position->setText(position);
    m_column->setText(u"%1 · %2"_s.arg(column.name, columnTypeWord(column)));
    m_question->setText(column.question);
    m_cell.reset();
    m_answers.clear();
    m_title->clear();
    m_facts->clear();
    if (details) {
        const Paper& paper = details->stored.paper;
        m_title->setText(paper.title.isEmpty() ? paper.ids.doi : paper.title);
        m_facts->setText(paperFacts(details->stored));
        take(column, *details);
    }
    for (auto it = m_answers.cbegin(); it != m_answers.cend(); ++it) {
        ReviewCard* card = m_cards[std::size_t(it.key())];
        card->setNumber(hasTwo() ? int(it.key()) + 1 : 0);
        card->setAnswer(column, *it, details->closest);
    }
    refresh();
    if (hasTwo() && m_place != before)
        showChosen();
}

/** The readers' own answers; what the user decided about one of them in its place. */
void ReviewAnswer::take(const Column& column, const PaperDetails& details)
{
    const auto cellIn = [&column](const Record& record) {
        const auto cell = std::ranges::find(record, column.id, &Cell::column);
        return cell == record.cend() ? std::optional<Cell>() : *cell;
    };
    m_answers.clear();
    m_cell = cellIn(details.record);
    if (!m_cell)
        return;
    const auto first = cellIn(details.first), second = cellIn(details.second);
    if (first && second)
        m_answers = {{ReaderRole::First, *first}, {ReaderRole::Second, *second}};
    const bool decided = m_cell->decision != Decision::None;
    if (m_answers.isEmpty() || decided)
        m_answers[hasTwo() ? m_cell->reader : ReaderRole::First] = *m_cell;
    const std::pair place{details.stored.paper.id, column.id};
    if (std::exchange(m_place, place) != place || !m_answers.contains(m_chosen))
        m_chosen = decided && hasTwo() ? m_cell->reader : firstChoice();
}

/** The second reader's only where it is proven and the first one's is not. */
ReaderRole ReviewAnswer::firstChoice() const
{
    const Cell* second = answer(ReaderRole::Second);
    const bool better = second && cellState(*second) == CellState::Proven &&
                        cellState(m_answers.value(ReaderRole::First)) != CellState::Proven;
    return better ? ReaderRole::Second : ReaderRole::First;
}

const Cell* ReviewAnswer::answer(ReaderRole reader) const
{
    const auto found = m_answers.constFind(reader);
    return found == m_answers.cend() ? nullptr : &*found;
}

void ReviewAnswer::choose(ReaderRole reader)
{
    if (!hasTwo() || isEditing() || m_chosen == reader)
        return;
    m_chosen = reader;
    refresh();
    showChosen();
    Q_EMIT chosenChanged();
}

/** Two long answers do not fit into a low window: the chosen one is to be seen, once it is laid out. */
void ReviewAnswer::showChosen()
{
    QMetaObject::invokeMethod(
        this, [this] { m_scroll->ensureWidgetVisible(card(), 0, theme().px(8)); }, Qt::QueuedConnection);
}

void ReviewAnswer::setRate(const Column& column, const ErrorRate& rate, const AgreementTally& agreement)
{
    m_gauge->set(column, rate, agreement);
}

void ReviewAnswer::setNothing(const QString& sentence)
{
    m_cell.reset();
    m_answers.clear();
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
    for (const ReaderRole reader : {ReaderRole::First, ReaderRole::Second}) {
        m_cards[std::size_t(reader)]->setVisible(m_answers.contains(reader));
        m_cards[std::size_t(reader)]->setChosen(hasTwo() && reader == m_chosen);
    }
    m_accept->setText(hasTwo() ? tr("Accept %1").arg(int(m_chosen) + 1) : tr("Accept"));
    m_reject->setText(hasTwo() ? tr("Both wrong") : tr("Reject"));
    m_undoHint->setText(hasTwo() ? tr("1 and 2 choose · Z undo · Space zooms") : tr("Z undo · Space zooms the page"));
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
    return m_cell && card()->isEditing();
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
    if (!answer(m_chosen) || isEditing())
        return;
    Cell cell = *answer(m_chosen);
    cell.decision = decision;
    Q_EMIT decided(cell);
}

void ReviewAnswer::edit()
{
    if (!m_cell || isEditing())
        return;
    card()->edit();
    refresh();
    Q_EMIT editing(true);
}

void ReviewAnswer::saveEdit()
{
    const std::optional<Cell> cell = card()->edited();
    if (!cell)
        return;
    cancelEdit();
    Q_EMIT decided(*cell);
}

void ReviewAnswer::cancelEdit()
{
    card()->cancelEdit();
    refresh();
    Q_EMIT editing(false);
}

} // namespace sheaf
