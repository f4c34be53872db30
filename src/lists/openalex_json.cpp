// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/json_items.h"
#include "lists/list_readers.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

/** OpenAlex's works, one or a page of them, by its API's documentation of the Work object. */
namespace sheaf {

namespace {

void setFields(PaperBuilder& builder, const JsonItem& item)
{
    static constexpr std::array rules{
        JsonRule{"title"_L1, PaperField::Title},
        JsonRule{"display_name"_L1, PaperField::Title},
        JsonRule{"doi"_L1, PaperField::Doi},
        JsonRule{"publication_year"_L1, PaperField::Year},
        JsonRule{"publication_date"_L1, PaperField::Year},
        JsonRule{"ids/pmid"_L1, PaperField::Pmid},
        JsonRule{"ids/pmcid"_L1, PaperField::Pmcid},
        JsonRule{"primary_location/source/display_name"_L1, PaperField::Venue},
        JsonRule{"host_venue/display_name"_L1, PaperField::Venue},
        JsonRule{"primary_location/source/host_organization_name"_L1, PaperField::Publisher},
        JsonRule{"biblio/volume"_L1, PaperField::Volume},
        JsonRule{"biblio/issue"_L1, PaperField::Issue},
        JsonRule{"biblio/first_page"_L1, PaperField::FirstPage},
        JsonRule{"biblio/last_page"_L1, PaperField::LastPage},
        JsonRule{"type_crossref"_L1, PaperField::Type},
        JsonRule{"type"_L1, PaperField::Type},
        JsonRule{"language"_L1, PaperField::Language},
        JsonRule{"best_oa_location/pdf_url"_L1, PaperField::Url},
        JsonRule{"open_access/oa_url"_L1, PaperField::Url},
        JsonRule{"primary_location/pdf_url"_L1, PaperField::Url},
        JsonRule{"primary_location/landing_page_url"_L1, PaperField::Url},
    };
    setJsonFields(builder, rules, item.object, item.line);
}

void setAuthors(PaperBuilder& builder, const QJsonArray& authorships)
{
    for (const QJsonValue& value : authorships) {
        const QJsonObject authorship = value.toObject();
        QString name = jsonText(jsonAt(authorship, "author/display_name"_L1));
        if (name.isEmpty())
            name = jsonText(authorship.value("raw_author_name"_L1));
        Author author = authorFromName(name);
        const QString orcid = jsonText(jsonAt(authorship, "author/orcid"_L1));
        author.orcid = orcid.mid(orcid.lastIndexOf('/'_L1) + 1);
        builder.addAuthor(author);
    }
}

/** OpenAlex gives a word's places instead of the text. */
QString abstractOf(const QJsonObject& index)
{
    constexpr int LongestAbstract = 20'000;
    QMap<int, QString> words;
    for (auto word = index.begin(); word != index.end(); ++word) {
        const QJsonArray places = word.value().toArray();
        for (const QJsonValue& place : places)
            if (words.size() < LongestAbstract)
                words.insert(place.toInt(), word.key());
    }
    return QStringList(words.values()).join(' '_L1);
}

std::optional<Paper> paperOf(const JsonItem& item, QVector<ListWarning>& warnings)
{
    PaperBuilder builder(item.line, warnings);
    setFields(builder, item);
    setAuthors(builder, item.object.value("authorships"_L1).toArray());
    builder.set(PaperField::Abstract, abstractOf(item.object.value("abstract_inverted_index"_L1).toObject()));
    const QJsonArray keywords = item.object.value("keywords"_L1).toArray();
    for (const QJsonValue& keyword : keywords) {
        builder.set(PaperField::Keyword, jsonText(keyword.toObject().value("display_name"_L1)));
        builder.set(PaperField::Keyword, jsonText(keyword.toObject().value("keyword"_L1))); // before 2024
    }
    return builder.finish();
}

class OpenAlexJsonReader final : public ListReader
{
public:
    QString format() const override { return u"OpenAlex JSON"_s; }
    QStringList suffixes() const override { return {u"json"_s, u"jsonl"_s}; }

    int recognises(QStringView head, QStringView) const override
    {
        return startsAsJson(head) && head.contains("\"https://openalex.org/W"_L1) ? 90 : 0;
    }

    ParsedList read(const QString& text, const TableMapping&) const override { return papersOfItems(text, &paperOf); }
};

} // namespace

const ListReader& openAlexJsonReader()
{
    static const OpenAlexJsonReader reader;
    return reader;
}

} // namespace sheaf
