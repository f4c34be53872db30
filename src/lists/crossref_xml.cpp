// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/list_readers.h"
#include "lists/paper_builder.h"
#include "lists/xml_tree.h"

using namespace Qt::StringLiterals;

/** Crossref's Unixref XML, by its deposit schema: what doi.org answers to "application/vnd.crossref.unixref+xml". */
namespace sheaf {

namespace {

struct Kind
{
    QStringView work; ///< path of what has the DOI
    QStringView type;
    QStringView venue; ///< path of the title of what it stands in
};

/** The innermost first: a chapter before its book. */
constexpr std::array Kinds{
    Kind{u"journal/journal_article", u"article-journal", u"journal/journal_metadata/full_title"},
    Kind{u"conference/conference_paper", u"paper-conference", u"conference/proceedings_metadata/proceedings_title"},
    Kind{u"conference/conference_paper", u"paper-conference",
         u"conference/proceedings_series_metadata/proceedings_title"},
    Kind{u"book/content_item", u"chapter", u"book/book_metadata/titles/title"},
    Kind{u"book/content_item", u"chapter", u"book/book_series_metadata/titles/title"},
    Kind{u"book/content_item", u"chapter", u"book/book_set_metadata/titles/title"},
    Kind{u"book/book_metadata", u"book", u""},
    Kind{u"book/book_series_metadata", u"book", u"book/book_series_metadata/series_metadata/titles/title"},
    Kind{u"book/book_set_metadata", u"book", u""},
    Kind{u"dissertation", u"thesis", u""},
    Kind{u"report-paper/content_item", u"report", u"report-paper/report-paper_metadata/titles/title"},
    Kind{u"report-paper/report-paper_metadata", u"report", u""},
    Kind{u"report-paper/report-paper_series_metadata", u"report", u""},
    Kind{u"posted_content", u"article", u"posted_content/group_title"},
    Kind{u"standard/standard_metadata", u"report", u""},
    Kind{u"database/dataset", u"dataset", u"database/database_metadata/titles/title"},
    Kind{u"peer_review", u"", u""},
};

void setTitle(PaperBuilder& builder, const XmlNode& work)
{
    const QString title = work.textAt(u"titles/title"), subtitle = work.textAt(u"titles/subtitle");
    builder.set(PaperField::Title, title.isEmpty() || subtitle.isEmpty() ? title : title + u": "_s + subtitle);
    builder.set(PaperField::Title, work.textAt(u"titles/original_language_title"));
}

void setAuthors(PaperBuilder& builder, const XmlNode& work)
{
    QVector<const XmlNode*> people;
    for (const QStringView path : {u"contributors/person_name", u"contributors/organization", u"person_name"})
        people += work.all(path);
    const auto isAuthor = [](const XmlNode* node) {
        return node->attributes.value(u"contributor_role"_s, u"author"_s) == "author"_L1;
    };
    const bool hasAuthor = std::ranges::any_of(people, isAuthor);
    for (const XmlNode* node : std::as_const(people)) {
        if (isAuthor(node) != hasAuthor)
            continue;
        if (node->name == "organization"_L1)
            builder.addAuthor({node->text, {}, {}});
        else
            builder.addAuthor(
                authorFromParts(node->textAt(u"surname"), node->textAt(u"given_name"), node->textAt(u"suffix")));
    }
}

/** The printed date where there are several, as it is the one that a paper is cited by. */
void setYear(PaperBuilder& builder, const XmlNode& work)
{
    for (const QStringView path :
         {u"publication_date", u"posted_date", u"approval_date", u"review_date", u"database_date/creation_date"})
        for (const bool printed : {true, false})
            for (const XmlNode* date : work.all(path))
                if (!printed || date->attributes.value(u"media_type"_s) == "print"_L1)
                    builder.set(PaperField::Year, date->textAt(u"year"), date->line);
}

void setPlace(PaperBuilder& builder, const XmlNode& record, const XmlNode& work)
{
    builder.set(PaperField::Volume, record.textAt(u"journal/journal_issue/journal_volume/volume"));
    builder.set(PaperField::Volume, work.textAt(u"volume"));
    builder.set(PaperField::Issue, record.textAt(u"journal/journal_issue/issue"));
    builder.set(PaperField::FirstPage, work.textAt(u"pages/first_page"));
    builder.set(PaperField::LastPage, work.textAt(u"pages/last_page"));
    for (const XmlNode* number : work.all(u"publisher_item/item_number"))
        if (number->attributes.value(u"item_number_type"_s).contains("article"_L1))
            builder.set(PaperField::Pages, number->text);
    for (const QStringView publisher : {u"publisher/publisher_name", u"institution/institution_name"})
        builder.set(PaperField::Publisher, work.textAt(publisher));
    for (const QStringView publisher :
         {u"conference/proceedings_metadata/publisher/publisher_name", u"book/book_metadata/publisher/publisher_name"})
        builder.set(PaperField::Publisher, record.textAt(publisher));
}

void setVenue(PaperBuilder& builder, const XmlNode& record, const XmlNode& work)
{
    for (const Kind& kind : Kinds)
        if (record.find(kind.work) == &work) {
            builder.set(PaperField::Type, kind.type);
            if (!kind.venue.isEmpty())
                builder.set(PaperField::Venue, record.textAt(kind.venue));
        }
}

const XmlNode* workOf(const XmlNode& record)
{
    for (const Kind& kind : Kinds)
        if (const XmlNode* work = record.find(kind.work))
            return work;
    return nullptr;
}

std::optional<Paper> paperOf(const XmlNode& record, QVector<ListWarning>& warnings)
{
    PaperBuilder builder(record.line, warnings);
    if (const XmlNode* work = workOf(record)) {
        setTitle(builder, *work);
        setAuthors(builder, *work);
        setYear(builder, *work);
        for (const QStringView issue :
             {u"journal/journal_issue", u"conference/proceedings_metadata", u"book/book_metadata"})
            if (const XmlNode* around = record.find(issue))
                setYear(builder, *around);
        setVenue(builder, record, *work);
        setPlace(builder, record, *work);
        builder.set(PaperField::Doi, work->textAt(u"doi_data/doi"), work->line);
        builder.set(PaperField::Url, work->textAt(u"doi_data/resource"));
        for (const QStringView language : {u"language", u"lang"})
            builder.set(PaperField::Language, work->attributes.value(language.toString()));
        for (const XmlNode* part : work->all(u"abstract"))
            builder.set(PaperField::Abstract, part->text.isEmpty() ? part->textAt(u"p") : part->text);
    }
    return builder.finish();
}

class CrossrefXmlReader final : public ListReader
{
public:
    QString format() const override { return u"Crossref XML"_s; }
    QStringList suffixes() const override { return {u"xml"_s}; }

    int recognises(QStringView head, QStringView) const override
    {
        return head.contains("<doi_record"_L1) || (head.contains("<crossref>"_L1) && head.contains("<doi_data>"_L1))
                   ? 92
                   : 0;
    }

    ParsedList read(const QString& text, const TableMapping&) const override
    {
        ParsedList list;
        const auto isRecord = [](QStringView name, int) { return name == "crossref"_L1; };
        for (const XmlNode& record : xmlNodes(text, isRecord, list.warnings))
            if (auto paper = paperOf(record, list.warnings))
                list.papers.append(*std::move(paper));
        return list;
    }
};

} // namespace

const ListReader& crossrefXmlReader()
{
    static const CrossrefXmlReader reader;
    return reader;
}

} // namespace sheaf
