// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_pdf_model.h"

#include <QFileInfo>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

bool asks(const ImportPdf& pdf)
{
    return pdf.toConfirm && !pdf.confirmed;
}

int rank(const ImportPdf& pdf)
{
    if (pdf.failure)
        return 0;
    return pdf.toConfirm ? 1 : pdf.isNew ? 3 : 2;
}

} // namespace

ImportPdfModel::ImportPdfModel(QObject* parent) : QAbstractTableModel(parent) {}

void ImportPdfModel::set(const std::shared_ptr<const ImportPlan>& plan)
{
    QVector<int> order(plan ? plan->pdfs.size() : 0);
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](int a, int b) { return rank(plan->pdfs.at(a)) < rank(plan->pdfs.at(b)); });
    if (order == m_order && plan) {
        m_plan = plan;
        if (!order.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(int(order.size()) - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_plan = plan;
    m_order = std::move(order);
    endResetModel();
}

int ImportPdfModel::unsure() const
{
    return m_plan ? int(std::count_if(m_plan->pdfs.cbegin(), m_plan->pdfs.cend(), asks)) : 0;
}

int ImportPdfModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int ImportPdfModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString ImportPdfModel::verdict(const ImportPdf& pdf) const
{
    if (pdf.failure)
        return tr("✕ not readable");
    if (asks(pdf))
        return tr("same paper?");
    if (pdf.existing)
        return pdf.attaches ? tr("✓ attached") : tr("– has its PDF");
    if (pdf.confirmed)
        return *pdf.confirmed ? tr("✓ same paper") : tr("+ new");
    return pdf.isNew ? tr("+ new") : tr("✓ matched");
}

QString ImportPdfModel::tone(const ImportPdf& pdf) const
{
    if (pdf.failure)
        return u"red"_s;
    if (asks(pdf))
        return u"amber"_s;
    return pdf.isNew || (pdf.existing && !pdf.attaches) ? u"dim"_s : u"accent"_s;
}

QVariant ImportPdfModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !m_plan)
        return {};
    const ImportPdf& pdf = m_plan->pdfs.at(m_order.at(index.row()));
    switch (role) {
    case AsksRole:
        return asks(pdf);
    case PathRole:
        return pdf.path;
    case ToneRole:
        return tone(pdf);
    case Qt::ToolTipRole:
        return index.column() == File ? pdf.path : data(index, Qt::DisplayRole);
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case File:
        return QFileInfo(pdf.path).fileName();
    case PaperTitle:
        return pdf.title;
    case MatchedBy:
        return pdf.failure ? pdf.failure->message : pdf.reason;
    default:
        return verdict(pdf);
    }
}

QVariant ImportPdfModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Same ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case File:
        return tr("File");
    case PaperTitle:
        return tr("Paper");
    case MatchedBy:
        return tr("Matched by");
    default:
        return tr("Same paper?");
    }
}

} // namespace sheaf
