// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/import/import.h"

#include <QAbstractTableModel>

/** The papers that one list gave, or the pairs that were joined, as a table to look through; a row's words are made
 * when it is shown, as a list may hold tens of thousands. Main thread. */
namespace sheaf {

class ImportPaperModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit ImportPaperModel(QObject* parent = nullptr);
    void showSource(const std::shared_ptr<const ImportPlan>& plan, const QString& path);
    void showPairs(const std::shared_ptr<const ImportPlan>& plan);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void show(const std::shared_ptr<const ImportPlan>& plan, QStringList head, QVector<int> rows);
    QString paperText(int paper, int column) const;
    QString pairText(const ImportDuplicate& pair, int column) const;

    std::shared_ptr<const ImportPlan> m_plan;
    QStringList m_head;
    QVector<int> m_rows;            ///< into the plan's papers, or into its duplicates
    QHash<int, ImportFill> m_fills; ///< by paper
    bool m_pairs = false;
};

} // namespace sheaf
