// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/papers/paper_filter.h"

#include "ui/papers/paper_model.h"
#include "ui/papers/row_words.h"

namespace sheaf {

namespace {

bool stands(const QString& word, const PaperRow& row)
{
    const auto in = [&word](const QString& text) { return text.contains(word, Qt::CaseInsensitive); };
    if (in(row.title) || in(row.authors) || in(row.venue) || in(row.doi))
        return true;
    if (row.failure && (in(stateWord(row)) || in(row.failure->message) || in(row.failure->code)))
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
    // Not invalidateFilter(): that takes thousands of rows out range by range.
    invalidate();
}

void PaperFilter::setText(const QString& text)
{
    QVector<Word> words;
    for (const QString& word : text.split(u' ', Qt::SkipEmptyParts)) {
        Word next{word, word.toInt(), {}};
        // Looking a state's name up for each of many rows would take longer than all the rest.
        for (int state = 0; state < StateCount; ++state)
            next.states[std::size_t(state)] = stateLabel(State(state)).contains(word, Qt::CaseInsensitive);
        words.append(next);
    }
    if (words == m_words)
        return;
    m_words = words;
    invalidate();
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
    return std::all_of(m_words.cbegin(), m_words.cend(), [&paper](const Word& word) {
        return word.states[std::size_t(paper.state)] || (word.year && word.year == paper.year) ||
               stands(word.text, paper);
    });
}

bool PaperFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    if (left.column() == PaperModel::PaperColumn)
        return m_papers->row(left.row()).title.compare(m_papers->row(right.row()).title, Qt::CaseInsensitive) < 0;
    return QSortFilterProxyModel::lessThan(left, right);
}

} // namespace sheaf
