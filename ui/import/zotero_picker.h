// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sinks/zotero_source.h"

#include <QDialog>

class QLabel;
class QStackedWidget;
class QTreeWidget;
class QTreeWidgetItem;

/** The libraries and collections of the user's Zotero as a tree, to take papers from. Not modal; deletes itself. */
namespace sheaf {

class KeyButton;

class ZoteroPicker : public QDialog
{
    Q_OBJECT
public:
    ZoteroPicker(const ZoteroAccess& access, QWidget* parent);
    ~ZoteroPicker() override;

    QStringList chosen() const; ///< links; of a whole library only its own

Q_SIGNALS:
    void picked(const QStringList& links);
    void settingsRequested(const QString& key);
    void shown(); ///< the tree, or why there is none

private:
    void load();
    void showShelves(const Result<ZoteroShelves>& shelves);
    void fill(const ZoteroShelves& shelves);
    void tick(QTreeWidgetItem* item);
    void refresh();
    void pick();

    const ZoteroAccess m_access;
    std::stop_source m_stop;
    QTreeWidget* m_tree;
    QLabel* m_where; ///< which Zotero is shown, or what is wrong with it
    QLabel* m_sum;
    KeyButton* m_retry;
    KeyButton* m_settings;
    KeyButton* m_pick;
    bool m_ticking = false;
};

} // namespace sheaf
