// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sight/model_manifest.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace sheaf {

QVector<ModelSpec> parseModelSpecs(const QByteArray& json)
{
    QVector<ModelSpec> specs;
    const QJsonArray models = QJsonDocument::fromJson(json).object().value(u"models"_s).toArray();
    for (const QJsonValue& model : models) {
        const auto text = [&](QLatin1StringView key) { return model[key].toString(); };
        specs << ModelSpec{text("name"_L1),
                           text("version"_L1),
                           text("package"_L1),
                           text("packageVersion"_L1),
                           text("wheelSha256"_L1).toLatin1(),
                           text("licence"_L1),
                           text("member"_L1),
                           text("sha256"_L1).toLatin1(),
                           model["bytes"_L1].toInteger(),
                           text("platform"_L1),
                           text("python"_L1),
                           text("machine"_L1),
                           text("device"_L1)};
    }
    return specs;
}

namespace {

QVector<ModelSpec> specsFor(QLatin1StringView device)
{
    QFile file(u":/sheaf/models/models.json"_s);
    QVector<ModelSpec> specs = file.open(QIODevice::ReadOnly) ? parseModelSpecs(file.readAll()) : QVector<ModelSpec>();
    specs.removeIf([&](const ModelSpec& spec) {
        return spec.device != device || (!spec.machine.isEmpty() && spec.machine != QSysInfo::currentCpuArchitecture());
    });
    return specs;
}

} // namespace

const QVector<ModelSpec>& modelSpecs()
{
    static const QVector<ModelSpec> specs = specsFor(""_L1);
    return specs;
}

const QVector<ModelSpec>& deviceSpecs()
{
    static const QVector<ModelSpec> specs = specsFor("cuda"_L1);
    return specs;
}

} // namespace sheaf
