// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/services/tei_pieces.h"

#include "convert/services/piece_markdown.h"
#include "convert/services/tei_tree.h"
#include "core/identifiers.h"

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** The text of an element as inline markdown. */
QString inlineText(const TeiNode& node)
{
    QString text;
    for (const TeiNode& part : node.parts) {
        if (part.name.isEmpty())
            text += part.text;
        else if (part.name == "hi"_L1 && part.attribute("rend"_L1) == "italic"_L1)
            text += u'*' + inlineText(part).trimmed() + u'*';
        else if (part.name == "lb"_L1)
            text += u' ';
        else if (part.name != "note"_L1 && part.name != "figure"_L1)
            text += inlineText(part);
    }
    return text.simplified().isEmpty() ? QString() : text;
}

QString textOf(const TeiNode* node)
{
    return node ? inlineText(*node).simplified() : QString();
}

QString authorsText(const QVector<CslName>& names)
{
    QStringList people;
    for (const CslName& name : names)
        people.append(name.literal.isEmpty() ? (name.given + u' ' + name.family).trimmed() : name.literal);
    return people.join(u", "_s);
}

QVector<CslName> namesIn(const TeiNode* node)
{
    QVector<CslName> names;
    for (const TeiNode* author : node ? node->all("author"_L1) : QVector<const TeiNode*>()) {
        const TeiNode* person = author->first("persName"_L1);
        if (!person)
            continue;
        QStringList given;
        for (const TeiNode* part : person->all("forename"_L1))
            given.append(textOf(part));
        CslName name{.family = textOf(person->first("surname"_L1)), .given = given.join(u' ')};
        name.suffix = textOf(person->first("genName"_L1));
        if (!name.family.isEmpty())
            names.append(name);
    }
    return names;
}

int yearIn(const QString& date)
{
    bool ok = false;
    const int year = date.left(4).toInt(&ok);
    return ok && year > 1000 ? year : 0;
}

/** A biblStruct, of the paper itself or of a reference. */
CslItem itemOf(const TeiNode& entry)
{
    const TeiNode* part = entry.first("analytic"_L1);
    const TeiNode* whole = entry.first("monogr"_L1);
    const TeiNode* imprint = whole ? whole->first("imprint"_L1) : nullptr;
    CslItem item;
    item.author = namesIn(part);
    if (item.author.isEmpty())
        item.author = namesIn(whole);
    item.title = textOf(part ? part->first("title"_L1) : nullptr);
    const TeiNode* container = whole ? whole->first("title"_L1) : nullptr;
    if (item.title.isEmpty())
        item.title = textOf(container);
    else
        item.container = textOf(container);
    const bool isJournal = container && container->attribute("level"_L1) == "j"_L1;
    item.type = isJournal                   ? u"article-journal"_s
                : !item.container.isEmpty() ? u"paper-conference"_s
                : part                      ? u"article"_s
                                            : u"book"_s;
    for (const TeiNode* scope : imprint ? imprint->all("biblScope"_L1) : QVector<const TeiNode*>()) {
        const QString unit = scope->attribute("unit"_L1), from = scope->attribute("from"_L1);
        const QString value = from.isEmpty() ? textOf(scope) : from + u'-' + scope->attribute("to"_L1);
        (unit == "volume"_L1 ? item.volume : unit == "issue"_L1 ? item.issue : item.page) = value;
    }
    if (imprint) {
        item.publisher = textOf(imprint->first("publisher"_L1));
        const TeiNode* date = imprint->first("date"_L1);
        item.year = date ? yearIn(date->attribute("when"_L1)) : 0;
    }
    for (const TeiNode* id : entry.everywhere("idno"_L1)) {
        const QString type = id->attribute("type"_L1), value = textOf(id);
        if (type == "DOI"_L1 && item.doi.isEmpty())
            item.doi = doiFrom(value).value_or(QString());
        else if (type == "arXiv"_L1)
            item.arxiv = arxivFrom(value).value_or(QString());
        else if (type == "PMID"_L1)
            item.pmid = value;
    }
    for (const TeiNode* link : entry.everywhere("ptr"_L1))
        item.url = item.url.isEmpty() ? link->attribute("target"_L1) : item.url;
    return item;
}

QString referenceText(const TeiNode& entry, const CslItem& item)
{
    for (const TeiNode* note : entry.all("note"_L1))
        if (note->attribute("type"_L1) == "raw_reference"_L1)
            return textOf(note);
    QStringList parts{authorsText(item.author), item.title, item.container};
    if (item.year)
        parts[0] += u" (%1)"_s.arg(item.year);
    if (!item.volume.isEmpty())
        parts[2] += u' ' + item.volume + (item.issue.isEmpty() ? QString() : u'(' + item.issue + u')');
    if (!item.page.isEmpty())
        parts[2] += u", "_s + item.page;
    parts << item.publisher << (item.doi.isEmpty() ? item.url : u"https://doi.org/"_s + item.doi);
    for (QString& one : parts)
        one = one.trimmed();
    parts.removeAll(QString());
    return parts.join(u". "_s);
}

class TeiReading
{
public:
    explicit TeiReading(const TeiNode& root) : m_root(root)
    {
        for (const TeiNode* page : root.everywhere("surface"_L1))
            m_sizes.insert(page->attribute("n"_L1).toInt(),
                           QSizeF(page->attribute("lrx"_L1).toDouble(), page->attribute("lry"_L1).toDouble()));
    }

    std::optional<RemoteText> run()
    {
        const TeiNode* header = m_root.first("teiHeader"_L1);
        const TeiNode* text = m_root.first("text"_L1);
        if (!header || !text)
            return std::nullopt;
        readHeader(*header);
        const qsizetype ofHeader = m_text.pieces.size();
        if (const TeiNode* body = text->first("body"_L1))
            readAll(*body);
        if (const TeiNode* back = text->first("back"_L1))
            readBack(*back);
        if (m_work.title.isEmpty() && m_text.pieces.size() == ofHeader)
            return std::nullopt;
        return std::move(m_text);
    }

private:
    void readHeader(const TeiNode& header)
    {
        const TeiNode* own = nullptr;
        for (const TeiNode* entry : header.everywhere("biblStruct"_L1))
            own = own ? own : entry;
        PaperMetadata paper;
        paper.work = own ? itemOf(*own) : CslItem();
        for (const TeiNode* statement : header.everywhere("titleStmt"_L1))
            if (const TeiNode* title = statement->first("title"_L1)) {
                paper.work.title = textOf(title);
                add(*title, headingMarkdown(paper.work.title, 1), BlockKind::Title);
            }
        if (own && !paper.work.author.isEmpty())
            add(*own, authorsText(paper.work.author), BlockKind::Authors);
        for (const TeiNode* term : header.everywhere("term"_L1))
            paper.keywords.append(textOf(term));
        for (const TeiNode* abstract : header.everywhere("abstract"_L1))
            readAbstract(*abstract, paper);
        for (const TeiNode* program : header.everywhere("application"_L1))
            m_text.version = program->attribute("version"_L1);
        m_work = paper.work;
        m_text.metadata = toJson(paper);
    }

    void readAbstract(const TeiNode& abstract, PaperMetadata& paper)
    {
        const auto paragraphs = abstract.everywhere("p"_L1);
        if (!paragraphs.isEmpty())
            add(abstract, headingMarkdown(u"Abstract"_s, 2), BlockKind::Heading);
        for (const TeiNode* paragraph : paragraphs) {
            add(*paragraph, textOf(paragraph), BlockKind::Abstract);
            paper.abstract += (paper.abstract.isEmpty() ? u""_s : u"\n\n"_s) + textOf(paragraph);
        }
    }

    void readAll(const TeiNode& parent)
    {
        for (const TeiNode& part : parent.parts)
            readPart(part);
    }

    void readPart(const TeiNode& part)
    {
        if (part.name == "div"_L1 || part.name == "list"_L1)
            readAll(part);
        else if (part.name == "head"_L1)
            readHeading(part);
        else if (part.name == "p"_L1)
            add(part, textOf(&part), BlockKind::Paragraph);
        else if (part.name == "formula"_L1)
            add(part, formulaMarkdown(textOf(&part)), BlockKind::Formula);
        else if (part.name == "item"_L1)
            add(part, listItemMarkdown(textOf(&part), 0), BlockKind::ListItem);
        else if (part.name == "note"_L1)
            add(part, textOf(&part), BlockKind::Footnote);
        else if (part.name == "figure"_L1)
            readFigure(part);
    }

    /** "2.1" is one deeper than "2"; the paper's title has level 1. */
    void readHeading(const TeiNode& head)
    {
        QString number = head.attribute("n"_L1);
        while (number.endsWith('.'_L1))
            number.chop(1);
        const QString text = textOf(&head);
        if (!text.isEmpty())
            add(head, headingMarkdown(number.isEmpty() ? text : number + u' ' + text, 2 + int(number.count('.'_L1))),
                BlockKind::Heading);
    }

    void readFigure(const TeiNode& figure)
    {
        const QString head = textOf(figure.first("head"_L1)), says = textOf(figure.first("figDesc"_L1));
        const QString bare = QString(head).remove(' '_L1);
        const bool saysBoth = QString(says).remove(' '_L1).startsWith(bare);
        add(figure, saysBoth ? says : (head + u' ' + says).simplified(), BlockKind::Caption);
        if (const TeiNode* table = figure.first("table"_L1)) {
            QVector<QStringList> rows;
            for (const TeiNode* row : table->all("row"_L1)) {
                rows.emplaceBack();
                for (const TeiNode* cell : row->all("cell"_L1)) {
                    rows.last().append(textOf(cell));
                    for (int spare = cell->attribute("cols"_L1).toInt(); spare > 1 && spare < 100; --spare)
                        rows.last().append(QString());
                }
            }
            add(figure, tableMarkdown(rows), BlockKind::Table);
        }
        if (const TeiNode* note = figure.first("note"_L1))
            add(*note, textOf(note), BlockKind::Footnote);
    }

    void readBack(const TeiNode& back)
    {
        for (const TeiNode& part : back.parts)
            if (part.name == "div"_L1 && !part.first("listBibl"_L1))
                readAll(part);
        QVector<CslItem> items;
        for (const TeiNode* list : back.everywhere("listBibl"_L1)) {
            add(*list, headingMarkdown(u"References"_s, 2), BlockKind::Heading);
            for (const TeiNode* entry : list->all("biblStruct"_L1)) {
                items.append(itemOf(*entry));
                add(*entry, referenceText(*entry, items.last()), BlockKind::Reference);
            }
        }
        m_text.references = toJson(items);
    }

    void add(const TeiNode& node, const QString& markdown, BlockKind kind)
    {
        if (markdown.trimmed().isEmpty())
            return;
        RemotePiece piece{.markdown = markdown, .boxes = boxesOf(node), .kind = kind};
        if (!piece.boxes.isEmpty())
            piece.page = piece.boxes.first().page;
        m_text.pieces.append(piece);
    }

    QVector<PageBox> boxesOf(const TeiNode& node) const
    {
        QVector<PageBox> boxes;
        for (const QString& place : node.attribute("coords"_L1).split(';'_L1, Qt::SkipEmptyParts)) {
            const QStringList numbers = place.split(','_L1);
            const QSizeF size = m_sizes.value(numbers.value(0).toInt());
            if (numbers.size() != 5 || size.isEmpty())
                continue;
            const QRectF box(numbers[1].toDouble() / size.width(), numbers[2].toDouble() / size.height(),
                             numbers[3].toDouble() / size.width(), numbers[4].toDouble() / size.height());
            const int page = numbers[0].toInt();
            if (!boxes.isEmpty() && boxes.last().page == page && std::abs(boxes.last().box.x() - box.x()) < 0.2)
                boxes.last().box |= box; // the lines of one column
            else
                boxes.append({page, box});
        }
        return boxes;
    }

    const TeiNode& m_root;
    QHash<int, QSizeF> m_sizes; ///< of the pages, in points
    CslItem m_work;
    RemoteText m_text;
};

} // namespace

std::optional<RemoteText> teiPieces(const QByteArray& xml)
{
    const auto root = readTei(xml);
    return root ? TeiReading(*root).run() : std::nullopt;
}

} // namespace sheaf
