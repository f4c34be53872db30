// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/column_set.h"
#include "pipeline/read/price.h"

#include "pipeline/engine/snapshot.h"

#include <QHash>
#include <QObject>
#include <QTimer>

/** From the open file's questions to changed ones: asks the engine for the price of each edit, applies, undoes, and
 * loads, shares and saves sets. */
namespace sheaf {

class ColumnsView;
class PaperModel;
class Session;
class UndoBar;

class ColumnsFlow : public QObject
{
    Q_OBJECT
public:
    ColumnsFlow(Session* session, const PaperModel* papers, ColumnsView* view, UndoBar* undo, QWidget* window);

    void begin();
    void end();
    bool isActive() const { return m_active; }

Q_SIGNALS:
    void entered();
    void left();

private:
    void apply();
    void askPrice();
    void showPrice();
    void keepPilot(const Snapshot& snapshot);
    void showPilot();
    QString whyNoPilot(const Snapshot& last) const;
    void showOffer();
    void runPilot();
    void askForPilotPapers();
    void choosePilotPapers(const QVector<PaperId>& papers);
    void readRest();
    void load();
    void share();
    void save();
    ColumnSet edited(const QString& name) const;

    Session* m_session;
    const PaperModel* m_papers;
    ColumnsView* m_view;
    UndoBar* m_undo;
    QWidget* m_window;
    QTimer m_asking; ///< an edit is often followed by another
    PriceAnswer m_price, m_proposalPrice;
    bool m_priceTold = false; ///< m_price is the answer to the last question
    QHash<PaperId, PaperRow> m_pilotRows;
    bool m_active = false;
};

} // namespace sheaf
