// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/review_card.h"

#include "core/units.h"
#include "ui/controls/labels.h"
#include "ui/look/theme.h"
#include "ui/paper/reader_badge.h"
#include "ui/papers/row_words.h"
#include "ui/review/review_model.h"
#include "ui/review/review_quote.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

QString toneOf(const Cell& cell)
{
    const CellState state = cellState(cell);
    return state == CellState::Proven     ? u"accent"_s
           : state == CellState::NotFound ? u"red"_s
           : state == CellState::Empty    ? u"dim"_s
                                          : u"amber"_s;
}

QHBoxLayout* pair(QWidget* left, QWidget* right)
{
    auto* row = new QHBoxLayout;
    row->addWidget(left, 1);
    row->addWidget(right);
    return row;
}

QString typeHint(const Column& column)
{
    switch (column.type) {
    case ColumnType::Number:
        return column.unit.isEmpty() ? ReviewCard::tr("a number") : ReviewCard::tr("a number, in %1").arg(column.unit);
    case ColumnType::YesNo:
        return ReviewCard::tr("“%1” or “%2”").arg(valueWords(true), valueWords(false));
    case ColumnType::OneOf:
        return ReviewCard::tr("one of: %1").arg(column.choices.join(u", "_s));
    case ColumnType::SeveralOf:
        return ReviewCard::tr("one a line, of: %1").arg(column.choices.join(u", "_s));
    case ColumnType::List:
        return ReviewCard::tr("one entry a line");
    case ColumnType::Text:
    case ColumnType::Date:
        break;
    }
    return {};
}

QPlainTextEdit* field(const QString& name, const QString& text, int height)
{
    auto* edit = new QPlainTextEdit(text);
    edit->setAccessibleName(name);
    edit->setProperty("edge", u"card"_s);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(theme().px(height));
    return edit;
}

} // namespace

ReviewCard::ReviewCard(QWidget* parent) : QFrame(parent)
{
    setProperty("edge", u"card"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme().px(11), theme().px(9), theme().px(11), theme().px(10));
    fill();
}

void ReviewCard::setAnswer(const Column& column, const Cell& cell, const Closest& closest)
{
    if (m_editing && cell.column == m_cell.column && column.id == m_column.id)
        return; // what is being typed is not taken away by news of the paper
    m_column = column;
    m_cell = cell;
    m_closest = closest;
    m_editing = false;
    fill();
}

void ReviewCard::setNumber(int number)
{
    if (std::exchange(m_number, number) != number && !m_editing)
        fill();
}

void ReviewCard::setChosen(bool chosen)
{
    m_chosen = chosen;
    setProperty("edge", chosen ? u"chosen"_s : u"card"_s);
    style()->unpolish(this);
    style()->polish(this);
    sayWhatItIs();
}

void ReviewCard::sayWhatItIs()
{
    QStringList parts;
    if (m_number)
        parts += m_number == 1 ? tr("First reader") : tr("Second reader");
    parts += valueWords(m_cell.value).isEmpty() ? tr("The paper does not say.") : valueWords(m_cell.value);
    parts += m_cell.decision == Decision::None ? cellWord(cellState(m_cell)) : decisionWord(m_cell.decision);
    if (m_chosen)
        parts += tr("chosen");
    parts.removeAll(QString());
    setAccessibleName(parts.join(u", "_s));
}

void ReviewCard::mousePressEvent(QMouseEvent* event)
{
    QFrame::mousePressEvent(event);
    Q_EMIT clicked();
}

void ReviewCard::edit()
{
    m_editing = true;
    fill();
    m_value->setFocus();
    m_value->selectAll();
}

void ReviewCard::cancelEdit()
{
    m_editing = false;
    fill();
}

void ReviewCard::fill()
{
    delete m_content;
    m_content = new QWidget;
    m_value = m_quotes = nullptr;
    m_problem = nullptr;
    auto* rows = new QVBoxLayout(m_content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(theme().px(6));
    if (m_editing)
        addForm(rows);
    else if (!m_cell.column.isEmpty())
        addAnswer(rows);
    layout()->addWidget(m_content);
    sayWhatItIs();
}

/** Who answered, and how it stands. */
void ReviewCard::addHead(QVBoxLayout* rows)
{
    const CellState state = cellState(m_cell);
    const bool decided = m_cell.decision != Decision::None;
    auto* word = textLabel(decided ? decisionWord(m_cell.decision) : u"%1 %2"_s.arg(cellSign(state), cellWord(state)),
                           FontRole::TwoLine, decided ? u"accent"_s : toneOf(m_cell));
    if (m_number == 0) {
        rows->addLayout(pair(textLabel(m_cell.model.isEmpty() ? tr("Reader") : m_cell.model, FontRole::Dense), word));
        return;
    }
    auto* row = pair(textLabel(m_number == 1 ? tr("First reader") : tr("Second reader"), FontRole::Dense), word);
    row->insertWidget(0, new ReaderBadge(m_number));
    rows->addLayout(row);
}

void ReviewCard::addAnswer(QVBoxLayout* rows)
{
    addHead(rows);
    const QString value = valueWords(m_cell.value);
    auto* shown = wrappedLabel(value.isEmpty() ? tr("The paper does not say.") : value,
                               value.size() <= (m_number ? 24 : 60) ? FontRole::Value : FontRole::Body);
    shown->setTextInteractionFlags(Qt::TextSelectableByMouse);
    rows->addWidget(shown);
    const QString prompt = m_cell.promptHash.isEmpty() ? QString() : tr("prompt %1").arg(m_cell.promptHash.left(4));
    for (const Quote& quote : m_cell.quotes) {
        auto* words = new ReviewQuote(quote);
        connect(words, &QAbstractButton::clicked, this, [this, quote] { Q_EMIT quoteClicked(quote); });
        rows->addWidget(words);
        const bool last = &quote == &m_cell.quotes.constLast();
        rows->addLayout(pair(wrappedLabel(quotePlace(quote), FontRole::Secondary, u"dim"_s),
                             textLabel(last ? prompt : QString(), FontRole::Secondary, u"dim"_s)));
        if (quote.state == QuoteState::NotFound)
            addClosest(rows, quote);
    }
    if (m_cell.quotes.isEmpty() && cellState(m_cell) != CellState::Empty)
        rows->addLayout(pair(wrappedLabel(tr("The reader gave no quote."), FontRole::Secondary, u"amber"_s),
                             textLabel(prompt, FontRole::Secondary, u"dim"_s)));
    QStringList facts;
    if (m_number && !m_cell.model.isEmpty())
        facts += m_cell.model;
    if (m_cell.answeredAt.isValid())
        facts += QLocale().toString(m_cell.answeredAt.toLocalTime(), QLocale::ShortFormat);
    rows->addLayout(pair(wrappedLabel(facts.join(u" · "_s), FontRole::Secondary, u"dim"_s),
                         textLabel(formatUsd(m_cell.costUsd), FontRole::Secondary, u"dim"_s)));
}

/** What the reader may have meant; said to be no proof, and without marks on the page. */
void ReviewCard::addClosest(QVBoxLayout* rows, const Quote& quote)
{
    const auto closest = m_closest.constFind(quote.text);
    if (closest == m_closest.cend()) {
        rows->addWidget(wrappedLabel(tr("Nothing in the paper is like it."), FontRole::Secondary, u"dim"_s));
        return;
    }
    auto* passage = new ReviewQuote(Quote{.text = u"… %1 …"_s.arg(closest->text)});
    passage->setToolTip(tr("The passage that has the most of the quote's words. It proves nothing."));
    passage->setAccessibleName(tr("Closest, not proof: %1").arg(closest->text));
    connect(passage, &QAbstractButton::clicked, this,
            [this, page = closest->page] { Q_EMIT quoteClicked(Quote{.page = page}); });
    rows->addLayout(
        pair(textLabel(tr("Closest, not proof"), FontRole::Section, u"amber"_s),
             textLabel(closest->page ? tr("p. %1").arg(closest->page) : QString(), FontRole::Secondary, u"dim"_s)));
    rows->addWidget(passage);
}

void ReviewCard::addForm(QVBoxLayout* rows)
{
    rows->addWidget(textLabel(tr("Value"), FontRole::Section, u"dim"_s));
    const bool longValue = m_column.type == ColumnType::Text || m_column.type == ColumnType::List ||
                           m_column.type == ColumnType::SeveralOf;
    m_value = field(tr("Value"), valueWords(m_cell.value), longValue ? 110 : 32);
    rows->addWidget(m_value);
    if (const QString hint = typeHint(m_column); !hint.isEmpty())
        rows->addWidget(wrappedLabel(hint, FontRole::Secondary, u"dim"_s));
    rows->addWidget(textLabel(tr("Quotes, an empty line between two"), FontRole::Section, u"dim"_s));
    QStringList quotes;
    for (const Quote& quote : m_cell.quotes)
        quotes += quote.text.simplified();
    m_quotes = field(tr("Quotes"), quotes.join(u"\n\n"_s), 130);
    rows->addWidget(m_quotes);
    rows->addWidget(
        wrappedLabel(tr("Words that you select in the markdown become the quote; all are looked up on the page again."),
                     FontRole::Secondary, u"dim"_s));
    m_problem = wrappedLabel({}, FontRole::Secondary, u"red"_s);
    m_problem->hide();
    rows->addWidget(m_problem);
}

void ReviewCard::quote(const QString& words)
{
    if (m_quotes && !words.trimmed().isEmpty())
        m_quotes->setPlainText(words.simplified());
}

std::optional<Cell> ReviewCard::edited()
{
    if (!m_editing)
        return std::nullopt;
    const auto value = valueFromWords(m_value->toPlainText(), m_column);
    if (!value) {
        m_problem->setText(tr("This is no value of the column: %1.").arg(typeHint(m_column)));
        m_problem->show();
        m_value->setFocus();
        return std::nullopt;
    }
    Cell cell = m_cell;
    cell.correctsProven =
        m_cell.decision == Decision::Edited ? m_cell.correctsProven : cellState(m_cell) == CellState::Proven;
    cell.value = *value;
    cell.decision = Decision::Edited;
    cell.quotes.clear();
    static const QRegularExpression emptyLine(u"\\n\\s*\\n"_s);
    for (const QString& text : m_quotes->toPlainText().split(emptyLine, Qt::SkipEmptyParts)) {
        const QString words = text.simplified();
        const auto kept = std::ranges::find(m_cell.quotes, words, [](const Quote& q) { return q.text.simplified(); });
        if (kept != m_cell.quotes.cend())
            cell.quotes.append(*kept);
        else if (!words.isEmpty())
            cell.quotes.append(Quote{.text = words});
    }
    return cell;
}

} // namespace sheaf
