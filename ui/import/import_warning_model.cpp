// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_warning_model.h"

#include <QFileInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace sheaf {

ImportWarningModel::ImportWarningModel(QObject* parent) : QAbstractTableModel(parent) {}

void ImportWarningModel::set(const QVector<ImportWarning>& warnings)
{
    beginResetModel();
    m_warnings = warnings;
    endResetModel();
}

QString ImportWarningModel::asText() const
{
    QString text;
    for (const ImportWarning& warning : m_warnings)
        text += QStringList{warning.file, QString::number(warning.line), warning.message, warning.remedy}.join(u'\t') +
                u'\n';
    return text;
}

int ImportWarningModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_warnings.size());
}

int ImportWarningModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ImportWarningModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ImportWarning& warning = m_warnings.at(index.row());
    if (role == Qt::TextAlignmentRole && index.column() == Line)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && index.column() == File)
        return warning.file;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case File:
        return QFileInfo(warning.file).fileName();
    case Line:
        return warning.line ? QLocale().toString(warning.line) : QString();
    case What:
        return warning.message;
    default:
        return warning.remedy;
    }
}

QVariant ImportWarningModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Line ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case File:
        return tr("File");
    case Line:
        return tr("Line");
    case What:
        return tr("What");
    default:
        return tr("Done about it");
    }
}

} // namespace sheaf
