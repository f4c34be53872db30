// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/list_readers.h"
#include "lists/tagged.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

/** Ovid's exports: "TI  - …" or, with full field names, "Title" above its indented text; records are numbered "<1>". */
namespace sheaf {

namespace {

constexpr std::array Rules{
    TagRule{"PT"_L1, PaperField::Type},      TagRule{"DT"_L1, PaperField::Type},
    TagRule{"BT"_L1, PaperField::Title},     TagRule{"YR"_L1, PaperField::Year},
    TagRule{"PY"_L1, PaperField::Year},      TagRule{"DP"_L1, PaperField::Year},
    TagRule{"DO"_L1, PaperField::Doi},       TagRule{"DI"_L1, PaperField::Doi},
    TagRule{"JN"_L1, PaperField::Venue},     TagRule{"JT"_L1, PaperField::Venue},
    TagRule{"JA"_L1, PaperField::Venue},     TagRule{"VO"_L1, PaperField::Volume},
    TagRule{"IP"_L1, PaperField::Issue},     TagRule{"PG"_L1, PaperField::Pages},
    TagRule{"PU"_L1, PaperField::Publisher}, TagRule{"PB"_L1, PaperField::Publisher},
    TagRule{"AB"_L1, PaperField::Abstract},  TagRule{"LG"_L1, PaperField::Language},
    TagRule{"LA"_L1, PaperField::Language},  TagRule{"KW"_L1, PaperField::Keywords},
    TagRule{"UR"_L1, PaperField::Mention},
};

/** The full names of Ovid's fields. */
QString tagOfLabel(const QString& label)
{
    static const QHash<QString, QString> tags{{u"author"_s, u"AU"_s},
                                              {u"authors"_s, u"AU"_s},
                                              {u"author(s)"_s, u"AU"_s},
                                              {u"authors full name"_s, u"FA"_s},
                                              {u"editor"_s, u"ED"_s},
                                              {u"editors"_s, u"ED"_s},
                                              {u"title"_s, u"TI"_s},
                                              {u"book title"_s, u"BT"_s},
                                              {u"source"_s, u"SO"_s},
                                              {u"abstract"_s, u"AB"_s},
                                              {u"doi number"_s, u"DO"_s},
                                              {u"doi"_s, u"DO"_s},
                                              {u"digital object identifier"_s, u"DO"_s},
                                              {u"publication type"_s, u"PT"_s},
                                              {u"document type"_s, u"DT"_s},
                                              {u"year of publication"_s, u"YR"_s},
                                              {u"publication year"_s, u"YR"_s},
                                              {u"year"_s, u"YR"_s},
                                              {u"date of publication"_s, u"DP"_s},
                                              {u"status"_s, u"ST"_s},
                                              {u"journal"_s, u"JN"_s},
                                              {u"journal name"_s, u"JN"_s},
                                              {u"volume"_s, u"VO"_s},
                                              {u"issue"_s, u"IP"_s},
                                              {u"page"_s, u"PG"_s},
                                              {u"pages"_s, u"PG"_s},
                                              {u"publisher"_s, u"PU"_s},
                                              {u"language"_s, u"LG"_s},
                                              {u"author keywords"_s, u"KW"_s},
                                              {u"keyword"_s, u"KW"_s},
                                              {u"keywords"_s, u"KW"_s},
                                              {u"pmid"_s, u"PM"_s},
                                              {u"pubmed id"_s, u"PM"_s},
                                              {u"unique identifier"_s, u"UI"_s},
                                              {u"database"_s, u"DB"_s}};
    return tags.value(label.trimmed().toLower());
}

bool isNumber(QStringView line)
{
    static const QRegularExpression pattern(uR"(^<\s*\d+\s*\.?\s*>\s*$)"_s);
    return line.startsWith('<'_L1) && pattern.match(line).hasMatch();
}

/** Two to five capitals or digits, blanks, a hyphen. */
TagSyntax::Tag ovidTag(QStringView line)
{
    qsizetype length = 0;
    while (length < line.size() && length < 5 && (line[length].isUpper() || line[length].isDigit()))
        ++length;
    qsizetype at = length;
    while (at < line.size() && line[at] == ' '_L1)
        ++at;
    const bool isTag = length >= 2 && at > length && at < line.size() && line[at] == '-'_L1 &&
                       (at + 1 == line.size() || line[at + 1] == ' '_L1);
    return isTag ? TagSyntax::Tag{length, at + 1} : TagSyntax::Tag{};
}

class OvidScanner
{
public:
    void take(QStringView line, int number)
    {
        if (isNumber(line)) {
            m_records.append(TaggedRecord{number, {}});
            m_inField = false;
            return;
        }
        if (m_records.isEmpty() || line.trimmed().isEmpty())
            return;
        QVector<TaggedField>& fields = m_records.last().fields;
        if (const TagSyntax::Tag tag = ovidTag(line); tag.length > 0) {
            fields.append({line.left(tag.length).toString(), line.mid(tag.value).trimmed().toString(), number});
            m_inField = true;
        } else if (!line.front().isSpace()) {
            fields.append({tagOfLabel(line.toString()), {}, number});
            m_inField = true;
        } else if (m_inField) {
            QString& value = fields.last().value;
            value += (value.isEmpty() ? u""_s : u"\n"_s) + line.trimmed().toString();
        }
    }

    QVector<TaggedRecord> finish() { return std::move(m_records); }

private:
    QVector<TaggedRecord> m_records;
    bool m_inField = false;
};

QString valueOf(const TaggedRecord& record, QLatin1StringView tag)
{
    const auto found = std::ranges::find(record.fields, tag, &TaggedField::tag);
    return found == record.fields.end() ? QString() : found->value;
}

/** "[Review]", "[German]" behind a title is Ovid's remark; brackets around all of it mark a translated title. */
QString titleOf(const QString& value)
{
    static const QRegularExpression remark(uR"(\s*\[[^\[\]]{1,40}\]\.?$)"_s);
    QString title = value.simplified();
    if (!title.startsWith('['_L1))
        title.remove(remark);
    else if (title.endsWith(']'_L1) || title.endsWith("]."_L1))
        title = title.mid(1, title.lastIndexOf(']'_L1) - 1);
    if (title.endsWith('.'_L1) && !title.endsWith(".."_L1))
        title.chop(1);
    return title;
}

/** "Walsdorf, Neill B. [Inventor]", "Mathes, Tim 2", "Verbeek, Jan MD *": roles, degrees and notes are not the name. */
QString nameOf(QString name)
{
    static const QRegularExpression remark(uR"(\s*\[[^\]]*\]?)"_s), notes(uR"([\s,*+#\d().|-]*$)"_s),
        degree(
            uR"([\s,]+(?:MD|M\.D\.|PhD|Ph\.D\.|RN|FAAN|MSc|BSc|MPH|MBA|MS|MA|DDS|DO|PharmD|DPhil|FACS|FRCP|Dr)\.?$)"_s);
    name = name.simplified().remove(remark);
    for (qsizetype before = -1; before != name.size();) {
        before = name.size();
        const bool initial = name.endsWith('.'_L1) && name.size() > 2 && name.at(name.size() - 2).isUpper();
        if (!initial)
            name.remove(notes);
        name.remove(degree);
    }
    // "AHMED, Mughees": some databases shout.
    const qsizetype comma = name.indexOf(','_L1);
    if (comma > 3 && name.left(comma) == name.left(comma).toUpper())
        for (qsizetype i = 1; i < comma; ++i)
            if (name.at(i - 1).isLetter())
                name[i] = name.at(i).toLower();
    return name;
}

void addNames(PaperBuilder& builder, const TaggedRecord& record, QLatin1StringView tag)
{
    static const QRegularExpression separator(uR"(;|\n)"_s);
    for (const TaggedField& field : record.fields)
        if (field.tag == tag) {
            QString value = field.value;
            static const QRegularExpression remark(uR"(\[[^\]]*\])"_s); // may hold a ";"
            value.remove(remark);
            for (const QString& part : value.split(separator, Qt::SkipEmptyParts))
                if (const QString name = nameOf(part); name.size() > 1)
                    builder.addAuthor(authorFromName(name));
        }
}

void setAuthors(PaperBuilder& builder, const TaggedRecord& record)
{
    for (const auto tag : {"FA"_L1, "AU"_L1, "ED"_L1})
        if (!valueOf(record, tag).isEmpty())
            return addNames(builder, record, tag);
}

/** "Nursing Science Quarterly.   28(2):103-106, April 2015." */
void setSource(PaperBuilder& builder, const TaggedRecord& record)
{
    static const QRegularExpression pattern(
        uR"(^(?<venue>.+?)[.,]?\s+(?:(?:vol\.?\s*)?(?<volume>\d+)\s*(?:\((?<issue>[^()]*)\))?)?\s*(?:[:,]\s*(?:pp?\.?\s*)?(?<pages>[A-Za-z]?\d+(?:\s*[-–]\s*[A-Za-z]?\d+)?)(?!\d))?\s*(?:[,.;:]|$))"_s);
    const QString source = valueOf(record, "SO"_L1).simplified();
    const auto match = pattern.match(source);
    if (match.hasMatch()) {
        builder.set(PaperField::Venue, match.capturedView(u"venue"));
        builder.set(PaperField::Volume, match.capturedView(u"volume"));
        builder.set(PaperField::Issue, match.capturedView(u"issue"));
        builder.set(PaperField::Pages, match.capturedView(u"pages"));
    } else if (!source.isEmpty()) {
        builder.set(PaperField::Venue, QStringView(source).chopped(source.endsWith('.'_L1) ? 1 : 0));
    }
    // The year closes the citation; before it stand pages that may look like one.
    static const QRegularExpression lastYear(uR"(.*\b((?:1[89]|20)\d\d)\b)"_s);
    for (const QString& text : {source, valueOf(record, "ST"_L1).simplified()})
        builder.set(PaperField::Year, lastYear.match(text).capturedView(1));
    builder.set(PaperField::Mention, source);
}

void setPmid(PaperBuilder& builder, const TaggedRecord& record)
{
    const bool medline = valueOf(record, "DB"_L1).contains("medline"_L1, Qt::CaseInsensitive);
    builder.set(PaperField::Pmid, valueOf(record, "PM"_L1));
    if (medline)
        builder.set(PaperField::Pmid, valueOf(record, "UI"_L1));
}

class OvidReader final : public ListReader
{
public:
    QString format() const override { return u"Ovid"_s; }
    QStringList suffixes() const override { return {u"ovd"_s}; }

    int recognises(QStringView head, QStringView) const override
    {
        bool numbered = false, titled = false;
        for (const QStringView line : head.tokenize(u'\n')) {
            numbered = numbered || isNumber(line);
            titled = titled || (numbered && (ovidTag(line).length > 0 || !tagOfLabel(line.toString()).isEmpty()));
        }
        return titled ? 93 : 0;
    }

    ParsedList read(const QString& text, const TableMapping&) const override
    {
        OvidScanner scanner;
        int number = 0;
        for (const QStringView line : QStringView(text).tokenize(u'\n'))
            scanner.take(line, ++number);
        ParsedList list;
        for (const TaggedRecord& record : scanner.finish()) {
            PaperBuilder builder(record.line, list.warnings);
            builder.set(PaperField::Title, titleOf(valueOf(record, "TI"_L1)));
            setAuthors(builder, record);
            setPmid(builder, record);
            applyTags(builder, record, Rules);
            setSource(builder, record);
            if (auto paper = builder.finish())
                list.papers.append(*std::move(paper));
        }
        return list;
    }
};

} // namespace

const ListReader& ovidReader()
{
    static const OvidReader reader;
    return reader;
}

} // namespace sheaf
