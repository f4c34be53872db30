// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/source_registry.h"

#include "acquire/acquire_failure.h"
#include "net/http_client.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

struct Registered
{
    SourceFacts facts;
    std::unique_ptr<SourceResolver> (*make)(const SourceSetup&);
};

QString say(const char* text)
{
    return QCoreApplication::translate("acquire", text);
}

QVector<Registered> registry()
{
    const auto openAlexKey = SecretName::OpenAlexKey, coreKey = SecretName::CoreKey;
    const auto scholarKey = SecretName::SemanticScholarKey;
    return {
        {{u"list"_s, say("PDFs the list names"), say("Links of the list that lead to a document"), {}}, makeListPdfs},
        {{u"unpaywall"_s, u"Unpaywall"_s, say("Open copies by DOI; asks for a contact address"),
          u"acquire.unpaywall.url"_s},
         makeUnpaywall},
        {{u"openalex"_s, u"OpenAlex"_s, say("Open copies by DOI or PubMed number"), u"acquire.openalex.url"_s,
          openAlexKey, true},
         makeOpenAlex},
        {{u"europepmc"_s, u"Europe PMC"_s, say("Life sciences, full texts of PubMed Central"),
          u"acquire.europepmc.url"_s},
         makeEuropePmc},
        {{u"arxiv"_s, u"arXiv"_s, say("Preprints by number, one every three seconds"), u"acquire.arxiv.url"_s},
         makeArxiv},
        {{u"biorxiv"_s, u"bioRxiv, medRxiv"_s, say("Preprints of the life sciences"), u"acquire.biorxiv.url"_s},
         makeBiorxiv},
        {{u"semanticscholar"_s, u"Semantic Scholar"_s, say("Open copies by DOI; a key makes it more patient"),
          u"acquire.semanticscholar.url"_s, scholarKey, false},
         makeSemanticScholar},
        {{u"core"_s, u"CORE"_s, say("Copies in repositories of universities"), u"acquire.core.url"_s, coreKey, true},
         makeCore},
        {{u"doi"_s, say("Publisher's page"), say("Where the DOI leads, if the page names an open PDF"),
          u"acquire.doi.url"_s},
         makeDoiRedirect},
        {{u"resolver"_s,
          say("Link resolver"),
          say("Your institution's, by OpenURL"),
          u"acquire.resolver.url"_s,
          {},
          false,
          true},
         makeLinkResolver},
        {{u"retrieval"_s,
          say("Retrieval service"),
          say("Your institution's; asked when nothing else has helped"),
          u"acquire.retrieval.url"_s,
          {},
          false,
          true},
         makeRetrievalService},
        {{u"pages"_s, say("Pages the list names"), say("Links of the list to a page, which may name a PDF"), {}},
         makeListPages},
    };
}

} // namespace

QVector<SourceFacts> knownSources()
{
    QVector<SourceFacts> all;
    for (const Registered& one : registry())
        all.append(one.facts);
    return all;
}

QVector<SourceChoice> sourceChoices(const Settings& settings)
{
    static const QRegularExpression between(uR"([,;\s]+)"_s);
    QStringList known;
    for (const SourceFacts& source : knownSources())
        known.append(source.name);
    QVector<SourceChoice> choices;
    for (QString name : settings.text(u"acquire.sources"_s).split(between, Qt::SkipEmptyParts)) {
        const bool off = name.startsWith('-'_L1);
        if (off)
            name.remove(0, 1);
        if (known.removeOne(name))
            choices.append({name, !off});
    }
    for (const QString& name : std::as_const(known))
        choices.append({name, false});
    return choices;
}

QString sourceSetting(const QVector<SourceChoice>& choices)
{
    QStringList names;
    for (const SourceChoice& choice : choices)
        names.append(choice.on ? choice.name : u'-' + choice.name);
    return names.join(u", "_s);
}

QString sourceLacks(const SourceFacts& source, const Settings& settings, const SecretSource& secrets)
{
    if (!source.urlKey.isEmpty() && settings.text(source.urlKey).isEmpty())
        return say("needs its address");
    if (source.needsKey && secrets(*source.key).isEmpty())
        return say("needs a key");
    if (source.name == "unpaywall"_L1 && settings.text(u"acquire.email"_s).isEmpty())
        return say("needs your e-mail address");
    return {};
}

Sources makeSources(const SourceSetup& setup)
{
    Sources sources;
    const QVector<Registered> all = registry();
    for (const SourceChoice& choice : sourceChoices(setup.settings)) {
        const auto found =
            std::ranges::find_if(all, [&](const Registered& one) { return one.facts.name == choice.name; });
        // Without an address Unpaywall is not left out: the run waits for one, and says so.
        const bool lacks =
            choice.name != "unpaywall"_L1 && !sourceLacks(found->facts, setup.settings, setup.secrets).isEmpty();
        if (choice.on && !lacks)
            sources.push_back(found->make(setup));
    }
    return sources;
}

std::unique_ptr<SourceResolver> makeSource(const QString& name, const SourceSetup& setup)
{
    for (const Registered& one : registry()) {
        if (one.facts.name == name)
            return one.make(setup);
    }
    return nullptr;
}

QUrl addressUnder(const QUrl& base, const QString& path)
{
    QString own = base.path();
    while (own.endsWith('/'_L1))
        own.chop(1);
    QUrl url = base;
    url.setPath(own + path, QUrl::DecodedMode);
    return url;
}

} // namespace sheaf
