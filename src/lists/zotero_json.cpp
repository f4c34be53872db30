// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/json_items.h"
#include "lists/list_readers.h"
#include "lists/paper_builder.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

/** Zotero's items as its web and local API give them ("data" holds the fields), and as Better BibTeX exports them. */
namespace sheaf {

namespace {

struct Rule
{
    QLatin1StringView key;
    PaperField field;
};

/** The fields of Zotero's schema; a kind of item has its own name for what the others call title or publisher. */
constexpr std::array Rules{
    Rule{"title"_L1, PaperField::Title},
    Rule{"caseName"_L1, PaperField::Title},
    Rule{"nameOfAct"_L1, PaperField::Title},
    Rule{"subject"_L1, PaperField::Title},
    Rule{"date"_L1, PaperField::Year},
    Rule{"issueDate"_L1, PaperField::Year},
    Rule{"dateDecided"_L1, PaperField::Year},
    Rule{"dateEnacted"_L1, PaperField::Year},
    Rule{"DOI"_L1, PaperField::Doi},
    Rule{"archiveID"_L1, PaperField::Arxiv},
    Rule{"publicationTitle"_L1, PaperField::Venue},
    Rule{"proceedingsTitle"_L1, PaperField::Venue},
    Rule{"bookTitle"_L1, PaperField::Venue},
    Rule{"conferenceName"_L1, PaperField::Venue},
    Rule{"websiteTitle"_L1, PaperField::Venue},
    Rule{"blogTitle"_L1, PaperField::Venue},
    Rule{"encyclopediaTitle"_L1, PaperField::Venue},
    Rule{"repository"_L1, PaperField::Venue},
    Rule{"volume"_L1, PaperField::Volume},
    Rule{"issue"_L1, PaperField::Issue},
    Rule{"pages"_L1, PaperField::Pages},
    Rule{"publisher"_L1, PaperField::Publisher},
    Rule{"university"_L1, PaperField::Publisher},
    Rule{"institution"_L1, PaperField::Publisher},
    Rule{"abstractNote"_L1, PaperField::Abstract},
    Rule{"itemType"_L1, PaperField::Type},
    Rule{"language"_L1, PaperField::Language},
    Rule{"citationKey"_L1, PaperField::Key},
    Rule{"url"_L1, PaperField::Url},
};

/** "Extra" holds a line for each field that the item's kind does not have: "PMID: 123", "Citation Key: doe2001". */
void setExtra(PaperBuilder& builder, QStringView extra)
{
    static constexpr std::array rules{
        Rule{"DOI"_L1, PaperField::Doi},     Rule{"PMID"_L1, PaperField::Pmid},
        Rule{"PMCID"_L1, PaperField::Pmcid}, Rule{"Citation Key"_L1, PaperField::Key},
        Rule{"arXiv"_L1, PaperField::Arxiv},
    };
    for (const QStringView line : extra.tokenize(u'\n')) {
        const qsizetype colon = line.indexOf(':'_L1);
        for (const Rule& rule : rules)
            if (colon > 0 && line.left(colon).trimmed().compare(rule.key, Qt::CaseInsensitive) == 0)
                builder.set(rule.field, line.mid(colon + 1));
    }
    builder.set(PaperField::Mention, extra);
}

/** The authors; where a kind of item calls them otherwise (inventor, presenter), those; else the editors. */
void setCreators(PaperBuilder& builder, const QJsonArray& creators)
{
    static const QSet<QString> lesser{u"editor"_s,         u"seriesEditor"_s, u"translator"_s,   u"contributor"_s,
                                      u"reviewedAuthor"_s, u"bookAuthor"_s,   u"attorneyAgent"_s};
    const auto typeOf = [](const QJsonValue& creator) { return jsonText(creator.toObject().value("creatorType"_L1)); };
    const auto has = [&](const QString& type) {
        return std::ranges::any_of(creators, [&](const QJsonValue& creator) { return typeOf(creator) == type; });
    };
    const bool hasMain = std::ranges::any_of(creators, [&](const auto& c) { return !lesser.contains(typeOf(c)); });
    for (const QJsonValue& value : creators) {
        const QString type = typeOf(value);
        const bool wanted = has(u"author"_s) ? type == "author"_L1
                            : hasMain        ? !lesser.contains(type)
                                             : type == "editor"_L1;
        const QJsonObject creator = value.toObject();
        const QString name = jsonText(creator.value("name"_L1));
        if (wanted && !name.isEmpty())
            builder.addAuthor({name, {}, {}});
        else if (wanted)
            builder.addAuthor(
                authorFromParts(jsonText(creator.value("lastName"_L1)), jsonText(creator.value("firstName"_L1))));
    }
}

bool isWork(const QJsonObject& item)
{
    static const QSet<QString> others{u"note"_s, u"attachment"_s, u"annotation"_s};
    const QString type = jsonText(item.value("itemType"_L1));
    return !type.isEmpty() && !others.contains(type);
}

std::optional<Paper> paperOf(const QJsonObject& item, int line, QVector<ListWarning>& warnings)
{
    PaperBuilder builder(line, warnings);
    for (const Rule& rule : Rules)
        builder.set(rule.field, jsonText(item.value(rule.key)), line);
    setCreators(builder, item.value("creators"_L1).toArray());
    setExtra(builder, jsonText(item.value("extra"_L1)));
    const QJsonArray tags = item.value("tags"_L1).toArray();
    for (const QJsonValue& tag : tags)
        builder.set(PaperField::Keyword, tag.isString() ? tag.toString() : jsonText(tag.toObject().value("tag"_L1)));
    const QJsonArray attachments = item.value("attachments"_L1).toArray();
    for (const QJsonValue& attachment : attachments) {
        const QJsonObject file = attachment.toObject();
        builder.set(PaperField::File, jsonText(file.value("path"_L1)));
        builder.set(PaperField::Url, jsonText(file.value("url"_L1)));
    }
    return builder.finish();
}

class ZoteroJsonReader final : public ListReader
{
public:
    QString format() const override { return u"Zotero JSON"_s; }
    QStringList suffixes() const override { return {u"json"_s}; }

    int recognises(QStringView head, QStringView) const override
    {
        const QStringView start = head.trimmed();
        const bool isJson = start.startsWith('['_L1) || start.startsWith('{'_L1);
        return isJson && head.contains("\"itemType\""_L1) ? 90 : 0;
    }

    ParsedList read(const QString& text, const TableMapping&) const override
    {
        ParsedList list;
        for (const JsonItem& item : jsonItems(text, list.warnings)) {
            const QJsonValue data = item.object.value("data"_L1);
            const QJsonObject object = data.isObject() ? data.toObject() : item.object;
            if (!isWork(object))
                continue;
            if (auto paper = paperOf(object, item.line, list.warnings))
                list.papers.append(*std::move(paper));
        }
        return list;
    }
};

} // namespace

const ListReader& zoteroJsonReader()
{
    static const ZoteroJsonReader reader;
    return reader;
}

} // namespace sheaf
