// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/list_writer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

/** CSL-JSON by its schema 1.0.2; it has no place for local files and for more than one URL. */
namespace sheaf {

namespace {

QJsonObject nameOf(const Author& author)
{
    if (author.given.isEmpty())
        return {{u"literal"_s, author.family}};
    const qsizetype comma = author.given.lastIndexOf(", "_L1);
    if (comma > 0 && isNameSuffix(QStringView(author.given).mid(comma + 2)))
        return {{u"family"_s, author.family},
                {u"given"_s, author.given.left(comma)},
                {u"suffix"_s, author.given.mid(comma + 2)}};
    return {{u"family"_s, author.family}, {u"given"_s, author.given}};
}

QJsonArray names(const QVector<Author>& authors)
{
    QJsonArray array;
    for (const Author& author : authors)
        array.append(nameOf(author));
    return array;
}

QJsonObject itemOf(const Paper& paper, qsizetype number)
{
    QJsonObject item;
    const auto add = [&item](const QString& key, const QString& value) {
        if (!value.isEmpty())
            item.insert(key, value);
    };
    add(u"id"_s, paper.citationKey.isEmpty() ? u"paper-%1"_s.arg(number) : paper.citationKey);
    add(u"citation-key"_s, paper.citationKey);
    add(u"type"_s, paper.type.isEmpty() ? u"document"_s : paper.type);
    add(u"title"_s, paper.title);
    if (!paper.authors.isEmpty())
        item.insert(u"author"_s, names(paper.authors));
    if (paper.year > 0)
        item.insert(u"issued"_s, QJsonObject{{u"date-parts"_s, QJsonArray{QJsonArray{paper.year}}}});
    add(u"container-title"_s, paper.venue);
    add(u"volume"_s, paper.volume);
    add(u"issue"_s, paper.issue);
    add(u"page"_s, QString(paper.pages).replace(u'–', '-'_L1));
    add(u"publisher"_s, paper.publisher);
    add(u"abstract"_s, paper.abstractText);
    add(u"language"_s, paper.language);
    add(u"keyword"_s, paper.keywords.join(u"; "_s));
    add(u"DOI"_s, paper.ids.doi);
    add(u"PMID"_s, paper.ids.pmid);
    add(u"PMCID"_s, paper.ids.pmcid);
    add(u"archive"_s, paper.ids.arxiv.isEmpty() ? QString() : u"arXiv"_s);
    add(u"archive_location"_s, paper.ids.arxiv);
    add(u"URL"_s, paper.urls.value(0));
    return item;
}

class CslJsonWriter final : public ListWriter
{
public:
    QString format() const override { return u"csl-json"_s; }
    QString suffix() const override { return u".csl.json"_s; }
    QString label() const override { return u"CSL-JSON"_s; }
    QByteArray write(const QVector<Paper>& papers) const override
    {
        QJsonArray items;
        for (const Paper& paper : papers)
            items.append(itemOf(paper, items.size() + 1));
        return QJsonDocument(items).toJson();
    }
};

} // namespace

const ListWriter& cslJsonWriter()
{
    static const CslJsonWriter writer;
    return writer;
}

} // namespace sheaf
