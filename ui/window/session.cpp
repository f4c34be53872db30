// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/session.h"

#include "pipeline/import/existing.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QSettings>
#include <QStandardPaths>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** The user's own settings. One that is no longer valid is left at its default. */
Settings userSettings()
{
    QSettings stored;
    stored.beginGroup(u"settings"_s);
    Settings settings;
    for (const SettingSpec& spec : Settings::specs()) {
        if (stored.contains(spec.key) && !settings.set(spec.key, stored.value(spec.key).toString()))
            stored.remove(spec.key);
    }
    return settings;
}

void saveUserSettings(const Settings& settings)
{
    QSettings stored;
    stored.remove(u"settings"_s);
    stored.beginGroup(u"settings"_s);
    const QHash<QString, QString> changed = settings.changed();
    for (auto it = changed.cbegin(); it != changed.cend(); ++it)
        stored.setValue(it.key(), it.value());
}

} // namespace

Session::Session(EngineOptions options, QObject* parent)
    : QObject(parent), m_secrets(options.secrets), m_engine(std::move(options)), m_user(userSettings()),
      m_settings(m_user)
{
    connect(&m_engine, &Engine::opened, this, &Session::onOpened);
    connect(&m_engine, &Engine::openFailed, this, [this](const QString& path, const Failure& failure) {
        close();
        Q_EMIT openFailed(path, failure);
    });
    connect(&m_engine, &Engine::snapshot, this, [this](const SnapshotPtr& snapshot) {
        if (m_file.isEmpty())
            return; // of a file that was closed in the meantime
        m_last = snapshot;
        Q_EMIT this->snapshot(snapshot);
    });
}

void Session::open(const QString& path)
{
    m_creating.clear();
    m_engine.open(path);
}

void Session::create(const QString& path)
{
    m_creating = path;
    m_engine.open(path);
    m_engine.setSettings(m_user);
    m_engine.setColumns(m_columns);
}

void Session::close()
{
    m_engine.close();
    m_file.clear();
    m_creating.clear();
    m_last.reset();
    m_settings = m_user;
    m_columns = defaultColumns();
    Q_EMIT columnsChanged();
    Q_EMIT settingsChanged();
    Q_EMIT fileChanged();
}

void Session::onOpened(const QString& path, const Settings& settings, const QVector<Column>& columns)
{
    const bool made = !std::exchange(m_creating, {}).isEmpty();
    m_file = path;
    m_last.reset();
    m_settings = made ? m_user : settings;
    m_columns = made ? m_columns : columns;
    Q_EMIT columnsChanged();
    Q_EMIT settingsChanged();
    Q_EMIT fileChanged();
}

void Session::applySettings(const Settings& settings)
{
    if (settings == m_settings)
        return;
    m_settings = settings;
    m_user = settings;
    for (const QString& key : {u"read.pilot"_s, u"read.pilot.papers"_s}) // a file's own
        m_user.reset(key);
    saveUserSettings(m_user);
    if (!m_file.isEmpty() || !m_creating.isEmpty())
        m_engine.setSettings(settings);
    Q_EMIT settingsChanged();
}

void Session::applyColumns(const QVector<Column>& columns)
{
    if (columns == m_columns)
        return;
    m_columns = columns;
    Q_EMIT columnsChanged();
    if (m_file.isEmpty())
        return;
    m_engine.setColumns(columns);
    if (run() == RunState::Idle && papers() > 0)
        m_engine.start();
}

void Session::start(const ImportPlan& plan, const QString& path)
{
    if (m_file.isEmpty()) {
        QDir().mkpath(QFileInfo(path).path()); // a fresh account has no documents; a refusal is told with the file
        create(path);
    }
    m_engine.addPapers(plan);
    m_engine.start();
}

QString Session::suggestedPath(const QString& droppedName)
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    QString base = QFileInfo(droppedName).completeBaseName();
    if (base.isEmpty() || base.contains(u'/') || base.size() > 80)
        base = tr("papers");
    QString path = folder.filePath(base + u".sheaf"_s);
    for (int i = 2; QFileInfo::exists(path); ++i)
        path = folder.filePath(u"%1 %2.sheaf"_s.arg(base).arg(i));
    return path;
}

void Session::loadExisting(QObject* context, std::function<void(const ExistingPapers&)> then) const
{
    QThreadPool::globalInstance()->start([file = m_file, context = QPointer<QObject>(context), then = std::move(then),
                                          back = QCoreApplication::instance()]() mutable {
        // A file that cannot be read any more is the engine's to report; here nothing is known of it.
        ExistingPapers existing = existingPapers(file).value_or(ExistingPapers());
        QMetaObject::invokeMethod(back, [context = std::move(context), then = std::move(then), existing] {
            if (context)
                then(existing);
        });
    });
}

} // namespace sheaf
