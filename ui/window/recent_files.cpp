// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/recent_files.h"

#include "pipeline/engine/snapshot.h"

#include <QFileInfo>
#include <QLocale>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr int mostFiles = 8;

QString age(const QDateTime& at)
{
    const qint64 minutes = at.secsTo(QDateTime::currentDateTimeUtc()) / 60;
    if (minutes < 1)
        return RecentFiles::tr("just now");
    if (minutes < 60)
        return RecentFiles::tr("%n min ago", nullptr, int(minutes));
    if (minutes < 24 * 60 && at.toLocalTime().date() == QDate::currentDate())
        return RecentFiles::tr("%n h ago", nullptr, int(minutes / 60));
    if (at.toLocalTime().date().daysTo(QDate::currentDate()) <= 1)
        return RecentFiles::tr("yesterday");
    return QLocale().toString(at.toLocalTime().date(), QLocale::ShortFormat);
}

} // namespace

QString aboutRun(const Snapshot& snapshot)
{
    const StripState& s = snapshot.strip;
    QStringList parts{RecentFiles::tr("%n papers", nullptr, s.papers)};
    parts += s.papers > 0 && s.done == s.papers ? RecentFiles::tr("all read") : RecentFiles::tr("%1 read").arg(s.done);
    if (s.needsAttention)
        parts += RecentFiles::tr("%n need you", nullptr, s.needsAttention);
    return parts.join(u" · "_s);
}

RecentFiles::RecentFiles(QObject* parent) : QAbstractListModel(parent)
{
    QSettings settings;
    const int count = settings.beginReadArray(u"recent"_s);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        const QString path = settings.value(u"path"_s).toString();
        m_files.append({path, settings.value(u"about"_s).toString(), settings.value(u"at"_s).toDateTime(),
                        !QFileInfo::exists(path)});
    }
    settings.endArray();
}

void RecentFiles::save() const
{
    QSettings settings;
    settings.beginWriteArray(u"recent"_s, int(m_files.size()));
    for (int i = 0; i < m_files.size(); ++i) {
        settings.setArrayIndex(i);
        settings.setValue(u"path"_s, m_files.at(i).path);
        settings.setValue(u"about"_s, m_files.at(i).about);
        settings.setValue(u"at"_s, m_files.at(i).at);
    }
    settings.endArray();
}

void RecentFiles::touch(const QString& path, const QString& about)
{
    beginResetModel();
    m_files.removeIf([&path](const RecentFile& file) { return file.path == path; });
    m_files.prepend({path, about, QDateTime::currentDateTimeUtc(), false});
    if (m_files.size() > mostFiles)
        m_files.resize(mostFiles);
    endResetModel();
    save();
}

void RecentFiles::forget(const QString& path)
{
    for (int i = 0; i < m_files.size(); ++i) {
        if (m_files.at(i).path != path)
            continue;
        beginRemoveRows({}, i, i);
        m_files.removeAt(i);
        endRemoveRows();
        save();
        return;
    }
}

void RecentFiles::replace(const QString& gone, const QString& found)
{
    for (int i = 0; i < m_files.size(); ++i) {
        if (m_files.at(i).path != gone)
            continue;
        m_files[i].path = found;
        m_files[i].gone = false;
        Q_EMIT dataChanged(index(i), index(i));
        save();
        return;
    }
}

int RecentFiles::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_files.size());
}

QVariant RecentFiles::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RecentFile& file = m_files.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return QFileInfo(file.path).fileName();
    case Qt::ToolTipRole:
    case PathRole:
        return file.path;
    case Qt::AccessibleTextRole:
        return QStringList{QFileInfo(file.path).fileName(), file.gone ? tr("gone") : file.about, age(file.at)}.join(
            u", "_s);
    case AboutRole:
        return file.gone ? tr("no longer there · Enter finds it") : file.about;
    case AgeRole:
        return age(file.at);
    case GoneRole:
        return file.gone;
    default:
        return {};
    }
}

} // namespace sheaf
