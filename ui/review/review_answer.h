// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement.h"
#include "core/column.h"
#include "core/error_rate.h"
#include "pipeline/engine/details.h"

#include <QMap>
#include <QWidget>

#include <array>

class QLabel;
class QScrollArea;

/** The right pane of a review: the paper, the question, the answer, or both readers' answers of which one is chosen,
 * what can be decided, and how sure the column is so far. */
namespace sheaf {

class ErrorGauge;
class KeyButton;
class ReviewCard;

class ReviewAnswer : public QWidget
{
    Q_OBJECT
public:
    explicit ReviewAnswer(QWidget* parent = nullptr);

    /** Null = it is being read. */
    void set(const Column& column, const PaperDetails* details, const QString& position);
    void setRate(const Column& column, const ErrorRate& rate, const AgreementTally& agreement);
    /** Instead of an answer: that all is decided, or that there is nothing to check yet. */
    void setNothing(const QString& sentence);

    /** Of two answers; nothing where there is one. */
    void choose(ReaderRole reader);
    void accept();
    void reject();
    void edit();
    void saveEdit();
    void cancelEdit();
    bool isEditing() const;
    bool hasTwo() const { return m_answers.size() > 1; }
    ReaderRole chosen() const { return m_chosen; }
    /** The chosen card. */
    ReviewCard* card() const { return m_cards[std::size_t(m_chosen)]; }
    /** What is in the file now, decided or not. */
    const Cell* cell() const { return m_cell ? &*m_cell : nullptr; }
    /** What a reader answered, or what the user made of it; null = nothing. */
    const Cell* answer(ReaderRole reader) const;

Q_SIGNALS:
    void decided(const sheaf::Cell& cell);
    void editing(bool on);
    void quoteClicked(const sheaf::Quote& quote); ///< of the chosen card
    void chosenChanged();
    void goRequested(int by);
    void exportRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void take(const Column& column, const PaperDetails& details);
    ReaderRole firstChoice() const;
    void decide(Decision decision);
    void showChosen();
    void refresh();

    std::optional<Cell> m_cell;
    QMap<ReaderRole, Cell> m_answers;
    ReaderRole m_chosen = ReaderRole::First;
    std::pair<PaperId, QString> m_place; ///< what was shown last: its choice stays
    QLabel *m_title, *m_facts, *m_column, *m_question, *m_nothing, *m_position, *m_undoHint;
    std::array<ReviewCard*, 2> m_cards; ///< by reader
    QScrollArea* m_scroll = nullptr;
    KeyButton *m_accept, *m_edit, *m_reject, *m_save, *m_cancel, *m_back, *m_next, *m_export;
    ErrorGauge* m_gauge;
};

} // namespace sheaf
