// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/column.h"
#include "core/error_rate.h"
#include "pipeline/details.h"

#include <QWidget>

class QLabel;

/** The right pane of a review: the paper, the question, the answer, what can be decided about it, and how sure the
 * column is so far. */
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
    void setRate(const QString& column, const ErrorRate& rate);
    /** Instead of an answer: that all is decided, or that there is nothing to check yet. */
    void setNothing(const QString& sentence);

    void accept();
    void reject();
    void edit();
    void saveEdit();
    void cancelEdit();
    bool isEditing() const;
    ReviewCard* card() const { return m_card; }
    const Cell* cell() const { return m_cell ? &*m_cell : nullptr; }

Q_SIGNALS:
    void decided(const sheaf::Cell& cell);
    void editing(bool on);
    void quoteClicked(const sheaf::Quote& quote);
    void goRequested(int by);
    void exportRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void decide(Decision decision);
    void refresh();

    std::optional<Cell> m_cell;
    QLabel *m_title, *m_facts, *m_column, *m_question, *m_nothing, *m_position, *m_undoHint;
    ReviewCard* m_card;
    KeyButton *m_accept, *m_edit, *m_reject, *m_save, *m_cancel, *m_back, *m_next, *m_export;
    ErrorGauge* m_gauge;
};

} // namespace sheaf
