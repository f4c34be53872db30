// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/helper_program.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace sheaf {

QString helperProgram(const QString& name)
{
    const QString folder = QCoreApplication::applicationDirPath();
    for (const QString& place : {folder, folder + u"/../libexec/sheaf"_s})
        if (const QFileInfo program(place + u'/' + name); program.isFile())
            return program.absoluteFilePath();
    return {};
}

} // namespace sheaf
