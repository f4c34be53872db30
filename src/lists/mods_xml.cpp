// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/list_readers.h"
#include "lists/paper_builder.h"
#include "lists/xml_tree.h"

using namespace Qt::StringLiterals;

/** The Library of Congress' MODS 3, as catalogues, repositories, bibutils, JabRef and Zotero write it. */
namespace sheaf {

namespace {

QString kindOf(const XmlNode& node)
{
    return node.attributes.value(u"type"_s).toLower();
}

/** "The" and "effects of …" with their subtitle. */
QString titleOf(const XmlNode& work)
{
    for (const bool alternative : {false, true})
        for (const XmlNode* info : work.all(u"titleInfo")) {
            if (!kindOf(*info).isEmpty() != alternative)
                continue;
            const QString start = info->textAt(u"nonSort"), subtitle = info->textAt(u"subTitle");
            QString title = info->textAt(u"title");
            if (title.isEmpty())
                continue;
            if (!start.isEmpty())
                title.prepend(start + (start.endsWith('\''_L1) || start.endsWith(u'’') ? u""_s : u" "_s));
            return subtitle.isEmpty() ? title : title + u": "_s + subtitle;
        }
    return {};
}

Author authorOf(const XmlNode& name)
{
    QString family, whole, suffix;
    QStringList given;
    for (const XmlNode* part : name.all(u"namePart")) {
        const QString kind = kindOf(*part);
        QString text = part->text;
        while (text.endsWith(','_L1))
            text.chop(1);
        if (kind == "family"_L1)
            family = text;
        else if (kind == "given"_L1)
            given.append(text);
        else if (kind == "termsofaddress"_L1 && isNameSuffix(text))
            suffix = text;
        else if (kind.isEmpty())
            whole += (whole.isEmpty() ? u""_s : u" "_s) + text;
    }
    if (!family.isEmpty())
        return authorFromParts(family, given.join(' '_L1), suffix);
    return kindOf(name) == "corporate"_L1 || kindOf(name) == "conference"_L1 ? Author{whole, {}, {}}
                                                                             : authorFromName(whole);
}

/** Authors: those whose role says so, or who have none; where there are none, whoever made it. */
void setAuthors(PaperBuilder& builder, const XmlNode& work)
{
    const auto isAuthor = [](const XmlNode* name) {
        const auto roles = name->all(u"role/roleTerm") + name->all(u"role");
        return std::ranges::all_of(roles, [](const XmlNode* role) {
            const QString text = role->text.toLower();
            return text.isEmpty() || text == "author"_L1 || text == "aut"_L1 || text == "creator"_L1 ||
                   text == "cre"_L1;
        });
    };
    const auto names = work.all(u"name");
    const bool hasAuthor = std::ranges::any_of(names, isAuthor);
    for (const XmlNode* name : names)
        if (isAuthor(name) == hasAuthor && kindOf(*name) != "conference"_L1)
            builder.addAuthor(authorOf(*name));
}

void setYear(PaperBuilder& builder, const XmlNode& work)
{
    for (const QStringView date : {u"dateIssued", u"dateCreated", u"copyrightDate", u"dateOther"})
        for (const QStringView around : {u"originInfo/", u"part/", u"relatedItem/originInfo/"})
            for (const XmlNode* node : work.all(around.toString() + date.toString()))
                builder.set(PaperField::Year, node->text, node->line);
    for (const QStringView date : {u"part/date", u"relatedItem/part/date"})
        builder.set(PaperField::Year, work.textAt(date));
}

void setIdentifiers(PaperBuilder& builder, const XmlNode& work)
{
    for (const XmlNode* node : work.all(u"identifier")) {
        const QString kind = kindOf(*node);
        if (kind == "doi"_L1)
            builder.set(PaperField::Doi, node->text, node->line);
        else if (kind == "pmid"_L1 || kind == "pubmed"_L1)
            builder.set(PaperField::Pmid, node->text, node->line);
        else if (kind == "pmc"_L1 || kind == "pmcid"_L1)
            builder.set(PaperField::Pmcid, node->text, node->line);
        else if (kind == "arxiv"_L1 || kind == "eprint"_L1)
            builder.set(PaperField::Arxiv, node->text, node->line);
        else if (kind == "citekey"_L1)
            builder.set(PaperField::Key, node->text, node->line);
        else if (kind == "uri"_L1)
            builder.set(PaperField::Url, node->text, node->line);
    }
}

/** Volume, issue and pages: the work's own, or those of its place in what it stands in. */
void setPart(PaperBuilder& builder, const XmlNode& part)
{
    for (const XmlNode* detail : part.all(u"detail")) {
        const QString number = detail->textAt(u"number"), kind = kindOf(*detail);
        const QString text = number.isEmpty() ? detail->text : number;
        if (kind == "volume"_L1)
            builder.set(PaperField::Volume, text);
        else if (kind == "issue"_L1 || kind == "number"_L1)
            builder.set(PaperField::Issue, text);
        else if (kind == "page"_L1 || kind == "pages"_L1)
            builder.set(PaperField::Pages, text);
    }
    for (const XmlNode* extent : part.all(u"extent")) {
        builder.set(PaperField::FirstPage, extent->textAt(u"start"));
        builder.set(PaperField::LastPage, extent->textAt(u"end"));
        builder.set(PaperField::Pages, extent->textAt(u"list"));
    }
}

void setType(PaperBuilder& builder, const XmlNode& work, const XmlNode* host)
{
    for (const XmlNode* genre : work.all(u"genre"))
        builder.set(PaperField::Type, genre->text);
    const bool continuing = host && host->textAt(u"originInfo/issuance") == "continuing"_L1;
    const bool periodical = host && std::ranges::any_of(host->all(u"genre"), [](const XmlNode* genre) {
                                return genre->text.contains("journal"_L1) || genre->text.contains("periodical"_L1);
                            });
    if (host)
        builder.set(PaperField::Type, continuing || periodical ? u"article-journal" : u"chapter");
    else if (work.textAt(u"originInfo/issuance") == "monographic"_L1)
        builder.set(PaperField::Type, u"book");
}

std::optional<Paper> paperOf(const XmlNode& work, QVector<ListWarning>& warnings)
{
    const auto related = work.all(u"relatedItem");
    const auto found = std::ranges::find_if(related, [](const XmlNode* item) { return kindOf(*item) == "host"_L1; });
    const XmlNode* host = found == related.end() ? nullptr : *found;
    PaperBuilder builder(work.line, warnings);
    builder.set(PaperField::Title, titleOf(work));
    setAuthors(builder, work);
    setYear(builder, work);
    setIdentifiers(builder, work);
    setType(builder, work, host);
    for (const XmlNode* item : {&work, host}) {
        if (!item)
            continue;
        for (const XmlNode* part : item->all(u"part"))
            setPart(builder, *part);
        builder.set(PaperField::Publisher, item->textAt(u"originInfo/publisher"));
    }
    if (host)
        builder.set(PaperField::Venue, titleOf(*host));
    builder.set(PaperField::Key, work.attributes.value(u"ID"_s));
    builder.set(PaperField::Abstract, work.textAt(u"abstract"));
    builder.set(PaperField::Language, work.textAt(u"language/languageTerm"));
    for (const XmlNode* topic : work.all(u"subject/topic"))
        builder.set(PaperField::Keyword, topic->text);
    for (const XmlNode* url : work.all(u"location/url"))
        builder.set(PaperField::Url, url->text);
    return builder.finish();
}

class ModsXmlReader final : public ListReader
{
public:
    QString format() const override { return u"MODS XML"_s; }
    QStringList suffixes() const override { return {u"xml"_s, u"mods"_s}; }

    int recognises(QStringView head, QStringView) const override
    {
        return head.contains("http://www.loc.gov/mods/"_L1) || head.contains("<modsCollection"_L1) ? 91 : 0;
    }

    ParsedList read(const QString& text, const TableMapping&) const override
    {
        ParsedList list;
        const auto isRecord = [](QStringView name, int) { return name == "mods"_L1; };
        for (const XmlNode& record : xmlNodes(text, isRecord, list.warnings))
            if (auto paper = paperOf(record, list.warnings))
                list.papers.append(*std::move(paper));
        return list;
    }
};

} // namespace

const ListReader& modsXmlReader()
{
    static const ModsXmlReader reader;
    return reader;
}

} // namespace sheaf
