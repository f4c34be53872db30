// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "convert/converter.h"
#include "core/secrets.h"
#include "core/settings.h"
#include "pipeline/acquire/fetcher.h"
#include "read/reader.h"
#include "sinks/service_sink.h"

/** What the stages work with, made from settings: the real ones in the program, stand-ins in tests. Engine thread. */
namespace sheaf {

struct StageTools
{
    std::function<std::unique_ptr<Fetcher>(const QString& documentFolder, const Settings&)> fetcher;
    std::function<Result<std::shared_ptr<Converter>>(const Settings&)> converter;
    std::function<Result<std::shared_ptr<Reader>>(const Settings&, const QString& spoolFolder)> reader;
    /** From the project's settings too; asked only where there is a second reader. */
    std::function<Result<std::shared_ptr<Reader>>(const Settings&, const QString& spoolFolder)> secondReader;
    std::function<Result<std::shared_ptr<ServiceSink>>(const QString& name, const Settings&)> sink;
    /** Asks a source of documents whether it answers; see testSource(). */
    std::function<void(const QString& name, const Settings&, QObject* context,
                       std::function<void(Result<QString>)> done)>
        source;
};

StageTools realTools(const SecretSource& secrets, const SecretKeeper& keep = {});

} // namespace sheaf
