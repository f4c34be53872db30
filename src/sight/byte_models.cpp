// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sight/byte_models.h"

#include "core/log.h"
#include "gpu/byte_network.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** To be raised with every change of what gpu::writeByteNetwork() writes. */
constexpr auto writer = "1";

} // namespace

QString byteModelFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/sheaf/models"_s;
}

QString byteModel(const ModelStore& store, const QString& name, const QString& folder)
{
    const auto spec = std::ranges::find(store.specs(), name, &ModelSpec::name);
    if (spec == store.specs().end() || store.path(*spec).isEmpty() || !gpu::sumsBytes())
        return {};
    const QString base = QFileInfo(spec->fileName()).completeBaseName();
    QFile ranges(u":/sheaf/models/%1.ranges"_s.arg(base));
    if (!ranges.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = ranges.readAll();
    const QByteArray key = QCryptographicHash::hash(spec->sha256 + text + writer, QCryptographicHash::Sha256).toHex();
    const QString target = u"%1/%2-%3.onnx"_s.arg(folder, base, QString::fromLatin1(key.first(12)));
    if (QFile::exists(target))
        return target;
    QDir().mkpath(folder);
    const auto written = gpu::writeByteNetwork(QFile::encodeName(store.path(*spec)).toStdString(), text.toStdString(),
                                               QFile::encodeName(target).toStdString());
    if (written) {
        const QStringList others = QDir(folder).entryList({base + u"-*.onnx"_s}, QDir::Files);
        for (const QString& other : others) // of earlier versions
            if (const QString path = folder + u'/' + other; path != target)
                QFile::remove(path);
        return target;
    }
    qCWarning(logConvert).noquote() << name << "calculates in floats:" << QString::fromStdString(written.error());
    return {};
}

} // namespace sheaf
