// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sight/package_download.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr int lookForStopMs = 100;

std::unexpected<Failure> noPip(const QString& detail)
{
    return fail(Stage::Convert, u"models.no-pip"_s,
                QCoreApplication::translate("sight", "Fetching the models needs Python's pip: install python3-pip."),
                detail);
}

QStringList argumentsFor(const ModelSpec& spec, const QString& folder)
{
    QStringList arguments{u"-m"_s,
                          u"pip"_s,
                          u"download"_s,
                          u"--quiet"_s,
                          u"--disable-pip-version-check"_s,
                          u"--no-deps"_s,
                          u"--no-input"_s,
                          u"--only-binary=:all:"_s,
                          u"--dest"_s,
                          folder};
    if (!spec.platform.isEmpty())
        arguments << u"--platform"_s << spec.platform << u"--python-version"_s << spec.python << u"--implementation"_s
                  << u"cp"_s;
    return arguments << spec.package + u"=="_s + spec.packageVersion;
}

} // namespace

Result<QString> downloadPackage(const ModelSpec& spec, const QString& folder, std::stop_token stop)
{
    QProcess pip;
    pip.setProcessChannelMode(QProcess::MergedChannels);
    pip.start(u"python3"_s, argumentsFor(spec, folder), QIODevice::ReadOnly);
    if (!pip.waitForStarted())
        return noPip(pip.errorString());
    while (!pip.waitForFinished(lookForStopMs) && pip.state() != QProcess::NotRunning) {
        if (!stop.stop_requested())
            continue;
        pip.kill();
        pip.waitForFinished();
        return fail(Stage::Convert, u"stopped"_s, QCoreApplication::translate("sight", "Fetching was stopped."));
    }
    const QString output = QString::fromUtf8(pip.readAll()).trimmed();
    if (output.contains("No module named pip"_L1))
        return noPip(output);
    const QStringList files = QDir(folder).entryList({u"*.whl"_s}, QDir::Files);
    if (pip.exitStatus() != QProcess::NormalExit || pip.exitCode() != 0 || files.isEmpty())
        return fail(Stage::Convert, u"models.download"_s,
                    QCoreApplication::translate(
                        "sight", "The package %1 %2 could not be fetched; is there a connection to the network?")
                        .arg(spec.package, spec.packageVersion),
                    output, true);
    return folder + u'/' + files.first();
}

} // namespace sheaf
