// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/references/csl_item.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

void put(QJsonObject& object, QLatin1StringView key, const QString& value)
{
    if (!value.isEmpty())
        object[key] = value;
}

void put(QJsonObject& object, QLatin1StringView key, const QVector<CslName>& names)
{
    QJsonArray array;
    for (const CslName& name : names)
        array.append(toJson(name));
    if (!array.isEmpty())
        object[key] = array;
}

} // namespace

QJsonObject toJson(const CslName& name)
{
    QJsonObject object;
    put(object, "family"_L1, name.family);
    put(object, "given"_L1, name.given);
    put(object, "non-dropping-particle"_L1, name.particle);
    put(object, "suffix"_L1, name.suffix);
    put(object, "literal"_L1, name.literal);
    return object;
}

QJsonObject toJson(const CslItem& item, const QString& id)
{
    QJsonObject object{{u"id"_s, id}, {u"type"_s, item.type}};
    put(object, "citation-label"_L1, item.label);
    put(object, "title"_L1, item.title);
    put(object, "author"_L1, item.author);
    put(object, "editor"_L1, item.editor);
    if (item.year > 0)
        object["issued"_L1] = QJsonObject{{u"date-parts"_s, QJsonArray{QJsonArray{item.year}}}};
    put(object, "container-title"_L1, item.container);
    put(object, "volume"_L1, item.volume);
    put(object, "issue"_L1, item.issue);
    put(object, "page"_L1, item.page);
    put(object, "publisher"_L1, item.publisher);
    put(object, "publisher-place"_L1, item.place);
    put(object, "edition"_L1, item.edition);
    put(object, "version"_L1, item.version);
    put(object, "genre"_L1, item.genre);
    put(object, "DOI"_L1, item.doi);
    put(object, "URL"_L1, item.url);
    put(object, "PMID"_L1, item.pmid);
    put(object, "ISBN"_L1, item.isbn);
    if (!item.arxiv.isEmpty()) {
        object["archive"_L1] = u"arXiv"_s;
        object["archive_location"_L1] = item.arxiv;
    }
    return object;
}

QJsonArray toJson(const QVector<CslItem>& items)
{
    QJsonArray array;
    for (qsizetype i = 0; i < items.size(); ++i)
        array.append(toJson(items[i], u"ref-%1"_s.arg(i + 1)));
    return array;
}

} // namespace sheaf
