// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/csl_items.h"
#include "lists/list_readers.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

/** CSL-JSON by its schema 1.0.2, and Crossref's works, which are the same with arrays for titles. */
namespace sheaf {

namespace {

constexpr std::array Rules{
    JsonRule{"DOI"_L1, PaperField::Doi},
    JsonRule{"PMID"_L1, PaperField::Pmid},
    JsonRule{"PMCID"_L1, PaperField::Pmcid},
    JsonRule{"container-title"_L1, PaperField::Venue},
    JsonRule{"event-title"_L1, PaperField::Venue},
    JsonRule{"volume"_L1, PaperField::Volume},
    JsonRule{"issue"_L1, PaperField::Issue},
    JsonRule{"page"_L1, PaperField::Pages},
    JsonRule{"article-number"_L1, PaperField::Pages},
    JsonRule{"publisher"_L1, PaperField::Publisher},
    JsonRule{"abstract"_L1, PaperField::Abstract},
    JsonRule{"type"_L1, PaperField::Type},
    JsonRule{"language"_L1, PaperField::Language},
    JsonRule{"citation-key"_L1, PaperField::Key},
    JsonRule{"keyword"_L1, PaperField::Keywords},
    JsonRule{"URL"_L1, PaperField::Url},
    JsonRule{"note"_L1, PaperField::Mention},
};

QString joined(const QJsonObject& name, QLatin1StringView particle, const QString& rest)
{
    const QString before = name.value(particle).toString();
    return before.isEmpty() ? rest
                            : before + (before.endsWith('\''_L1) || before.endsWith(u'’') ? u""_s : u" "_s) + rest;
}

/** Numbers and URLs are a program's handles, "paper-1" is our own writer's: nobody cites by them. */
bool isGeneratedId(const QString& id)
{
    return id.contains("://"_L1) || id.startsWith("paper-"_L1) ||
           std::ranges::all_of(id, [](QChar c) { return c.isDigit(); });
}

Author authorOf(const QJsonObject& name)
{
    const QString literal = jsonText(name.value("literal"_L1));
    if (!literal.isEmpty())
        return {literal, {}, {}};
    if (!name.contains("family"_L1))
        return {jsonText(name.value("name"_L1)), {}, {}};
    const QString family = joined(name, "dropping-particle"_L1,
                                  joined(name, "non-dropping-particle"_L1, jsonText(name.value("family"_L1))));
    const QString orcid = jsonText(name.value("ORCID"_L1));
    Author author = authorFromParts(family, jsonText(name.value("given"_L1)), jsonText(name.value("suffix"_L1)));
    author.orcid = orcid.mid(orcid.lastIndexOf('/'_L1) + 1);
    return author;
}

void setYear(PaperBuilder& builder, const QJsonValue& date, int line)
{
    // CSL-YAML lists its dates as mappings; the first is where a range begins.
    const QJsonValue first = date.isArray() ? date.toArray().first() : date;
    const QJsonObject parts = first.toObject();
    const QString year = jsonText(parts.value("date-parts"_L1).toArray().first().toArray().first());
    for (const QString& text : {year, jsonText(parts.value("year"_L1)), jsonText(parts.value("raw"_L1)),
                                jsonText(parts.value("literal"_L1)), jsonText(first)})
        builder.set(PaperField::Year, text, line);
}

/** Crossref parts a title and its subtitle. */
QString titleOf(const QJsonObject& object)
{
    const QString title = jsonText(object.value("title"_L1)), subtitle = jsonText(object.value("subtitle"_L1));
    const bool joined = subtitle.isEmpty() || title.isEmpty() || title.contains(subtitle, Qt::CaseInsensitive);
    return joined ? title : title + u": "_s + subtitle;
}

void addNames(PaperBuilder& builder, const QJsonArray& names)
{
    for (const QJsonValue& name : names)
        builder.addAuthor(name.isString() ? authorFromName(name.toString()) : authorOf(name.toObject()));
}

} // namespace

std::optional<Paper> paperFromCsl(const JsonItem& item, QVector<ListWarning>& warnings)
{
    QJsonObject object = item.object;
    if (const QJsonValue message = object.value("message"_L1); message.isObject())
        object = message.toObject(); // Crossref's answer for one DOI
    PaperBuilder builder(item.line, warnings);
    builder.set(PaperField::Title, titleOf(object));
    setJsonFields(builder, Rules, object, item.line);
    if (const QString id = jsonText(object.value("id"_L1)); !isGeneratedId(id))
        builder.set(PaperField::Key, id);
    const QJsonArray authors = object.value("author"_L1).toArray();
    addNames(builder, authors.isEmpty() ? object.value("editor"_L1).toArray() : authors);
    for (const auto key : {"issued"_L1, "published"_L1, "published-print"_L1, "published-online"_L1, "created"_L1})
        setYear(builder, object.value(key), item.line);
    const QJsonArray links = object.value("link"_L1).toArray();
    for (const QJsonValue& link : links)
        builder.set(PaperField::Url, jsonText(link.toObject().value("URL"_L1)));
    if (jsonText(object.value("archive"_L1)).compare("arxiv"_L1, Qt::CaseInsensitive) == 0)
        builder.set(PaperField::Arxiv, jsonText(object.value("archive_location"_L1)));
    return builder.finish();
}

namespace {

class CslJsonReader final : public ListReader
{
public:
    QString format() const override { return u"CSL-JSON"_s; }
    QStringList suffixes() const override { return {u"json"_s}; }

    int recognises(QStringView head, QStringView suffix) const override
    {
        if (!startsAsJson(head))
            return 0;
        for (const auto key : {"\"title\""_L1, "\"DOI\""_L1, "\"issued\""_L1, "\"container-title\""_L1})
            if (head.contains(key))
                return 80;
        return suffix == u"json" ? 40 : 0;
    }

    ParsedList read(const QString& text, const TableMapping&) const override
    {
        ParsedList list = papersOfItems(text, &paperFromCsl);
        if (text.contains("\"message-type\""_L1))
            list.format = u"Crossref JSON"_s;
        return list;
    }
};

} // namespace

const ListReader& cslJsonReader()
{
    static const CslJsonReader reader;
    return reader;
}

} // namespace sheaf
