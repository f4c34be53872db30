// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/json_items.h"
#include "lists/list_readers.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

/** DataCite's JSON by its metadata schema 4: bare, or as its API wraps it ("data", "attributes"). */
namespace sheaf {

namespace {

void setFields(PaperBuilder& builder, const QJsonObject& work, int line)
{
    static constexpr std::array rules{
        JsonRule{"doi"_L1, PaperField::Doi},
        JsonRule{"id"_L1, PaperField::Doi},
        JsonRule{"publicationYear"_L1, PaperField::Year},
        JsonRule{"container/title"_L1, PaperField::Venue},
        JsonRule{"container/volume"_L1, PaperField::Volume},
        JsonRule{"container/issue"_L1, PaperField::Issue},
        JsonRule{"container/firstPage"_L1, PaperField::FirstPage},
        JsonRule{"container/lastPage"_L1, PaperField::LastPage},
        JsonRule{"publisher"_L1, PaperField::Publisher},
        JsonRule{"publisher/name"_L1, PaperField::Publisher}, // schema 4.5
        JsonRule{"types/resourceTypeGeneral"_L1, PaperField::Type},
        JsonRule{"types/citeproc"_L1, PaperField::Type},
        JsonRule{"types/bibtex"_L1, PaperField::Type},
        JsonRule{"language"_L1, PaperField::Language},
        JsonRule{"url"_L1, PaperField::Url},
    };
    setJsonFields(builder, rules, work, line);
}

QString titleOf(const QJsonArray& titles)
{
    QString title, subtitle;
    for (const QJsonValue& value : titles) {
        const QString kind = jsonText(value.toObject().value("titleType"_L1));
        const QString text = jsonText(value.toObject().value("title"_L1));
        if (kind.isEmpty() && title.isEmpty())
            title = text;
        else if (kind == "Subtitle"_L1 && subtitle.isEmpty())
            subtitle = text;
    }
    if (title.isEmpty())
        title = jsonText(titles.first().toObject().value("title"_L1));
    return subtitle.isEmpty() || title == subtitle ? title : title + u": "_s + subtitle;
}

Author authorOf(const QJsonObject& creator)
{
    const QString family = jsonText(creator.value("familyName"_L1)), given = jsonText(creator.value("givenName"_L1));
    const QString name = jsonText(creator.value("name"_L1));
    Author author = !family.isEmpty()                                               ? authorFromParts(family, given)
                    : jsonText(creator.value("nameType"_L1)) == "Organizational"_L1 ? Author{name, {}, {}}
                                                                                    : authorFromName(name);
    const QJsonArray identifiers = creator.value("nameIdentifiers"_L1).toArray();
    for (const QJsonValue& value : identifiers) {
        const QString identifier = jsonText(value.toObject().value("nameIdentifier"_L1));
        if (jsonText(value.toObject().value("nameIdentifierScheme"_L1)) == "ORCID"_L1)
            author.orcid = identifier.mid(identifier.lastIndexOf('/'_L1) + 1);
    }
    return author;
}

/** Names of a list's objects whose kind is the wanted one. */
void setEach(PaperBuilder& builder, PaperField field, const QJsonValue& list, QLatin1StringView name,
             QLatin1StringView kindName = {}, QLatin1StringView kind = {})
{
    const QJsonArray values = list.toArray();
    for (const QJsonValue& value : values)
        if (kindName.isEmpty() || jsonText(value.toObject().value(kindName)) == kind)
            builder.set(field, jsonText(value.toObject().value(name)));
}

std::optional<Paper> paperOf(const JsonItem& item, QVector<ListWarning>& warnings)
{
    QJsonObject work = item.object;
    for (const auto wrapper : {"data"_L1, "attributes"_L1})
        if (work.value(wrapper).isObject())
            work = work.value(wrapper).toObject();
    PaperBuilder builder(item.line, warnings);
    builder.set(PaperField::Title, titleOf(work.value("titles"_L1).toArray()));
    setFields(builder, work, item.line);
    const QJsonArray creators = work.value("creators"_L1).toArray();
    for (const QJsonValue& creator : creators)
        builder.addAuthor(authorOf(creator.toObject()));
    setEach(builder, PaperField::Year, work.value("dates"_L1), "date"_L1, "dateType"_L1, "Issued"_L1);
    setEach(builder, PaperField::Abstract, work.value("descriptions"_L1), "description"_L1, "descriptionType"_L1,
            "Abstract"_L1);
    setEach(builder, PaperField::Keyword, work.value("subjects"_L1), "subject"_L1);
    setEach(builder, PaperField::Arxiv, work.value("identifiers"_L1), "identifier"_L1, "identifierType"_L1, "arXiv"_L1);
    return builder.finish();
}

class DataciteJsonReader final : public ListReader
{
public:
    QString format() const override { return u"DataCite JSON"_s; }
    QStringList suffixes() const override { return {u"json"_s}; }

    int recognises(QStringView head, QStringView) const override
    {
        const bool isWork = head.contains("\"titles\""_L1) && head.contains("\"creators\""_L1);
        return startsAsJson(head) && isWork &&
                       (head.contains("\"publicationYear\""_L1) || head.contains("\"resourceTypeGeneral\""_L1))
                   ? 90
                   : 0;
    }

    ParsedList read(const QString& text, const TableMapping&) const override { return papersOfItems(text, &paperOf); }
};

} // namespace

const ListReader& dataciteJsonReader()
{
    static const DataciteJsonReader reader;
    return reader;
}

} // namespace sheaf
