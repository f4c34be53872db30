// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rig.h"
#include "servers/catalogue_servers.h"
#include "servers/retrieval_server.h"
#include "servers/unpaywall_server.h"

/** Every service that sources ask, and a rig that asks them. */
namespace sheaf::testing {

struct Services
{
    OpenAlexServer openAlex;
    EuropePmcServer europePmc;
    SemanticScholarServer scholar;
    CoreServer core;
    BiorxivServer biorxiv;
    DoiServer doi;
    LinkResolverServer resolver;
    UnpaywallServer unpaywall;
    RetrievalServer retrieval;

    /** The rig's own files stand for arXiv. */
    void serve(AcquireRig& rig)
    {
        rig.set("acquire.email", QStringLiteral("reader@example.org"));
        rig.set("acquire.unpaywall.url", unpaywall.http().url().toString());
        rig.set("acquire.openalex.url", openAlex.http().url().toString());
        rig.set("acquire.europepmc.url", europePmc.http().url().toString());
        rig.set("acquire.semanticscholar.url", scholar.http().url().toString());
        rig.set("acquire.core.url", core.http().url().toString());
        rig.set("acquire.biorxiv.url", biorxiv.http().url().toString());
        rig.set("acquire.doi.url", doi.http().url().toString());
        rig.set("acquire.resolver.url", resolver.http().url(QStringLiteral("/openurl?inst=42")).toString());
        rig.set("acquire.retrieval.url", retrieval.http().url().toString());
        rig.set("acquire.arxiv.url", rig.files.http().url().toString());
    }
};

} // namespace sheaf::testing
