// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/closest_passage.h"
#include "core/column.h"
#include "core/record.h"

#include <QFrame>
#include <QHash>

class QLabel;
class QPlainTextEdit;
class QVBoxLayout;

/** A reader's answer to one question with its quotes, and the form in which a person corrects it. */
namespace sheaf {

class ReviewCard : public QFrame
{
    Q_OBJECT
public:
    explicit ReviewCard(QWidget* parent = nullptr);

    /** What of the paper is like a quote that was not found, by the quote's text. */
    using Closest = QHash<QString, ClosestPassage>;
    void setAnswer(const Column& column, const Cell& cell, const Closest& closest);
    /** Which of two readers' answers it is; 0 = there is only one. */
    void setNumber(int number);
    /** Of two cards, the one that keys and buttons are about. */
    void setChosen(bool chosen);
    void edit();
    void cancelEdit();
    bool isEditing() const { return m_editing; }
    /** While editing: these words become the quote. */
    void quote(const QString& words);
    /** What was typed, decided as edited; nothing (and the card says why) where it is no value of the column. */
    std::optional<Cell> edited();

Q_SIGNALS:
    void quoteClicked(const sheaf::Quote& quote);
    void clicked();

protected:
    void mousePressEvent(QMouseEvent* event) override;

private:
    void fill();
    void addHead(QVBoxLayout* rows);
    void sayWhatItIs();
    void addAnswer(QVBoxLayout* rows);
    void addClosest(QVBoxLayout* rows, const Quote& quote);
    void addForm(QVBoxLayout* rows);

    Column m_column;
    Cell m_cell;
    Closest m_closest;
    QWidget* m_content = nullptr;
    QPlainTextEdit* m_value = nullptr; ///< of the form, while editing
    QPlainTextEdit* m_quotes = nullptr;
    QLabel* m_problem = nullptr;
    bool m_editing = false;
    int m_number = 0;
    bool m_chosen = false;
};

} // namespace sheaf
