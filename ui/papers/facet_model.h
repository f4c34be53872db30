// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/papers/facets.h"

#include <QAbstractListModel>

/** Facets as the lines of the side pane: choices, headings between them, and a note while there is nothing to choose.
 * Main thread. */
namespace sheaf {

class FacetModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Kind
    {
        Choice,
        Heading,
        Note
    };
    enum Role
    {
        KindRole = Qt::UserRole + 1,
        CountRole
    };
    explicit FacetModel(QObject* parent = nullptr);

    void set(const Facets& facets);
    const Facet& facet(int row) const { return m_lines.at(row).facet; }
    int rowOf(const Facet& facet) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Line
    {
        Kind kind = Choice;
        QString text;
        Facet facet;
        int count = 0;

        bool operator==(const Line&) const = default;
    };
    static QVector<Line> lines(const Facets& facets);
    QVector<Line> m_lines;
};

} // namespace sheaf
