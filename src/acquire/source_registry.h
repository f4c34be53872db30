// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "acquire/acquirer.h"

#include <vector>

/** The sources, in the order in which they are asked. A new one is one file and one line in source_registry.cpp. */
namespace sheaf {

using Sources = std::vector<std::unique_ptr<SourceResolver>>;
Sources makeSources(HttpClient& http, const Settings& settings);

std::unique_ptr<SourceResolver> makeUnpaywall(HttpClient& http, const Settings& settings);
std::unique_ptr<SourceResolver> makeArxiv(const Settings& settings);
/** URLs of the list that lead to a PDF, and those that lead to a page about the paper. */
std::unique_ptr<SourceResolver> makeListPdfs();
std::unique_ptr<SourceResolver> makeListPages();

/** A service's base address with `path` (begins with a slash, not encoded) behind its own. */
QUrl addressUnder(const QUrl& base, const QString& path);

} // namespace sheaf
