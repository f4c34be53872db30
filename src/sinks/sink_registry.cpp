// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sinks/file_sinks.h"

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** One line a format; the bibliographic ones come from lists. */
const QVector<const FileSink*>& sinks()
{
    static const QVector<const FileSink*> all =
        QVector<const FileSink*>{
            &csvSink(), &xlsxSink(), &jsonSink(), &jsonLinesSink(), &markdownSink(),
        } +
        bibliographySinks();
    return all;
}

} // namespace

const FileSink* fileSink(const QString& formatOrSuffix)
{
    const QString asked = formatOrSuffix.toLower();
    const QString suffix = asked.startsWith('.'_L1) ? asked : '.'_L1 + asked;
    for (const FileSink* sink : sinks())
        if (sink->format() == asked || sink->suffix() == suffix)
            return sink;
    return nullptr;
}

QStringList fileSinkFormats()
{
    QStringList formats;
    for (const FileSink* sink : sinks())
        formats.append(sink->format());
    return formats;
}

} // namespace sheaf
