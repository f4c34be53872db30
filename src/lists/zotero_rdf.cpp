// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/list_readers.h"
#include "lists/paper_builder.h"
#include "lists/xml_tree.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

/**
 * Zotero RDF, by Zotero's own translator: works with their journals, attachments and notes beside them or within them,
 * joined by rdf:resource.
 */
namespace sheaf {

namespace {

QString resourceOf(const XmlNode& node)
{
    return node.attributes.value(u"resource"_s);
}

class RdfGraph
{
public:
    explicit RdfGraph(QVector<XmlNode> nodes) : m_nodes(std::move(nodes))
    {
        for (const XmlNode& node : m_nodes) {
            m_byName.insert(node.attributes.value(u"about"_s), &node);
            for (const XmlNode* part : node.all(u"isPartOf"))
                m_containers.insert(resourceOf(*part));
        }
        m_byName.remove(QString());
    }

    const QVector<XmlNode>& nodes() const { return m_nodes; }
    const XmlNode* named(const QString& name) const { return m_byName.value(name); }

    /** Journals, series, notes and files are parts of works. */
    bool isWork(const XmlNode& node) const
    {
        static const QSet<QString> parts{u"Attachment"_s, u"Memo"_s, u"Collection"_s, u"Journal"_s, u"Series"_s,
                                         u"Website"_s,    u"Blog"_s, u"Forum"_s,      u"UserItem"_s};
        const QString type = node.textAt(u"itemType");
        if (!type.isEmpty())
            return type != "attachment"_L1 && type != "note"_L1 && type != "annotation"_L1;
        return !parts.contains(node.name) && !m_containers.contains(node.attributes.value(u"about"_s));
    }

    /** What the work stands in: written within it or named. */
    QVector<const XmlNode*> containersOf(const XmlNode& work) const
    {
        QVector<const XmlNode*> all;
        for (const QStringView path : {u"isPartOf", u"presentedAt"})
            for (const XmlNode* part : work.all(path)) {
                for (const XmlNode& child : part->children)
                    all.append(&child);
                if (const XmlNode* container = named(resourceOf(*part)))
                    all.append(container);
            }
        return all;
    }

private:
    QVector<XmlNode> m_nodes;
    QHash<QString, const XmlNode*> m_byName;
    QSet<QString> m_containers;
};

/** "DOI 10.1000/x", "ISSN …", or a dcterms:URI. */
void setIdentifiers(PaperBuilder& builder, const XmlNode& node)
{
    for (const XmlNode* identifier : node.all(u"identifier")) {
        if (identifier->text.startsWith("DOI"_L1))
            builder.set(PaperField::Doi, QStringView(identifier->text).mid(3), identifier->line);
        builder.set(PaperField::Url, identifier->textAt(u"URI/value"));
    }
}

/** The authors; where a kind of work calls them otherwise, those; else the editors. */
void setAuthors(PaperBuilder& builder, const XmlNode& work)
{
    for (const QStringView creators : {u"authors", u"presenters", u"inventors", u"programmers", u"artists",
                                       u"directors", u"interviewees", u"editors", u"contributors"}) {
        const auto people = work.all(creators.toString() + u"/Seq/li/Person"_s);
        for (const XmlNode* person : people) {
            const QString given = person->textAt(u"givenName");
            builder.addAuthor(
                authorFromParts(person->textAt(u"surname"), given.isEmpty() ? person->textAt(u"givenname") : given));
        }
        if (!people.isEmpty())
            return;
    }
}

void setPlace(PaperBuilder& builder, const XmlNode& node)
{
    builder.set(PaperField::Volume, node.textAt(u"volume"));
    builder.set(PaperField::Issue, node.textAt(u"number"));
    builder.set(PaperField::Issue, node.textAt(u"issue"));
    builder.set(PaperField::Pages, node.textAt(u"pages"));
    builder.set(PaperField::Publisher, node.textAt(u"publisher/Organization/name"));
}

void setFiles(PaperBuilder& builder, const RdfGraph& graph, const XmlNode& work)
{
    for (const XmlNode* link : work.all(u"link")) {
        const XmlNode* file = graph.named(resourceOf(*link));
        if (!file)
            continue;
        for (const QStringView path : {u"path", u"resource"})
            for (const XmlNode* place : file->all(path))
                builder.set(PaperField::File, resourceOf(*place).isEmpty() ? place->text : resourceOf(*place));
        builder.set(PaperField::Url, file->textAt(u"identifier/URI/value"));
    }
}

void setKeywords(PaperBuilder& builder, const XmlNode& work)
{
    for (const XmlNode* subject : work.all(u"subject"))
        builder.set(PaperField::Keyword,
                    subject->text.isEmpty() ? subject->textAt(u"AutomaticTag/value") : subject->text);
}

/** Zotero's "extra": a line for each field that the kind of work does not have. */
void setExtra(PaperBuilder& builder, const XmlNode& work)
{
    for (const XmlNode* extra : work.all(u"description")) {
        static const QRegularExpression pmid(uR"(\bPMID:\s*(\d+))"_s), pmcid(uR"(\bPMCID:\s*(PMC\d+))"_s),
            key(uR"(\bCitation Key:\s*(\S+))"_s);
        builder.set(PaperField::Key, key.match(extra->text).capturedView(1));
        builder.set(PaperField::Pmid, pmid.match(extra->text).capturedView(1));
        builder.set(PaperField::Pmcid, pmcid.match(extra->text).capturedView(1));
        builder.set(PaperField::Mention, extra->text);
    }
}

std::optional<Paper> paperOf(const RdfGraph& graph, const XmlNode& work, QVector<ListWarning>& warnings)
{
    PaperBuilder builder(work.line, warnings);
    builder.set(PaperField::Title, work.textAt(u"title"));
    builder.set(PaperField::Type, work.textAt(u"itemType"));
    builder.set(PaperField::Type, work.name);
    setAuthors(builder, work);
    builder.set(PaperField::Year, work.textAt(u"date"));
    setIdentifiers(builder, work);
    setPlace(builder, work);
    for (const XmlNode* container : graph.containersOf(work)) {
        builder.set(PaperField::Venue, container->textAt(u"title"));
        setPlace(builder, *container);
        setIdentifiers(builder, *container); // Zotero writes an article's DOI into its journal
    }
    builder.set(PaperField::Abstract, work.textAt(u"abstract"));
    builder.set(PaperField::Language, work.textAt(u"language"));
    builder.set(PaperField::Key, work.textAt(u"citationKey"));
    setKeywords(builder, work);
    setExtra(builder, work);
    setFiles(builder, graph, work);
    return builder.finish();
}

class ZoteroRdfReader final : public ListReader
{
public:
    QString format() const override { return u"Zotero RDF"_s; }
    QStringList suffixes() const override { return {u"rdf"_s, u"xml"_s}; }

    int recognises(QStringView head, QStringView) const override
    {
        const bool isRdf = head.contains("http://www.w3.org/1999/02/22-rdf-syntax-ns#"_L1);
        return isRdf && (head.contains("http://www.zotero.org/namespaces/export#"_L1) ||
                         head.contains("http://purl.org/net/biblio#"_L1))
                   ? 92
                   : 0;
    }

    ParsedList read(const QString& text, const TableMapping&) const override
    {
        ParsedList list;
        const RdfGraph graph(xmlNodes(
            text, [](QStringView, int depth) { return depth == 1; }, list.warnings));
        for (const XmlNode& node : graph.nodes())
            if (graph.isWork(node))
                if (auto paper = paperOf(graph, node, list.warnings))
                    list.papers.append(*std::move(paper));
        return list;
    }
};

} // namespace

const ListReader& zoteroRdfReader()
{
    static const ZoteroRdfReader reader;
    return reader;
}

} // namespace sheaf
