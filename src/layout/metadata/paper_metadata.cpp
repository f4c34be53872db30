// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/metadata/paper_metadata.h"

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

QJsonArray authorsToJson(const PaperMetadata& metadata)
{
    QJsonArray authors;
    for (qsizetype i = 0; i < metadata.work.author.size(); ++i) {
        QJsonObject author = toJson(metadata.work.author[i]);
        QJsonArray places;
        for (const QString& name : metadata.affiliations.value(i))
            places.append(QJsonObject{{u"name"_s, name}});
        if (!places.isEmpty())
            author["affiliation"_L1] = places;
        authors.append(author);
    }
    return authors;
}

} // namespace

QJsonObject toJson(const PaperMetadata& metadata)
{
    QJsonObject json = toJson(metadata.work, u"paper"_s);
    if (!metadata.work.author.isEmpty())
        json["author"_L1] = authorsToJson(metadata);
    if (!metadata.abstract.isEmpty())
        json["abstract"_L1] = metadata.abstract;
    if (!metadata.keywords.isEmpty())
        json["keyword"_L1] = metadata.keywords.join(", "_L1);
    if (!metadata.language.isEmpty())
        json["language"_L1] = metadata.language;
    return json;
}

} // namespace sheaf
