// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAction;
class QLineEdit;
class QMainWindow;
class QSplitter;

/** How a person left the window: place, size, panes, columns, and how the last file was filtered. Main thread. */
namespace sheaf {

class PapersPage;

class ViewMemory
{
public:
    QMainWindow* window = nullptr;
    PapersPage* page = nullptr;
    QSplitter* importPanes = nullptr;
    QLineEdit* filter = nullptr;
    QAction* showFacets = nullptr;
    QAction* showDetails = nullptr;

    void save(const QString& file) const;
    /** Place, size and panes; the page restores its columns when it knows them. */
    void restore() const;
    /** Where `file` is the one that was open last: once its papers are there. */
    void restoreFilter(const QString& file) const;
};

} // namespace sheaf
