// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/list_writer.h"

#include <QHash>
#include <QXmlStreamWriter>

using namespace Qt::StringLiterals;

/** Zotero RDF as Zotero's own translator reads it; what Zotero has no field for stands in its "extra" (dc:description).
 */
namespace sheaf {

namespace {

const QString Rdf = u"http://www.w3.org/1999/02/22-rdf-syntax-ns#"_s;
const QString Zotero = u"http://www.zotero.org/namespaces/export#"_s;
const QString Dc = u"http://purl.org/dc/elements/1.1/"_s;
const QString DcTerms = u"http://purl.org/dc/terms/"_s;
const QString Bib = u"http://purl.org/net/biblio#"_s;
const QString Foaf = u"http://xmlns.com/foaf/0.1/"_s;
const QString Prism = u"http://prismstandard.org/namespaces/1.2/basic/"_s;
const QString Link = u"http://purl.org/rss/1.0/modules/link/"_s;

struct RdfType
{
    QString item;      ///< z:itemType
    QString element;   ///< of bib
    QString container; ///< of bib, what it stands in
};

RdfType rdfType(const QString& cslType)
{
    static const QHash<QString, RdfType> types{
        {u"article-journal"_s, {u"journalArticle"_s, u"Article"_s, u"Journal"_s}},
        {u"article-magazine"_s, {u"magazineArticle"_s, u"Article"_s, u"Periodical"_s}},
        {u"article-newspaper"_s, {u"newspaperArticle"_s, u"Article"_s, u"Newspaper"_s}},
        {u"paper-conference"_s, {u"conferencePaper"_s, u"Article"_s, u"Journal"_s}},
        {u"book"_s, {u"book"_s, u"Book"_s, u"Series"_s}},
        {u"chapter"_s, {u"bookSection"_s, u"BookSection"_s, u"Book"_s}},
        {u"thesis"_s, {u"thesis"_s, u"Thesis"_s, u"Series"_s}},
        {u"report"_s, {u"report"_s, u"Report"_s, u"Series"_s}},
        {u"article"_s, {u"preprint"_s, u"Article"_s, u"Series"_s}},
        {u"webpage"_s, {u"webpage"_s, u"Document"_s, u"Series"_s}},
        {u"patent"_s, {u"patent"_s, u"Patent"_s, u"Series"_s}},
        {u"dataset"_s, {u"dataset"_s, u"Data"_s, u"Series"_s}},
        {u"software"_s, {u"computerProgram"_s, u"Software"_s, u"Series"_s}}};
    return types.value(cslType, {u"document"_s, u"Document"_s, u"Series"_s});
}

/** XML 1.0 has no place for most control characters. */
QString allowed(QString text)
{
    return text.removeIf([](QChar c) {
        return (c.unicode() < 32 && c != '\t'_L1 && c != '\n'_L1 && c != '\r'_L1) || c.unicode() >= 0xFFFE;
    });
}

class RdfWriter
{
public:
    QByteArray write(const QVector<Paper>& papers, const QStringList& notes)
    {
        QByteArray bytes;
        m_xml.emplace(&bytes);
        m_xml->setAutoFormatting(true);
        m_xml->writeStartDocument();
        const std::pair<QString, QString> names[] = {{u"rdf"_s, Rdf},         {u"z"_s, Zotero}, {u"dc"_s, Dc},
                                                     {u"dcterms"_s, DcTerms}, {u"bib"_s, Bib},  {u"foaf"_s, Foaf},
                                                     {u"prism"_s, Prism},     {u"link"_s, Link}};
        for (const auto& [prefix, uri] : names)
            m_xml->writeNamespace(uri, prefix);
        open(Rdf, u"RDF"_s);
        for (qsizetype i = 0; i < papers.size(); ++i)
            addPaper(papers.at(i), notes.value(i));
        m_xml->writeEndDocument();
        return bytes;
    }

private:
    void open(const QString& space, const QString& name) { m_xml->writeStartElement(space, name); }
    void close(int count = 1)
    {
        for (int i = 0; i < count; ++i)
            m_xml->writeEndElement();
    }
    void add(const QString& space, const QString& name, const QString& text)
    {
        if (!text.isEmpty())
            m_xml->writeTextElement(space, name, allowed(text));
    }

    void addPaper(const Paper& paper, const QString& note)
    {
        const RdfType type = rdfType(paper.type);
        const QString name = u"#item_%1"_s.arg(++m_items);
        open(Bib, type.element);
        m_xml->writeAttribute(Rdf, u"about"_s, name);
        add(Zotero, u"itemType"_s, type.item);
        addContainer(paper, type.container);
        addPublisher(paper.publisher);
        addAuthors(paper.authors);
        for (qsizetype i = 0; i < paper.files.size(); ++i) {
            m_xml->writeEmptyElement(Link, u"link"_s);
            m_xml->writeAttribute(Rdf, u"resource"_s, u"%1_file_%2"_s.arg(name).arg(i + 1));
        }
        if (!note.isEmpty()) {
            m_xml->writeEmptyElement(DcTerms, u"isReferencedBy"_s);
            m_xml->writeAttribute(Rdf, u"resource"_s, name + u"_note"_s);
        }
        for (const QString& keyword : paper.keywords)
            add(Dc, u"subject"_s, keyword);
        addIdentifiers(paper);
        add(Dc, u"title"_s, paper.title);
        add(DcTerms, u"abstract"_s, paper.abstractText);
        add(Dc, u"date"_s, paper.year > 0 ? QString::number(paper.year) : QString());
        add(Zotero, u"language"_s, paper.language);
        add(Bib, u"pages"_s, QString(paper.pages).replace(u'–', '-'_L1));
        add(Dc, u"description"_s, extraOf(paper));
        close();
        for (qsizetype i = 0; i < paper.files.size(); ++i)
            addFile(u"%1_file_%2"_s.arg(name).arg(i + 1), paper.files.at(i));
        if (!note.isEmpty())
            addNote(name + u"_note"_s, note);
    }

    void addNote(const QString& name, const QString& note)
    {
        open(Bib, u"Memo"_s);
        m_xml->writeAttribute(Rdf, u"about"_s, name);
        add(Rdf, u"value"_s, note);
        close();
    }

    void addContainer(const Paper& paper, const QString& kind)
    {
        if (paper.venue.isEmpty() && paper.volume.isEmpty() && paper.issue.isEmpty())
            return;
        open(DcTerms, u"isPartOf"_s);
        open(Bib, kind);
        add(Prism, u"volume"_s, paper.volume);
        add(Prism, u"number"_s, paper.issue);
        add(Dc, u"title"_s, paper.venue);
        close(2);
    }

    void addPublisher(const QString& publisher)
    {
        if (publisher.isEmpty())
            return;
        open(Dc, u"publisher"_s);
        open(Foaf, u"Organization"_s);
        add(Foaf, u"name"_s, publisher);
        close(2);
    }

    void addAuthors(const QVector<Author>& authors)
    {
        if (authors.isEmpty())
            return;
        open(Bib, u"authors"_s);
        open(Rdf, u"Seq"_s);
        for (const Author& author : authors) {
            open(Rdf, u"li"_s);
            open(Foaf, u"Person"_s);
            add(Foaf, u"surname"_s, author.family);
            add(Foaf, u"givenName"_s, author.given);
            close(2);
        }
        close(2);
    }

    void addIdentifiers(const Paper& paper)
    {
        if (!paper.ids.doi.isEmpty())
            add(Dc, u"identifier"_s, u"DOI "_s + paper.ids.doi);
        for (const QString& url : paper.urls) {
            open(Dc, u"identifier"_s);
            open(DcTerms, u"URI"_s);
            add(Rdf, u"value"_s, url);
            close(2);
        }
    }

    static QString extraOf(const Paper& paper)
    {
        QStringList lines;
        const auto line = [&lines](const QString& name, const QString& value) {
            if (!value.isEmpty())
                lines.append(name + u": "_s + value);
        };
        line(u"Citation Key"_s, paper.citationKey);
        line(u"PMID"_s, paper.ids.pmid);
        line(u"PMCID"_s, paper.ids.pmcid);
        line(u"arXiv"_s, paper.ids.arxiv);
        return lines.join('\n'_L1);
    }

    void addFile(const QString& name, const QString& path)
    {
        open(Zotero, u"Attachment"_s);
        m_xml->writeAttribute(Rdf, u"about"_s, name);
        add(Zotero, u"itemType"_s, u"attachment"_s);
        m_xml->writeEmptyElement(Rdf, u"resource"_s);
        m_xml->writeAttribute(Rdf, u"resource"_s, allowed(path));
        add(Dc, u"title"_s, path.section('/'_L1, -1));
        close();
    }

    std::optional<QXmlStreamWriter> m_xml;
    int m_items = 0;
};

class ZoteroRdfWriter final : public ListWriter
{
public:
    QString format() const override { return u"zotero-rdf"_s; }
    QString suffix() const override { return u".rdf"_s; }
    QString label() const override { return u"Zotero RDF"_s; }
    QByteArray write(const QVector<Paper>& papers) const override { return RdfWriter().write(papers, {}); }
    bool hasNotes() const override { return true; }
    QByteArray writeWithNotes(const QVector<Paper>& papers, const QStringList& notes) const override
    {
        return RdfWriter().write(papers, notes);
    }
};

} // namespace

const ListWriter& zoteroRdfWriter()
{
    static const ZoteroRdfWriter writer;
    return writer;
}

} // namespace sheaf
