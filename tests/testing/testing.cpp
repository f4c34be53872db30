// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testing/testing.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace sheaf::testing {

QString sharedFile(const QString& relative)
{
    const QString root = qEnvironmentVariable("SHEAF_SHARED");
    const QFileInfo file(root + u'/' + relative);
    return !root.isEmpty() && file.exists() ? file.absoluteFilePath() : QString();
}

QString builtProgram(const QString& name)
{
    const QString folder = qEnvironmentVariable("SHEAF_BIN", QCoreApplication::applicationDirPath());
    return QFileInfo(folder + u'/' + name).absoluteFilePath();
}

} // namespace sheaf::testing
