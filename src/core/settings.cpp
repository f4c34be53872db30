// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

SettingSpec text(const char* key, const QString& value, const QString& description, const QStringList& choices = {})
{
    return {QString::fromLatin1(key), value, description, choices, 0, 0};
}

SettingSpec integer(const char* key, int value, const QString& description, double minimum, double maximum)
{
    return {QString::fromLatin1(key), value, description, {}, minimum, maximum};
}

SettingSpec number(const char* key, double value, const QString& description, double minimum, double maximum)
{
    return {QString::fromLatin1(key), value, description, {}, minimum, maximum};
}

QStringList readers()
{
    return {u"offline"_s, u"openai"_s, u"anthropic"_s};
}

SettingSpec flag(const char* key, bool value, const QString& description)
{
    return {QString::fromLatin1(key), value, description, {}, 0, 0};
}

QVector<SettingSpec> makeSpecs()
{
    return {
        text("acquire.email", u""_s,
             QCoreApplication::translate("Settings", "Contact address that open-access services ask for")),
        text("acquire.unpaywall.url", u"https://api.unpaywall.org"_s,
             QCoreApplication::translate("Settings", "Unpaywall's address")),
        text("acquire.arxiv.url", u"https://arxiv.org"_s, QCoreApplication::translate("Settings", "arXiv's address")),
        text("acquire.openalex.url", u"https://api.openalex.org"_s,
             QCoreApplication::translate("Settings", "OpenAlex's address")),
        text("acquire.europepmc.url", u"https://www.ebi.ac.uk/europepmc/webservices/rest"_s,
             QCoreApplication::translate("Settings", "Europe PMC's address")),
        text("acquire.semanticscholar.url", u"https://api.semanticscholar.org"_s,
             QCoreApplication::translate("Settings", "Semantic Scholar's address")),
        text("acquire.core.url", u"https://api.core.ac.uk"_s,
             QCoreApplication::translate("Settings", "CORE's address")),
        text("acquire.biorxiv.url", u"https://api.biorxiv.org"_s,
             QCoreApplication::translate("Settings", "Address of bioRxiv and medRxiv")),
        text("acquire.doi.url", u"https://doi.org"_s,
             QCoreApplication::translate("Settings", "Address of the DOI resolver")),
        text("acquire.resolver.url", u""_s,
             QCoreApplication::translate("Settings", "Your institution's link resolver (OpenURL); empty = none")),
        text("acquire.retrieval.url", u""_s,
             QCoreApplication::translate("Settings", "Your institution's retrieval service; empty = none")),
        integer("acquire.retrieval.seconds", 420,
                QCoreApplication::translate("Settings", "Longest time that the retrieval service gets for a paper"), 5,
                3600),
        text("acquire.sources",
             u"list, unpaywall, openalex, europepmc, arxiv, biorxiv, semanticscholar, core, doi, resolver, retrieval, "
             "pages"_s,
             QCoreApplication::translate(
                 "Settings", "Where documents are looked for, in this order; what has a minus before it is off")),
        text("acquire.pace", u""_s,
             QCoreApplication::translate(
                 "Settings",
                 "Seconds between two requests to a host, where Sheaf should take more time: HOST=SECONDS, …")),
        text("acquire.downloads.folder", u""_s,
             QCoreApplication::translate(
                 "Settings", "Folder watched for documents that you download yourself; empty = the system's")),
        flag("acquire.downloads.watch", true,
             QCoreApplication::translate("Settings", "Watch that folder while papers need you")),
        flag("acquire.metadata", true,
             QCoreApplication::translate("Settings", "Ask catalogues for missing DOIs, titles and years and for "
                                                     "retractions, once a contact address is set")),
        text("acquire.crossref.url", u"https://api.crossref.org"_s,
             QCoreApplication::translate("Settings", "Crossref's address")),
        integer("acquire.parallel", 5, QCoreApplication::translate("Settings", "Papers acquired at once"), 1, 32),
        integer("acquire.deadline.seconds", 120,
                QCoreApplication::translate("Settings", "Longest time for one download, in seconds"), 5, 3600),
        integer("acquire.patience.seconds", 120,
                QCoreApplication::translate("Settings", "How long papers wait for a source that is down when nothing "
                                                        "else is left to do, in seconds"),
                0, 86400),
        integer("acquire.megabytes", 500,
                QCoreApplication::translate("Settings", "Largest document that is fetched, in megabytes"), 1, 4000),
        integer("queue.marker.papers", 8,
                QCoreApplication::translate("Settings", "Papers that may wait for conversion"), 1, 1000),
        integer("queue.marker.megabytes", 400,
                QCoreApplication::translate("Settings", "Megabytes that may wait for conversion"), 1, 100000),
        text("convert.kind", u"native"_s, QCoreApplication::translate("Settings", "Converter"),
             {u"native"_s, u"marker-server"_s, u"datalab"_s, u"docling-serve"_s, u"mineru"_s, u"grobid"_s,
              u"job-service"_s, u"vision"_s}),
        text("convert.url", u""_s,
             QCoreApplication::translate("Settings",
                                         "Address of the conversion service; empty = its usual one, if it has one")),
        text("convert.fallback.fast", u""_s,
             QCoreApplication::translate("Settings", "Fast: converters for papers with which the first one fails, in "
                                                     "order: “native” or “grobid=http://localhost:8070, native”")),
        text("convert.fallback.balanced", u""_s,
             QCoreApplication::translate("Settings", "Balanced: the same for this preset")),
        text("convert.fallback.quality", u""_s,
             QCoreApplication::translate("Settings", "Quality: the same for this preset")),
        text("convert.model", u""_s,
             QCoreApplication::translate("Settings", "Model of a vision server; empty = what the server offers first")),
        text(
            "convert.prompt", u""_s,
            QCoreApplication::translate("Settings", "What a vision model is asked for each page; empty = our wording")),
        text("convert.folder", u""_s,
             QCoreApplication::translate("Settings",
                                         "Folder that a job service shares with this computer and reads papers from")),
        text("convert.label", u""_s,
             QCoreApplication::translate("Settings", "Version label of the conversion service, part of the cache key")),
        text("convert.preset", u"balanced"_s,
             QCoreApplication::translate("Settings",
                                         "Fast takes the file's own text; balanced reads scans and pages with doubtful "
                                         "text from their pictures, once the models are there; quality compares each "
                                         "page of a scan's recognised text with its picture too"),
             {u"fast"_s, u"balanced"_s, u"quality"_s}),
        integer("convert.workers", 4, QCoreApplication::translate("Settings", "Papers converted at once"), 1, 32),
        integer("convert.gpu.megabytes", 0,
                QCoreApplication::translate(
                    "Settings", "Memory of a graphics card that reading scans may take, in megabytes; 0 takes a "
                                "quarter of what is free. Never more than half of it: the rest is for a local "
                                "language model"),
                0, 1000000),
        integer("convert.deadline.seconds", 1800,
                QCoreApplication::translate("Settings", "Longest time for one conversion, in seconds"), 5, 14400),
        text("read.kind", u"offline"_s, QCoreApplication::translate("Settings", "Reader"), readers()),
        text("read.url", u""_s,
             QCoreApplication::translate("Settings", "Address of the reader's service; empty = the vendor's own")),
        text("read.model", u""_s,
             QCoreApplication::translate("Settings", "Model; empty = what the service offers first")),
        integer("read.workers", 4, QCoreApplication::translate("Settings", "Calls to the reader at once"), 1, 64),
        text("read.batch", u"auto"_s, QCoreApplication::translate("Settings", "Batches: auto, always or never"),
             {u"auto"_s, u"always"_s, u"never"_s}),
        integer("read.poll.seconds", 60,
                QCoreApplication::translate("Settings", "Longest time between two looks at a batch, in seconds"), 1,
                3600),
        number("read.cap.usd", 3.0,
               QCoreApplication::translate("Settings", "Most that reading may cost, in US dollars"), 0, 1'000'000),
        integer("read.pilot", 0,
                QCoreApplication::translate(
                    "Settings", "Papers to read before the rest waits for a look at their answers; 0 = none"),
                0, 50),
        text("read.pilot.papers", u""_s,
             QCoreApplication::translate("Settings",
                                         "The pilot's papers by their numbers; empty = as unlike as there are")),
        integer("read.max.tokens", 4096, QCoreApplication::translate("Settings", "Longest answer, in tokens"), 256,
                64000),
        integer("read.deadline.seconds", 600,
                QCoreApplication::translate(
                    "Settings", "Longest time for one answer, in seconds; of a server nearby, its longest silence"),
                5, 7200),
        text("read.language", u"en"_s,
             QCoreApplication::translate("Settings", "Language of the answers; quotes stay in the paper's")),
        flag("read.abstracts", false,
             QCoreApplication::translate("Settings", "Read the list's abstract of a paper of which no document can be "
                                                     "had; such papers are marked and counted apart")),
        text("read.anthropic.version", u"2023-06-01"_s,
             QCoreApplication::translate("Settings", "Version of the Messages interface")),
        number("read.price.in", -1,
               QCoreApplication::translate("Settings", "US dollars a million input tokens; −1 = from the price table"),
               -1, 10000),
        number("read.price.out", -1,
               QCoreApplication::translate("Settings", "US dollars a million output tokens; −1 = from the price table"),
               -1, 10000),
        text("second.kind", u"none"_s,
             QCoreApplication::translate("Settings", "Second reader, to compare with the first"),
             QStringList(u"none"_s) + readers()),
        text("second.url", u""_s,
             QCoreApplication::translate("Settings", "Address of its service; empty = the vendor's own")),
        text("second.model", u""_s,
             QCoreApplication::translate("Settings", "Its model; empty = what the service offers first")),
        text("second.columns", u""_s,
             QCoreApplication::translate("Settings", "Columns it reads, with commas between them; empty = all")),
        text("second.batch", u"always"_s, QCoreApplication::translate("Settings", "Its batches: always, auto or never"),
             {u"always"_s, u"auto"_s, u"never"_s}),
        integer("second.workers", 4, QCoreApplication::translate("Settings", "Calls to the second reader at once"), 1,
                64),
        number("second.price.in", -1,
               QCoreApplication::translate("Settings", "US dollars a million input tokens; −1 = from the price table"),
               -1, 10000),
        number("second.price.out", -1,
               QCoreApplication::translate("Settings", "US dollars a million output tokens; −1 = from the price table"),
               -1, 10000),
        flag("zotero.live", false,
             QCoreApplication::translate("Settings", "Write each paper to Zotero as soon as it is read")),
        text("zotero.way", u"web"_s,
             QCoreApplication::translate("Settings",
                                         "How Zotero is written to: on the web (web), in the program on this "
                                         "computer from version 10 on (local), or before, which only adds (connector)"),
             {u"web"_s, u"local"_s, u"connector"_s}),
        text("zotero.url", u"https://api.zotero.org"_s,
             QCoreApplication::translate("Settings", "Address of Zotero's web interface")),
        text("zotero.library", u""_s,
             QCoreApplication::translate("Settings", "Library: users/NUMBER or groups/NUMBER; empty = the key's own")),
        text("zotero.collection", u""_s,
             QCoreApplication::translate("Settings", "Collection that papers are put into: its key; empty = none")),
        text("zotero.tags", u"sheaf"_s,
             QCoreApplication::translate("Settings", "Tags that papers get, separated by commas")),
        flag("zotero.attach", true, QCoreApplication::translate("Settings", "Attach the PDF where Zotero has none")),
        flag("zotero.highlight", true,
             QCoreApplication::translate("Settings", "Highlight the proven quotes in the PDF in Zotero")),
        text("zotero.local.url", u"http://127.0.0.1:23119"_s,
             QCoreApplication::translate("Settings", "Address of Zotero on this computer")),
        flag("elasticsearch.live", false,
             QCoreApplication::translate("Settings", "Write each paper to Elasticsearch as soon as it is read")),
        text("elasticsearch.url", u""_s,
             QCoreApplication::translate("Settings", "Address of Elasticsearch or OpenSearch")),
        text("elasticsearch.index", u"sheaf"_s, QCoreApplication::translate("Settings", "Index, made where it is not")),
        text("elasticsearch.user", u""_s,
             QCoreApplication::translate("Settings", "User, whose password is the key; empty = the key is an API key")),
        text("elasticsearch.certificate", u""_s,
             QCoreApplication::translate("Settings", "File of a certificate (PEM) that is trusted for this server")),
        flag("elasticsearch.text", true, QCoreApplication::translate("Settings", "Write the papers' full text too")),
    };
}

QString allowed(const SettingSpec& spec)
{
    if (!spec.choices.isEmpty())
        return QCoreApplication::translate("Settings", "It takes: %1.").arg(spec.choices.join(u", "_s));
    if (spec.minimum < spec.maximum)
        return QCoreApplication::translate("Settings", "It takes a number from %1 to %2.")
            .arg(spec.minimum)
            .arg(spec.maximum);
    if (spec.defaultValue.typeId() == QMetaType::Bool)
        return QCoreApplication::translate("Settings", "It takes true or false.");
    return {};
}

std::optional<QVariant> parse(const SettingSpec& spec, const QString& value)
{
    bool ok = true;
    switch (spec.defaultValue.typeId()) {
    case QMetaType::Int: {
        const int number = QLocale::c().toInt(value, &ok);
        return ok && number >= spec.minimum && number <= spec.maximum ? std::optional<QVariant>(number) : std::nullopt;
    }
    case QMetaType::Double: {
        const double number = QLocale::c().toDouble(value, &ok);
        return ok && number >= spec.minimum && number <= spec.maximum ? std::optional<QVariant>(number) : std::nullopt;
    }
    case QMetaType::Bool:
        if (value == "true"_L1 || value == "false"_L1)
            return QVariant(value == "true"_L1);
        return std::nullopt;
    default:
        if (!spec.choices.isEmpty() && !spec.choices.contains(value))
            return std::nullopt;
        return QVariant(value);
    }
}

} // namespace

const QVector<SettingSpec>& Settings::specs()
{
    static const QVector<SettingSpec> specs = makeSpecs();
    return specs;
}

const SettingSpec* Settings::spec(const QString& key)
{
    static const QHash<QString, const SettingSpec*> byKey = [] {
        QHash<QString, const SettingSpec*> index;
        for (const SettingSpec& s : specs())
            index.insert(s.key, &s);
        return index;
    }();
    return byKey.value(key);
}

Result<void> Settings::set(const QString& key, const QString& value)
{
    const SettingSpec* known = spec(key);
    if (!known)
        return fail(Stage::Load, u"settings.unknown"_s,
                    QCoreApplication::translate("Settings", "There is no setting “%1”.").arg(key));
    const auto parsed = parse(*known, value.trimmed());
    if (!parsed)
        return fail(Stage::Load, u"settings.value"_s,
                    QCoreApplication::translate("Settings", "“%1” is no value for the setting %2. %3")
                        .arg(value, key, allowed(*known))
                        .trimmed());
    m_values.insert(key, *parsed);
    return {};
}

QVariant Settings::value(const QString& key) const
{
    const auto found = m_values.constFind(key);
    if (found != m_values.cend())
        return *found;
    const SettingSpec* known = spec(key);
    Q_ASSERT_X(known, "Settings::value", qPrintable(key));
    return known ? known->defaultValue : QVariant();
}

QHash<QString, QString> Settings::changed() const
{
    QHash<QString, QString> texts;
    for (auto it = m_values.cbegin(); it != m_values.cend(); ++it)
        texts.insert(it.key(), it->toString());
    return texts;
}

Settings Settings::overlaid(const Settings& over) const
{
    Settings both = *this;
    both.m_values.insert(over.m_values);
    return both;
}

} // namespace sheaf
