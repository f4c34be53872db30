// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/columns/pilot_card.h"

#include "ui/columns/type_advice_box.h"
#include "ui/controls/elided_label.h"
#include "ui/controls/key_button.h"
#include "ui/controls/labels.h"
#include "ui/look/theme.h"
#include "ui/papers/row_words.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** A pilot paper's line: its title, and the state of its answer at the right. */
QWidget* headOf(const PaperRow& row, const QString& state, const QString& tone)
{
    auto* head = new QWidget;
    auto* line = new QHBoxLayout(head);
    line->setContentsMargins(0, 0, 0, 0);
    auto* title = new ElidedLabel(row.title);
    title->setFont(theme().font(FontRole::Secondary));
    title->setProperty("tone", u"dim"_s);
    line->addWidget(title, 1);
    line->addWidget(textLabel(state, FontRole::Secondary, tone));
    return head;
}

/** Short answers stand out; of a long one its beginning, so that three papers and the buttons are in sight. */
QLabel* answerLabel(const QString& text, const QString& tone)
{
    constexpr qsizetype shortText = 60, mostShown = 180;
    const QString shown = text.size() > mostShown ? text.left(mostShown).trimmed() + u'…' : text;
    QLabel* label = wrappedLabel(shown, text.size() <= shortText ? FontRole::Strong : FontRole::TwoLine, tone);
    label->setToolTip(shown == text ? QString() : text);
    return label;
}

/** Of the papers that say something. */
QStringList answersOf(const QVector<PaperRow>& rows, const QString& column)
{
    QStringList answers;
    for (const PaperRow& row : rows)
        if (const QString value = row.values.value(column); !value.isEmpty())
            answers.append(value);
    return answers;
}

/** Of the answers that have a quote; empty where none has. */
QString provenWords(const QVector<PaperRow>& rows, const QString& column)
{
    int proven = 0, quotes = 0;
    for (const PaperRow& row : rows) {
        const CellState state = row.cellStates.value(column, CellState::Empty);
        proven += state == CellState::Proven;
        quotes += state == CellState::Proven || state == CellState::Near || state == CellState::NotFound;
    }
    return quotes > 0 ? PilotCard::tr("%1 of %n quotes proven", nullptr, quotes).arg(proven) : QString();
}

QString toneOf(CellState state)
{
    switch (state) {
    case CellState::Proven:
        return u"accent"_s;
    case CellState::Near:
        return u"amber"_s;
    case CellState::NotFound:
        return u"red"_s;
    case CellState::NoQuote:
    case CellState::Empty:
        break;
    }
    return u"dim"_s;
}

} // namespace

PilotCard::PilotCard(QWidget* parent)
    : QFrame(parent), m_answers(new QVBoxLayout), m_papers(new KeyButton(tr("Other papers…"), KeyButton::Link)),
      m_proven(textLabel({}, FontRole::Secondary, u"dim"_s)), m_advice(new TypeAdviceBox),
      m_run(new KeyButton(tr("Run pilot"))), m_rest(new KeyButton(tr("Read the rest"), KeyButton::Primary))
{
    setAccessibleName(tr("Pilot"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(8));
    column->addLayout(m_answers);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_papers);
    foot->addStretch();
    foot->addWidget(m_proven);
    column->addLayout(foot);
    column->addWidget(m_advice);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_run);
    buttons->addWidget(m_rest);
    buttons->addStretch();
    column->addLayout(buttons);
    connect(m_papers, &QPushButton::clicked, this, &PilotCard::papersRequested);
    connect(m_advice, &TypeAdviceBox::changeRequested, this, &PilotCard::changeRequested);
    connect(m_run, &QPushButton::clicked, this, &PilotCard::runRequested);
    connect(m_rest, &QPushButton::clicked, this, &PilotCard::restRequested);
    set({}, {});
}

void PilotCard::set(const PilotState& pilot, const Column& column)
{
    fill(pilot, column);
    m_papers->setVisible(pilot.wanted > 0 && !pilot.rows.isEmpty());
    m_proven->setText(provenWords(pilot.rows, column.id));
    m_proven->setVisible(!m_proven->text().isEmpty());
    m_advice->set(adviseType(column, answersOf(pilot.rows, column.id)));
    m_run->setVisible(pilot.wanted == 0);
    m_run->setEnabled(pilot.canBegin);
    m_run->setToolTip(pilot.whyNot);
    m_run->setAccessibleDescription(pilot.whyNot);
    m_run->setText(pilot.price.isEmpty() ? tr("Run pilot") : tr("Run pilot, %1").arg(pilot.price));
    m_rest->setVisible(pilot.wanted > 0);
    m_rest->setText(pilot.over ? tr("Read the rest") : tr("Read all at once"));
}

void PilotCard::fill(const PilotState& pilot, const Column& column)
{
    delete m_list;
    m_list = new QWidget;
    auto* lines = new QVBoxLayout(m_list);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(theme().px(4));
    if (pilot.rows.isEmpty()) {
        const QString what = pilot.wanted > 0
                                 ? tr("Three papers as unlike as there are will be read as soon as they are converted.")
                                 : tr("Reads three papers, as unlike as there are, and waits for you before the rest.");
        lines->addWidget(wrappedLabel(what, FontRole::Dense, u"dim"_s));
        if (pilot.wanted == 0 && !pilot.whyNot.isEmpty())
            lines->addWidget(wrappedLabel(pilot.whyNot, FontRole::Dense));
    }
    for (const PaperRow& row : pilot.rows) {
        const auto state = row.cellStates.constFind(column.id);
        const bool read = state != row.cellStates.cend();
        lines->addWidget(headOf(row, read ? u"%1 %2"_s.arg(cellSign(*state), cellWord(*state)) : QString(),
                                read ? toneOf(*state) : u"dim"_s));
        const QString value = row.values.value(column.id);
        const QString instead = row.failure ? row.failure->message : read ? tr("Not stated") : tr("not read yet");
        lines->addWidget(answerLabel(value.isEmpty() ? instead : value, value.isEmpty() ? u"dim"_s : QString()));
    }
    m_answers->addWidget(m_list);
}

} // namespace sheaf
