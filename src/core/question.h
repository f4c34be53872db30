// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/column.h"

#include <QHash>

/** Which question an answer answers: what tells whether a column has to be read again. Values; any thread. */
namespace sheaf {

/** What is asked and in which form, as a short stamp: the column's name and place do not change it. */
QString questionStamp(const Column& column);

/** Stands for the stamp of an answer that stays only until its question is answered again. */
inline constexpr QLatin1StringView AskedAgain("again");

/** Of one paper: column id → the stamp of the question that was answered; an empty stamp = not known. */
using AnsweredQuestions = QHash<QString, QString>;

/** The columns of a file, ready to be compared with the answers of many papers. */
class QuestionSet
{
public:
    QuestionSet() = default;
    explicit QuestionSet(const QVector<Column>& columns);

    const QVector<Column>& columns() const { return m_columns; }
    /** What a paper with these answers has yet to be asked. An answer to a question that is not known stands. */
    QVector<Column> unanswered(const AnsweredQuestions& answered) const;
    /** Columns that put another question than the column of the same id in `before`. */
    QStringList changedSince(const QuestionSet& before) const;

private:
    QVector<Column> m_columns;
    AnsweredQuestions m_stamps; ///< as if all were answered
};

} // namespace sheaf
