// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_paper_model.h"

#include <numeric>

namespace sheaf {

ImportPaperModel::ImportPaperModel(QObject* parent) : QAbstractTableModel(parent) {}

void ImportPaperModel::showSource(const std::shared_ptr<const ImportPlan>& plan, const QString& path)
{
    m_pairs = false;
    QVector<int> rows;
    for (int i = 0; i < plan->papers.size(); ++i)
        if (plan->papers.at(i).sourceFile == path)
            rows.append(i);
    show(plan, {tr("Line"), tr("Authors"), tr("Title"), tr("Year"), tr("Venue"), tr("DOI")}, std::move(rows));
}

void ImportPaperModel::showPairs(const std::shared_ptr<const ImportPlan>& plan)
{
    m_pairs = true;
    QVector<int> rows(plan->duplicates.size());
    std::iota(rows.begin(), rows.end(), 0);
    show(plan, {tr("Kept"), tr("Joined to it"), tr("Because")}, std::move(rows));
}

/** The same rows of another plan keep their place on the screen. */
void ImportPaperModel::show(const std::shared_ptr<const ImportPlan>& plan, QStringList head, QVector<int> rows)
{
    const bool sameRows = head == m_head && rows == m_rows;
    if (!sameRows)
        beginResetModel();
    m_plan = plan;
    m_head = std::move(head);
    m_rows = std::move(rows);
    m_fills.clear();
    for (const ImportFill& fill : plan->fills)
        m_fills.insert(fill.paper, fill);
    if (!sameRows)
        endResetModel();
    else if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, int(m_head.size()) - 1));
}

QString ImportPaperModel::paperText(int number, int column) const
{
    const Paper& paper = m_plan->papers.at(number);
    const ImportFill fill = m_fills.value(number);
    const auto told = [&fill](const QString& text, bool isFilled) {
        return isFilled ? tr("%1 · %2", "a value and the catalogue that it comes from").arg(text, fill.source) : text;
    };
    switch (column) {
    case 0:
        return paper.sourceLine ? QString::number(paper.sourceLine) : QString();
    case 1:
        return shortAuthors(paper.authors);
    case 2:
        return told(paper.title, fill.title);
    case 3:
        return told(paper.year ? QString::number(paper.year) : QString(), fill.year);
    case 4:
        return paper.venue;
    default:
        return told(paper.ids.doi.isEmpty() ? paper.ids.arxiv : paper.ids.doi, fill.doi);
    }
}

QString ImportPaperModel::pairText(const ImportDuplicate& pair, int column) const
{
    const bool here = pair.first >= 0 && pair.first < m_plan->papers.size();
    switch (column) {
    case 0:
        return here ? m_plan->papers.at(pair.first).title : tr("already in the file");
    case 1:
        return pair.second.title;
    default:
        return pair.reason;
    }
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
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const int row = m_rows.at(index.row());
    return m_pairs ? pairText(m_plan->duplicates.at(row), index.column()) : paperText(row, index.column());
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
