// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/column_set.h"
#include "pipeline/engine/snapshot.h"
#include "pipeline/read/price.h"
#include "ui/columns/pilot_card.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

/** The Columns mode: sets at the left, the questions in the middle, the chosen one's form and the price of the change
 * at the right. Nothing is read before Apply. */
namespace sheaf {

class ColumnModel;
class ColumnTable;
class KeyButton;
class PriceCard;
class ProposalList;
class SetList;

class ColumnsView : public QWidget
{
    Q_OBJECT
public:
    explicit ColumnsView(QWidget* parent = nullptr);

    ColumnModel* columns() const { return m_columns; }
    ColumnTable* table() const { return m_table; }
    ProposalList* proposals() const { return m_proposals; }
    void setOwnSets(const QVector<ColumnSet>& sets);
    void setPrice(const PriceAnswer& answer, const StripState& strip);
    void setPilot(const PilotState& pilot);
    /** Why something could not be done, or what was done. */
    void say(const QString& text);
    QList<QWidget*> panes() const;

Q_SIGNALS:
    void applyRequested();
    void closeRequested();
    void loadRequested();
    void shareRequested();
    void saveRequested();
    void priceWanted();
    void pilotRequested();
    void restRequested();
    void pilotPapersRequested(); ///< other ones are to be chosen
    void capRequested();         ///< to be changed: the price does not fit under it

private:
    QWidget* modeBar();
    QWidget* left();
    QWidget* centre();
    QWidget* right();
    void addKeys();
    void fillSets();
    void addSet(int row);
    void goBack();
    void showChosen();
    void takeForm();
    void showPilotPaper();
    void choosePilotPaper(const QPoint& at);
    void refresh();

    ColumnModel* m_columns;
    ColumnTable* m_table;
    struct Place
    {
        QString id; ///< of the column
        int row = 0, section = 0;
    };
    Place m_place; ///< what was chosen before all columns were replaced
    SetList* m_sets;
    QVector<ColumnSet> m_ready, m_own;
    QLabel* m_title;
    QLabel* m_about;
    QLabel* m_unitLabel;
    QLineEdit* m_unit;
    QLabel* m_choicesLabel;
    QPlainTextEdit* m_choices;
    QLabel* m_said;
    QLabel* m_pilotHead;
    ProposalList* m_proposals;
    PilotCard* m_pilotCard;
    PilotState m_pilot;
    PaperId m_pilotPaper = 0; ///< whose answers stand beside the questions
    PriceCard* m_price;
    KeyButton* m_duplicate;
    KeyButton* m_remove;
    KeyButton* m_undo;
    KeyButton* m_apply;
    KeyButton* m_cap;
    bool m_overCap = false;
    bool m_filling = false; ///< the form is being filled, not edited
};

} // namespace sheaf
