// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/import/import.h"

#include <QAbstractTableModel>

/** What a list held that could not be taken as it stood: file, line, what, and what was done about it. Main thread. */
namespace sheaf {

class ImportWarningModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        File,
        Line,
        What,
        Remedy,
        ColumnCount
    };
    explicit ImportWarningModel(QObject* parent = nullptr);
    void set(const QVector<ImportWarning>& warnings);
    const ImportWarning& warning(int row) const { return m_warnings.at(row); }
    QString asText() const; ///< one warning a line, tab-separated

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVector<ImportWarning> m_warnings;
};

} // namespace sheaf
