// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/json_items.h"
#include "lists/list_readers.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

/** Zotero's items as its web and local API give them ("data" holds the fields), and as Better BibTeX exports them. */
namespace sheaf {

namespace {

/** The fields of Zotero's schema; a kind of item has its own name for what the others call title or publisher. */
constexpr std::array Rules{
    JsonRule{"title"_L1, PaperField::Title},
    JsonRule{"caseName"_L1, PaperField::Title},
    JsonRule{"nameOfAct"_L1, PaperField::Title},
    JsonRule{"subject"_L1, PaperField::Title},
    JsonRule{"date"_L1, PaperField::Year},
    JsonRule{"issueDate"_L1, PaperField::Year},
    JsonRule{"dateDecided"_L1, PaperField::Year},
    JsonRule{"dateEnacted"_L1, PaperField::Year},
    JsonRule{"DOI"_L1, PaperField::Doi},
    JsonRule{"archiveID"_L1, PaperField::Arxiv},
    JsonRule{"publicationTitle"_L1, PaperField::Venue},
    JsonRule{"proceedingsTitle"_L1, PaperField::Venue},
    JsonRule{"bookTitle"_L1, PaperField::Venue},
    JsonRule{"conferenceName"_L1, PaperField::Venue},
    JsonRule{"websiteTitle"_L1, PaperField::Venue},
    JsonRule{"blogTitle"_L1, PaperField::Venue},
    JsonRule{"encyclopediaTitle"_L1, PaperField::Venue},
    JsonRule{"repository"_L1, PaperField::Venue},
    JsonRule{"volume"_L1, PaperField::Volume},
    JsonRule{"issue"_L1, PaperField::Issue},
    JsonRule{"pages"_L1, PaperField::Pages},
    JsonRule{"publisher"_L1, PaperField::Publisher},
    JsonRule{"university"_L1, PaperField::Publisher},
    JsonRule{"institution"_L1, PaperField::Publisher},
    JsonRule{"abstractNote"_L1, PaperField::Abstract},
    JsonRule{"itemType"_L1, PaperField::Type},
    JsonRule{"language"_L1, PaperField::Language},
    JsonRule{"citationKey"_L1, PaperField::Key},
    JsonRule{"url"_L1, PaperField::Url},
};

/** "Extra" holds a line for each field that the item's kind does not have: "PMID: 123", "Citation Key: doe2001". */
void setExtra(PaperBuilder& builder, QStringView extra)
{
    static constexpr std::array rules{
        JsonRule{"DOI"_L1, PaperField::Doi},     JsonRule{"PMID"_L1, PaperField::Pmid},
        JsonRule{"PMCID"_L1, PaperField::Pmcid}, JsonRule{"Citation Key"_L1, PaperField::Key},
        JsonRule{"arXiv"_L1, PaperField::Arxiv},
    };
    for (const QStringView line : extra.tokenize(u'\n')) {
        const qsizetype colon = line.indexOf(':'_L1);
        for (const JsonRule& rule : rules)
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

/** Zotero's own key of the item, whatever the exporting program calls it. */
QString itemKey(const QJsonObject& entry, const QJsonObject& item)
{
    static const QRegularExpression form(u"\\A[23456789A-NP-Z]{8}\\z"_s);
    for (const QString& key :
         {jsonText(entry.value("key"_L1)), jsonText(item.value("key"_L1)), jsonText(item.value("itemKey"_L1))})
        if (form.match(key).hasMatch())
            return key;
    return {};
}

std::optional<Paper> paperOf(const JsonItem& entry, QVector<ListWarning>& warnings)
{
    const QJsonValue data = entry.object.value("data"_L1);
    const QJsonObject item = data.isObject() ? data.toObject() : entry.object;
    if (!isWork(item))
        return std::nullopt;
    PaperBuilder builder(entry.line, warnings);
    setJsonFields(builder, Rules, item, entry.line);
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
    auto paper = builder.finish();
    if (paper)
        paper->zoteroKey = itemKey(entry.object, item);
    return paper;
}

class ZoteroJsonReader final : public ListReader
{
public:
    QString format() const override { return u"Zotero JSON"_s; }
    QStringList suffixes() const override { return {u"json"_s}; }

    int recognises(QStringView head, QStringView) const override
    {
        return startsAsJson(head) && head.contains("\"itemType\""_L1) ? 90 : 0;
    }

    ParsedList read(const QString& text, const TableMapping&) const override { return papersOfItems(text, &paperOf); }
};

} // namespace

const ListReader& zoteroJsonReader()
{
    static const ZoteroJsonReader reader;
    return reader;
}

} // namespace sheaf
