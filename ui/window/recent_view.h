// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

/** The empty window's list of recent files: Enter opens (or finds one that is gone), Delete forgets. */
namespace sheaf {

class RecentFiles;

class RecentView : public QListView
{
    Q_OBJECT
public:
    explicit RecentView(RecentFiles* files, QWidget* parent = nullptr);
    QSize sizeHint() const override;

Q_SIGNALS:
    void openRequested(const QString& path);
    void findRequested(const QString& gone);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void open(const QModelIndex& index);
    RecentFiles* m_files;
};

} // namespace sheaf
