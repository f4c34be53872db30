// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/anthropic/anthropic_reader.h"
#include "read/offline/offline_reader.h"
#include "read/openai/openai_reader.h"
#include "read/read_failure.h"
#include "read/read_text.h"

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

using Make = Result<std::unique_ptr<Reader>> (*)(const ReaderSetup&, HttpClient&);

struct Kind
{
    const char* name;
    Make make;
};

constexpr Kind kinds[] = {
    {"offline", [](const ReaderSetup&, HttpClient&) { return OfflineReader::make(); }},
    {"openai", [](const ReaderSetup& setup,
                  HttpClient& http) { return OpenAiReader::make(setup, http, {.pricesFile = pricesFile()}); }},
    {"anthropic", [](const ReaderSetup& setup,
                     HttpClient& http) { return AnthropicReader::make(setup, http, {.pricesFile = pricesFile()}); }},
};

} // namespace

QStringList readerKinds()
{
    QStringList names;
    for (const Kind& kind : kinds)
        names.append(QString::fromLatin1(kind.name));
    return names;
}

Result<std::unique_ptr<Reader>> makeReader(const ReaderSetup& setup, HttpClient& http)
{
    const QString wanted = setup.settings.text(u"read.kind"_s);
    for (const Kind& kind : kinds) {
        if (wanted == QLatin1StringView(kind.name))
            return kind.make(setup, http);
    }
    return std::unexpected(readFailure("read.kind", ReadText::tr("There is no reader of the kind “%1”.").arg(wanted)));
}

} // namespace sheaf
