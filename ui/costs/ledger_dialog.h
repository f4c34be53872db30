// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

#include <QDialog>

class QLabel;

/** What every call to a reader used and cost, kept up while a run goes on. Not modal; deletes itself. */
namespace sheaf {

class LedgerModel;
class Session;

class LedgerDialog : public QDialog
{
    Q_OBJECT
public:
    explicit LedgerDialog(Session* session, QWidget* parent);
    LedgerModel* calls() const { return m_calls; }

private:
    void load();
    void showCalls(const QVector<CallRecord>& calls);

    Session* m_session;
    LedgerModel* m_calls;
    QLabel* m_sums;
    double m_shownUsd = -1; ///< spent and committed when it was last read
    bool m_loading = false;
};

} // namespace sheaf
