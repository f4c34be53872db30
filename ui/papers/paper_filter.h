// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/papers/facets.h"

#include <QSet>
#include <QSortFilterProxyModel>

/** Narrows the papers to a facet and a text (every word must stand somewhere in the row), and sorts by true values.
 * Rows whose removal can still be undone are hidden. */
namespace sheaf {

class PaperModel;

class PaperFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit PaperFilter(PaperModel* papers, QObject* parent = nullptr);

    void setFacet(const Facet& facet);
    const Facet& facet() const { return m_facet; }
    void setText(const QString& text);
    void setHidden(const QSet<PaperId>& papers);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    struct Word
    {
        QString text;
        int year = 0;
        std::array<bool, StateCount> states{}; ///< whose names hold it

        bool operator==(const Word&) const = default;
    };
    PaperModel* m_papers;
    Facet m_facet;
    QVector<Word> m_words;
    QSet<PaperId> m_hidden;
};

} // namespace sheaf
