// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/column.h"
#include "pipeline/engine/snapshot.h"

#include <QMap>

/**
 * What the papers can be narrowed to, with how many each holds: the states, then the answers of "one of" columns,
 * languages and decades. Counted row by row as rows change, never over all rows. Value type, main thread.
 */
namespace sheaf {

/** One choice: a group of states (column empty) or a value of a column, "language" or "decade". */
struct Facet
{
    enum Group
    {
        All,
        Waiting,
        Running,
        Done,
        NeedsAttention,
        Failed,
        Held,
        Cancelled,
        Duplicates,
        Differ,        ///< the two readers do, and nobody has decided
        SecondMissing, ///< done, but the second reader failed
        AbstractOnly,  ///< all that there is of the paper is its abstract
        Value
    };
    Group group = All;
    QString column;
    QString value;

    bool matches(const PaperRow& row) const;
    bool operator==(const Facet&) const = default;
};

class Facets
{
public:
    void setColumns(const QVector<Column>& columns);
    void recount(const QVector<PaperRow>& rows);
    void replace(const PaperRow* before, const PaperRow* after);

    int count(Facet::Group group) const { return m_groups.value(group); }
    struct Section
    {
        QString column;
        QString title;
        QVector<QPair<QString, int>> values; ///< most papers first
    };
    /** Only sections that tell papers apart. */
    QVector<Section> sections() const;

private:
    void add(const PaperRow& row, int sign);
    QVector<Column> m_columns; ///< of type "one of"
    QMap<Facet::Group, int> m_groups;
    QMap<QString, QHash<QString, int>> m_values;
};

Facet::Group facetGroup(State state);
QString facetValue(const PaperRow& row, const QString& column);
QString facetGroupName(Facet::Group group);

} // namespace sheaf
