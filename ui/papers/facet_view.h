// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/papers/facets.h"

#include <QListView>

/** The side pane: states and answers with their counts; the chosen one narrows the table. */
namespace sheaf {

class FacetModel;

class FacetView : public QListView
{
    Q_OBJECT
public:
    explicit FacetView(QWidget* parent = nullptr);
    /** Keeps the choice. */
    void setFacets(const Facets& facets);
    void choose(const Facet& facet);

Q_SIGNALS:
    void chosen(const sheaf::Facet& facet);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    FacetModel* m_model;
};

} // namespace sheaf
