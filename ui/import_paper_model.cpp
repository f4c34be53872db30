// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import_paper_model.h"

namespace sheaf {

ImportPaperModel::ImportPaperModel(QObject* parent) : QAbstractTableModel(parent) {}

void ImportPaperModel::showSource(const ImportPlan& plan, const QString& path)
{
    QHash<int, ImportFill> fills;
    for (const ImportFill& fill : plan.fills)
        fills.insert(fill.paper, fill);
    QVector<QStringList> rows;
    for (int i = 0; i < plan.papers.size(); ++i) {
        const Paper& paper = plan.papers[i];
        if (paper.sourceFile != path)
            continue;
        const ImportFill fill = fills.value(i);
        const auto told = [&fill](const QString& text, bool isFilled) {
            return isFilled ? tr("%1 · %2", "a value and the catalogue that it comes from").arg(text, fill.source)
                            : text;
        };
        rows.append({paper.sourceLine ? QString::number(paper.sourceLine) : QString(), shortAuthors(paper.authors),
                     told(paper.title, fill.title),
                     told(paper.year ? QString::number(paper.year) : QString(), fill.year), paper.venue,
                     told(paper.ids.doi.isEmpty() ? paper.ids.arxiv : paper.ids.doi, fill.doi)});
    }
    replace({tr("Line"), tr("Authors"), tr("Title"), tr("Year"), tr("Venue"), tr("DOI")}, std::move(rows));
}

void ImportPaperModel::showPairs(const ImportPlan& plan)
{
    QVector<QStringList> rows;
    for (const ImportDuplicate& pair : plan.duplicates) {
        const bool here = pair.first >= 0 && pair.first < plan.papers.size();
        rows.append(
            {here ? plan.papers.at(pair.first).title : tr("already in the file"), pair.second.title, pair.reason});
    }
    replace({tr("Kept"), tr("Joined to it"), tr("Because")}, std::move(rows));
}

void ImportPaperModel::replace(QStringList head, QVector<QStringList> rows)
{
    if (head == m_head && rows == m_rows)
        return;
    beginResetModel();
    m_head = std::move(head);
    m_rows = std::move(rows);
    endResetModel();
}

int ImportPaperModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ImportPaperModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_head.size());
}

QVariant ImportPaperModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return m_rows.at(index.row()).at(index.column());
    return {};
}

QVariant ImportPaperModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole && section < m_head.size())
        return m_head.at(section);
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    return {};
}

} // namespace sheaf
