// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/column.h"
#include "pipeline/engine/snapshot.h"

#include <QFrame>

class QLabel;
class QVBoxLayout;

/** The pilot: what the papers that are read before the rest answer to one question, and what comes next. */
namespace sheaf {

class KeyButton;
class TypeAdviceBox;

inline constexpr int usualPilot = 3; ///< papers

struct PilotState
{
    int wanted = 0;         ///< papers; 0 = no pilot
    QVector<PaperRow> rows; ///< of those that were chosen
    bool over = false;      ///< all were read, the rest waits
    QString price;          ///< of a pilot that has not begun; empty = unknown
    bool canBegin = false;
    QString whyNot; ///< where it cannot
};

class PilotCard : public QFrame
{
    Q_OBJECT
public:
    explicit PilotCard(QWidget* parent = nullptr);
    void set(const PilotState& pilot, const Column& column);

Q_SIGNALS:
    void runRequested();
    void restRequested();
    void papersRequested();                            ///< other ones are to be chosen
    void changeRequested(const sheaf::Column& column); ///< of the column that is shown

private:
    void fill(const PilotState& pilot, const Column& column);

    QVBoxLayout* m_answers;
    QWidget* m_list = nullptr;
    KeyButton* m_papers;
    QLabel* m_proven;
    TypeAdviceBox* m_advice;
    KeyButton* m_run;
    KeyButton* m_rest;
};

} // namespace sheaf
