// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QDateTime>

/** Project files that were opened last, newest first, with what their last snapshot said. Kept in the user's settings.
 * Main thread. */
namespace sheaf {

struct Snapshot;

struct RecentFile
{
    QString path;
    QString about; ///< "500 papers · 234 read"
    QDateTime at;
    bool gone = false;
};

class RecentFiles : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role
    {
        PathRole = Qt::UserRole + 1,
        AboutRole,
        AgeRole,
        GoneRole
    };
    explicit RecentFiles(QObject* parent = nullptr);

    const QVector<RecentFile>& files() const { return m_files; }
    void touch(const QString& path, const QString& about);
    void forget(const QString& path);
    void replace(const QString& gone, const QString& found);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    void save() const;
    QVector<RecentFile> m_files;
};

QString aboutRun(const Snapshot& snapshot);

} // namespace sheaf
