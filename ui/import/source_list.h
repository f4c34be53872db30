// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/import/import.h"

#include <QListWidget>

/** What was dropped: one entry a list, one for all PDFs; the chosen one is shown in the centre. */
namespace sheaf {

class SourceList : public QListWidget
{
    Q_OBJECT
public:
    explicit SourceList(QWidget* parent = nullptr);
    void set(const ImportPlan& plan);

Q_SIGNALS:
    /** Index into ImportPlan::sources, or −1 for the PDFs. */
    void sourceChosen(int source);

private:
    void addEntry(const QString& name, const QString& about, const QString& count, const QString& note, bool bad,
                  int source);
};

} // namespace sheaf
