// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/engine/details.h"

#include <QTreeWidget>

/** The Timeline tab: each step of the paper's life, when it began and how long it took. */
namespace sheaf {

class TimelineView : public QTreeWidget
{
    Q_OBJECT
public:
    explicit TimelineView(QWidget* parent = nullptr);
    void set(const PaperDetails* details);
};

} // namespace sheaf
