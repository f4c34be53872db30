// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/list_readers.h"
#include "lists/xml_records.h"

using namespace Qt::StringLiterals;

/** PubMed's XML: articles and books, by the NLM's DTD. */
namespace sheaf {

namespace {

constexpr std::array Rules{
    XmlRule{"MedlineCitation/PMID"_L1, PaperField::Pmid},
    XmlRule{"BookDocument/PMID"_L1, PaperField::Pmid},
    XmlRule{"MedlineCitation/Article/ArticleTitle"_L1, PaperField::Title},
    XmlRule{"BookDocument/ArticleTitle"_L1, PaperField::Title},
    XmlRule{"BookDocument/Book/BookTitle"_L1, PaperField::Title},
    XmlRule{"MedlineCitation/Article/VernacularTitle"_L1, PaperField::Title},
    XmlRule{"MedlineCitation/Article/Journal/JournalIssue/PubDate/Year"_L1, PaperField::Year},
    XmlRule{"MedlineCitation/Article/Journal/JournalIssue/PubDate/MedlineDate"_L1, PaperField::Year},
    XmlRule{"MedlineCitation/Article/ArticleDate/Year"_L1, PaperField::Year},
    XmlRule{"BookDocument/Book/PubDate/Year"_L1, PaperField::Year},
    XmlRule{"BookDocument/ContributionDate/Year"_L1, PaperField::Year},
    XmlRule{"MedlineCitation/Article/Journal/Title"_L1, PaperField::Venue},
    XmlRule{"MedlineCitation/MedlineJournalInfo/MedlineTA"_L1, PaperField::Venue},
    XmlRule{"BookDocument/Book/BookTitle"_L1, PaperField::Venue},
    XmlRule{"MedlineCitation/Article/Journal/JournalIssue/Volume"_L1, PaperField::Volume},
    XmlRule{"MedlineCitation/Article/Journal/JournalIssue/Issue"_L1, PaperField::Issue},
    XmlRule{"MedlineCitation/Article/Pagination/MedlinePgn"_L1, PaperField::Pages},
    XmlRule{"BookDocument/Book/Publisher/PublisherName"_L1, PaperField::Publisher},
    XmlRule{"MedlineCitation/Article/Language"_L1, PaperField::Language},
    XmlRule{"BookDocument/Language"_L1, PaperField::Language},
    XmlRule{"MedlineCitation/KeywordList/Keyword"_L1, PaperField::Keyword},
    XmlRule{"MedlineCitation/MeshHeadingList/MeshHeading/DescriptorName"_L1, PaperField::Keyword},
    XmlRule{"MedlineCitation/Article/PublicationTypeList/PublicationType"_L1, PaperField::Type},
};

void setIdentifier(PaperBuilder& builder, const XmlField& field)
{
    const bool isId = field.path == "PubmedData/ArticleIdList/ArticleId"_L1 ||
                      field.path == "MedlineCitation/Article/ELocationID"_L1 ||
                      field.path == "BookDocument/Book/ELocationID"_L1 ||
                      field.path == "PubmedBookData/ArticleIdList/ArticleId"_L1 ||
                      field.path == "BookDocument/ArticleIdList/ArticleId"_L1;
    if (isId && field.kind == "doi"_L1)
        builder.set(PaperField::Doi, field.value, field.line);
    else if (isId && field.kind == "pmc"_L1)
        builder.set(PaperField::Pmcid, field.value, field.line);
}

/** An author's parts come one after the other, the family name first. */
void setAuthors(PaperBuilder& builder, const XmlRecord& record)
{
    Author author;
    for (const XmlField& field : record.fields) {
        const bool isAuthor = field.path.contains("AuthorList/Author/"_L1) && !field.path.contains("Reference"_L1);
        if (!isAuthor)
            continue;
        if (field.path.endsWith("/LastName"_L1) || field.path.endsWith("/CollectiveName"_L1)) {
            builder.addAuthor(author);
            author = {field.value, {}, {}};
        } else if (field.path.endsWith("/Suffix"_L1)) {
            author = authorFromParts(author.family, author.given, field.value);
        } else if (field.path.endsWith("/ForeName"_L1) ||
                   (field.path.endsWith("/Initials"_L1) && author.given.isEmpty())) {
            author.given = field.value;
        }
    }
    builder.addAuthor(author);
}

/** Structured abstracts come in parts. */
QString abstractOf(const XmlRecord& record)
{
    QStringList parts;
    for (const XmlField& field : record.fields)
        if (field.path.endsWith("/Abstract/AbstractText"_L1))
            parts.append(field.value);
    return parts.join(' '_L1);
}

class PubmedXmlReader final : public ListReader
{
public:
    QString format() const override { return u"PubMed XML"_s; }
    QStringList suffixes() const override { return {u"xml"_s}; }

    int recognises(QStringView head, QStringView) const override
    {
        return head.contains("<PubmedArticle"_L1) || head.contains("<PubmedBookArticle"_L1) ? 92 : 0;
    }

    ParsedList read(const QString& text, const TableMapping&) const override
    {
        ParsedList list;
        for (const XmlRecord& record : xmlRecords(text, {u"PubmedArticle"_s, u"PubmedBookArticle"_s}, list.warnings)) {
            PaperBuilder builder(record.line, list.warnings);
            applyXml(builder, record, Rules);
            for (const XmlField& field : record.fields)
                setIdentifier(builder, field);
            setAuthors(builder, record);
            builder.set(PaperField::Abstract, abstractOf(record));
            if (auto paper = builder.finish())
                list.papers.append(*std::move(paper));
        }
        return list;
    }
};

} // namespace

const ListReader& pubmedXmlReader()
{
    static const PubmedXmlReader reader;
    return reader;
}

} // namespace sheaf
