// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper_filter.h"

#include "ui/paper_model.h"
#include "ui/row_words.h"

namespace sheaf {

namespace {

bool stands(const QString& word, const PaperRow& row)
{
    const auto in = [&word](const QString& text) { return text.contains(word, Qt::CaseInsensitive); };
    if (in(row.title) || in(row.authors) || in(row.venue) || in(row.doi) || in(stateWord(row)))
        return true;
    if (row.failure && (in(row.failure->message) || in(row.failure->code)))
        return true;
    if (row.year && QString::number(row.year) == word)
        return true;
    return std::any_of(row.values.cbegin(), row.values.cend(), in);
}

} // namespace

PaperFilter::PaperFilter(PaperModel* papers, QObject* parent) : QSortFilterProxyModel(parent), m_papers(papers)
{
    setSourceModel(papers);
    setSortRole(PaperModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void PaperFilter::setFacet(const Facet& facet)
{
    if (facet == m_facet)
        return;
    m_facet = facet;
    invalidateFilter();
}

void PaperFilter::setText(const QString& text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    invalidateFilter();
}

void PaperFilter::setHidden(const QSet<PaperId>& papers)
{
    m_hidden = papers;
    invalidateFilter();
}

bool PaperFilter::filterAcceptsRow(int row, const QModelIndex&) const
{
    const PaperRow& paper = m_papers->row(row);
    if (!m_facet.matches(paper) || m_hidden.contains(paper.id))
        return false;
    return std::all_of(m_words.cbegin(), m_words.cend(), [&paper](const QString& word) { return stands(word, paper); });
}

bool PaperFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    if (left.column() == PaperModel::PaperColumn)
        return m_papers->row(left.row()).title.compare(m_papers->row(right.row()).title, Qt::CaseInsensitive) < 0;
    return QSortFilterProxyModel::lessThan(left, right);
}

} // namespace sheaf
