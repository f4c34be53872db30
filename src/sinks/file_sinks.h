// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sinks/sink.h"

/** The sinks of the registry, each defined in the file of its format. Private to this room. */
namespace sheaf {

const FileSink& csvSink();
const FileSink& jsonSink();
const FileSink& jsonLinesSink();
const FileSink& markdownSink();
const FileSink& xlsxSink();
/** One for each ListWriter of the lists room. */
const QVector<const FileSink*>& bibliographySinks();

} // namespace sheaf
