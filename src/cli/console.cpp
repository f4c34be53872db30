// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console.h"

#include "core/log.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace sheaf::cli {

void sayBytes(const QByteArray& bytes)
{
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

void say(const QString& line)
{
    sayBytes(line.toUtf8() + '\n');
}

void complain(const QString& line)
{
    std::fputs((line.toUtf8() + '\n').constData(), stderr);
}

void complain(const Failure& failure)
{
    complain(u"sheaf-cli: %1 [%2]"_s.arg(failure.message, failure.code));
    if (!failure.detail.isEmpty())
        qCDebug(logPipeline) << failure.code << failure.detail;
}

} // namespace sheaf::cli
