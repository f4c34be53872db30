// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

#include <QAbstractTableModel>

/** The calls to readers of one file, the newest first, with what each used and cost. */
namespace sheaf {

class LedgerModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        When,
        Reader,
        What,
        TokensIn,
        TokensOut,
        Cost,
        Outcome,
        ColumnCount
    };
    explicit LedgerModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
    void set(const QVector<CallRecord>& calls);
    const CallRecord& call(int row) const { return m_calls.at(row); }
    /** "Spent $0.62 in 31 calls; $0.20 in calls that are out." */
    QString sums() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const CallRecord& call, int column) const;
    QVector<CallRecord> m_calls;
};

} // namespace sheaf
