// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/import/import.h"

#include <QAbstractTableModel>

/** The dropped PDFs and the papers they belong to, unsure ones first. Main thread. */
namespace sheaf {

class ImportPdfModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        File,
        PaperTitle,
        MatchedBy,
        Same,
        ColumnCount
    };
    enum Role
    {
        AsksRole = Qt::UserRole + 1, ///< the user is to say yes or no
        PathRole,
        ToneRole ///< "accent", "dim", "red", "amber"
    };
    explicit ImportPdfModel(QObject* parent = nullptr);
    void set(const std::shared_ptr<const ImportPlan>& plan);
    int unsure() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString verdict(const ImportPdf& pdf) const;
    QString tone(const ImportPdf& pdf) const;
    std::shared_ptr<const ImportPlan> m_plan;
    QVector<int> m_order;
};

} // namespace sheaf
