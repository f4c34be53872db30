// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "acquire/acquirer.h"
#include "acquire/source.h"
#include "acquire/source_catalog.h"

#include <memory>
#include <vector>

/** Makes the sources. A new one is one file and one line in source_registry.cpp. */
namespace sheaf {

/** What a source is made from. */
struct SourceSetup
{
    HttpClient& http;
    Settings settings;
    SecretSource secrets = secretFromEnvironment;
    Acquirer::JobPace jobs = {};
};

using Sources = std::vector<std::unique_ptr<SourceResolver>>;
/** Those that are switched on and lack nothing, in the order in which they are asked. */
Sources makeSources(const SourceSetup& setup);
/** Null: there is none of that name. */
std::unique_ptr<SourceResolver> makeSource(const QString& name, const SourceSetup& setup);

/** URLs of the list that lead to a PDF, and those that lead to a page about the paper. */
std::unique_ptr<SourceResolver> makeListPdfs(const SourceSetup& setup);
std::unique_ptr<SourceResolver> makeListPages(const SourceSetup& setup);
std::unique_ptr<SourceResolver> makeUnpaywall(const SourceSetup& setup);
std::unique_ptr<SourceResolver> makeOpenAlex(const SourceSetup& setup);
std::unique_ptr<SourceResolver> makeEuropePmc(const SourceSetup& setup);
std::unique_ptr<SourceResolver> makeArxiv(const SourceSetup& setup);
std::unique_ptr<SourceResolver> makeBiorxiv(const SourceSetup& setup);
std::unique_ptr<SourceResolver> makeSemanticScholar(const SourceSetup& setup);
std::unique_ptr<SourceResolver> makeCore(const SourceSetup& setup);
std::unique_ptr<SourceResolver> makeDoiRedirect(const SourceSetup& setup);
std::unique_ptr<SourceResolver> makeLinkResolver(const SourceSetup& setup);
std::unique_ptr<SourceResolver> makeRetrievalService(const SourceSetup& setup);

/** A service's base address with `path` (begins with a slash, not encoded) behind its own. */
QUrl addressUnder(const QUrl& base, const QString& path);
/** Whether the path looks like a PDF's or a text's. */
bool leadsToPdf(const QUrl& url);
/** The arXiv id, from the DOI where the list has only that; empty = it is none of arXiv's. */
QString arxivIdOf(const Paper& paper);
/** Where arXiv keeps it. */
Candidate arxivCandidate(const QUrl& base, const QString& id);

} // namespace sheaf
