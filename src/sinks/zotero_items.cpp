// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sinks/zotero_items.h"

#include "sinks/result_text.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** What a type calls the fields that not all types have; empty = it has none. */
struct ItemType
{
    QString name;
    QString venue, publisher, doi;
    bool hasVolume = false, hasIssue = false, hasPages = false;
};

ItemType itemType(const QString& cslType)
{
    static const QHash<QString, ItemType> types{
        {u"article-journal"_s, {u"journalArticle"_s, u"publicationTitle"_s, {}, u"DOI"_s, true, true, true}},
        {u"paper-conference"_s,
         {u"conferencePaper"_s, u"proceedingsTitle"_s, u"publisher"_s, u"DOI"_s, true, false, true}},
        {u"article"_s, {u"preprint"_s, u"repository"_s, {}, u"DOI"_s}},
        {u"article-magazine"_s, {u"magazineArticle"_s, u"publicationTitle"_s, {}, {}, true, true, true}},
        {u"article-newspaper"_s, {u"newspaperArticle"_s, u"publicationTitle"_s, {}, {}, false, false, true}},
        {u"book"_s, {u"book"_s, {}, u"publisher"_s, {}, true}},
        {u"chapter"_s, {u"bookSection"_s, u"bookTitle"_s, u"publisher"_s, {}, true, false, true}},
        {u"thesis"_s, {u"thesis"_s, {}, u"university"_s}},
        {u"report"_s, {u"report"_s, {}, u"institution"_s, {}, false, false, true}},
        {u"webpage"_s, {u"webpage"_s, u"websiteTitle"_s}}};
    static const ItemType document{u"document"_s, {}, u"publisher"_s};
    // A list that names no type, as a list of DOIs, mostly names articles.
    return types.value(cslType.isEmpty() ? u"article-journal"_s : cslType, document);
}

QJsonArray creatorsOf(const QVector<Author>& authors)
{
    QJsonArray creators;
    for (const Author& author : authors) {
        QJsonObject creator{{u"creatorType"_s, u"author"_s}};
        if (author.given.isEmpty()) {
            creator.insert(u"name"_s, author.family);
        } else {
            creator.insert(u"lastName"_s, author.family);
            creator.insert(u"firstName"_s, author.given);
        }
        creators.append(creator);
    }
    return creators;
}

QString html(const QString& text)
{
    return text.toHtmlEscaped();
}

QString quoteHtml(const Quote& quote, const ResultRow& row, const QString& library, const QString& pdf)
{
    const QString words = shownQuote(quote);
    if (words.isEmpty())
        return {};
    QString where = quote.state == QuoteState::Near ? u" ≈"_s : QString();
    if (quote.page > 0) {
        const QString link = !pdf.isEmpty()                 ? zoteroPageLink(library, pdf, quote.page)
                             : !row.paper.ids.doi.isEmpty() ? u"https://doi.org/"_s + row.paper.ids.doi
                                                            : QString();
        const QString page = u"p. %1"_s.arg(quote.page);
        where += u" ("_s + (link.isEmpty() ? page : u"<a href=\"%1\">%2</a>"_s.arg(html(link), page)) + u")"_s;
    }
    return u"<blockquote><p>“%1”%2</p></blockquote>\n"_s.arg(html(words), where);
}

/** What the user took away is not said. */
bool isShown(const Cell& cell)
{
    return cell.decision != Decision::Rejected && !valueText(cell.value).isEmpty();
}

/** Zotero counts from the page's lower left corner, as PDF does. */
QJsonObject positionOf(const QVector<PageBox>& boxes, int page, double height)
{
    QJsonArray rects;
    for (const PageBox& box : boxes)
        if (box.page == page)
            rects.append(
                QJsonArray{box.box.left(), height - box.box.bottom(), box.box.right(), height - box.box.top()});
    return {{u"pageIndex"_s, page - 1}, {u"rects"_s, rects}};
}

QJsonObject highlight(const Quote& quote, int page, double height, const QString& comment, const QString& pdf)
{
    double top = height;
    for (const PageBox& box : quote.boxes)
        if (box.page == page)
            top = std::min(top, box.box.top());
    const QString position =
        QString::fromUtf8(QJsonDocument(positionOf(quote.boxes, page, height)).toJson(QJsonDocument::Compact));
    const auto padded = [](double number, int digits) {
        return u"%1"_s.arg(std::max(0, int(number)), digits, 10, '0'_L1);
    };
    return {{u"itemType"_s, u"annotation"_s},
            {u"parentItem"_s, pdf},
            {u"annotationType"_s, u"highlight"_s},
            {u"annotationText"_s, shownQuote(quote)},
            {u"annotationComment"_s, comment},
            {u"annotationColor"_s, u"#ffd400"_s},
            {u"annotationPageLabel"_s, QString::number(page)},
            {u"annotationSortIndex"_s, padded(page - 1, 5) + u'|' + padded(top, 6) + u'|' + padded(top, 5)},
            {u"annotationPosition"_s, position},
            {u"tags"_s, QJsonArray()}};
}

} // namespace

QString zoteroKeyOf(const QByteArray& meaning)
{
    static constexpr char letters[] = "23456789ABCDEFGHIJKMNPQRSTUVWXYZ"; // those that nobody takes for another
    const QByteArray hash = QCryptographicHash::hash(meaning, QCryptographicHash::Sha256);
    QString key;
    for (int i = 0; i < 8; ++i)
        key += QLatin1Char(letters[quint8(hash[i]) % 32]);
    return key;
}

QJsonObject zoteroItem(const Paper& paper)
{
    const ItemType type = itemType(paper.type);
    QJsonObject item{{u"itemType"_s, type.name}, {u"title"_s, paper.title}, {u"creators"_s, creatorsOf(paper.authors)}};
    QStringList extra;
    const auto set = [&](const QString& field, const QString& value) {
        if (!field.isEmpty() && !value.isEmpty())
            item.insert(field, value);
    };
    const auto note = [&](const QString& name, const QString& value) {
        if (!value.isEmpty())
            extra.append(name + u": "_s + value);
    };
    set(u"abstractNote"_s, paper.abstractText);
    set(u"date"_s, paper.year > 0 ? QString::number(paper.year) : QString());
    set(u"language"_s, paper.language);
    set(u"url"_s, paper.urls.value(0));
    set(type.venue, paper.venue);
    set(type.publisher, paper.publisher);
    set(type.hasVolume ? u"volume"_s : QString(), paper.volume);
    set(type.hasIssue ? u"issue"_s : QString(), paper.issue);
    set(type.hasPages ? u"pages"_s : QString(), QString(paper.pages).replace(u'–', '-'_L1));
    set(type.doi, paper.ids.doi);
    if (type.doi.isEmpty())
        note(u"DOI"_s, paper.ids.doi);
    note(u"arXiv"_s, paper.ids.arxiv);
    note(u"PMID"_s, paper.ids.pmid);
    note(u"PMCID"_s, paper.ids.pmcid);
    note(u"Citation Key"_s, paper.citationKey);
    set(u"extra"_s, extra.join('\n'_L1));
    return item;
}

QString zoteroDoi(const QJsonObject& item)
{
    const QString own = doiFrom(item["DOI"_L1].toString()).value_or(QString());
    if (!own.isEmpty())
        return own;
    const QString extra = item["extra"_L1].toString();
    for (const QStringView line : QStringView(extra).tokenize(u'\n'))
        if (line.trimmed().startsWith(u"DOI:", Qt::CaseInsensitive))
            return doiFrom(line.trimmed().mid(4)).value_or(QString());
    return {};
}

QString zoteroPageLink(const QString& library, const QString& attachment, int page)
{
    const QString place = library.startsWith("groups/"_L1) ? library : u"library"_s;
    return u"zotero://open-pdf/%1/items/%2?page=%3"_s.arg(place, attachment).arg(page);
}

QString zoteroNote(const ResultRow& row, const QVector<Column>& columns, const QString& library, const QString& pdf)
{
    QString note = u"<h1>Sheaf</h1>\n"_s;
    if (row.basis == TextBasis::AbstractOnly)
        note += u"<p><em>%1</em></p>\n"_s.arg(html(abstractOnlyText()));
    for (const Column& column : columns) {
        const Cell* cell = cellOf(row, column);
        if (!cell || !isShown(*cell))
            continue;
        note += u"<p><strong>%1</strong> (%2): %3</p>\n"_s.arg(html(column.name), html(cellStateText(*cell)),
                                                               html(valueText(cell->value)));
        for (const Quote& quote : cell->quotes)
            note += quoteHtml(quote, row, library, pdf);
    }
    return note;
}

QString zoteroNoteText(const QString& html)
{
    static const QRegularExpression tags(u"<[^>]*>"_s);
    QString text = html;
    text.replace(tags, u" "_s);
    for (const auto& [entity, sign] : {std::pair{"&lt;"_L1, "<"_L1},
                                       {"&gt;"_L1, ">"_L1},
                                       {"&quot;"_L1, "\""_L1},
                                       {"&#39;"_L1, "'"_L1},
                                       {"&nbsp;"_L1, " "_L1},
                                       {"&amp;"_L1, "&"_L1}})
        text.replace(entity, sign);
    return text.simplified();
}

QVector<QJsonObject> zoteroHighlights(const SinkRecord& record, const QVector<Column>& columns, const QString& pdf)
{
    QVector<QJsonObject> highlights;
    for (const Column& column : columns) {
        const Cell* cell = cellOf(record.row, column);
        if (!cell || !isShown(*cell))
            continue;
        for (const Quote& quote : cell->quotes) {
            QVector<int> pages;
            for (const PageBox& box : quote.boxes)
                if (quote.state == QuoteState::Proven && record.pageSizes.contains(box.page) &&
                    !pages.contains(box.page))
                    pages.append(box.page);
            for (const int page : std::as_const(pages)) {
                QJsonObject one = highlight(quote, page, record.pageSizes.value(page).height(), column.name, pdf);
                one.insert(u"key"_s, zoteroKeyOf(pdf.toUtf8() + '|' + column.id.toUtf8() + '|' +
                                                 QByteArray::number(page) + '|' + quote.text.toUtf8()));
                highlights.append(one);
            }
        }
    }
    return highlights;
}

} // namespace sheaf
