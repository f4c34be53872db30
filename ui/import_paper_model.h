// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/import.h"

#include <QAbstractTableModel>

/** The papers that one list gave, or the pairs that were joined, as a table to look through. Main thread. */
namespace sheaf {

class ImportPaperModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit ImportPaperModel(QObject* parent = nullptr);
    void showSource(const ImportPlan& plan, const QString& path);
    void showPairs(const ImportPlan& plan);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void replace(QStringList head, QVector<QStringList> rows);
    QStringList m_head;
    QVector<QStringList> m_rows;
};

} // namespace sheaf
