// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/list_readers.h"
#include "lists/tagged.h"

#include <QUrl>

using namespace Qt::StringLiterals;

/** RIS, by the format's specifications of 2001 and 2011 and the habits of the databases that export it. */
namespace sheaf {

namespace {

constexpr std::array Rules{
    TagRule{"TY"_L1, PaperField::Type},     TagRule{"TI"_L1, PaperField::Title},
    TagRule{"T1"_L1, PaperField::Title},    TagRule{"CT"_L1, PaperField::Title},
    TagRule{"BT"_L1, PaperField::Title},    TagRule{"AU"_L1, PaperField::Author},
    TagRule{"A1"_L1, PaperField::Author},   TagRule{"PY"_L1, PaperField::Year},
    TagRule{"DA"_L1, PaperField::Year},     TagRule{"Y1"_L1, PaperField::Year},
    TagRule{"DO"_L1, PaperField::Doi},      TagRule{"DI"_L1, PaperField::Doi},
    TagRule{"T2"_L1, PaperField::Venue},    TagRule{"JF"_L1, PaperField::Venue},
    TagRule{"JO"_L1, PaperField::Venue},    TagRule{"BT"_L1, PaperField::Venue},
    TagRule{"JA"_L1, PaperField::Venue},    TagRule{"J2"_L1, PaperField::Venue},
    TagRule{"J1"_L1, PaperField::Venue},    TagRule{"VL"_L1, PaperField::Volume},
    TagRule{"IS"_L1, PaperField::Issue},    TagRule{"SP"_L1, PaperField::FirstPage},
    TagRule{"EP"_L1, PaperField::LastPage}, TagRule{"PB"_L1, PaperField::Publisher},
    TagRule{"AB"_L1, PaperField::Abstract}, TagRule{"N2"_L1, PaperField::Abstract},
    TagRule{"LA"_L1, PaperField::Language}, TagRule{"ID"_L1, PaperField::Key},
    TagRule{"KW"_L1, PaperField::Keyword},  TagRule{"C2"_L1, PaperField::Pmcid},
    TagRule{"UR"_L1, PaperField::Url},      TagRule{"L2"_L1, PaperField::Url},
    TagRule{"LK"_L1, PaperField::Url},      TagRule{"M3"_L1, PaperField::Mention},
    TagRule{"N1"_L1, PaperField::Mention},
};

/** Two characters, one or two blanks (some write more or none), a hyphen. */
TagSyntax::Tag risTag(QStringView line)
{
    if (line.size() < 3 || !line[0].isUpper() || !(line[1].isUpper() || line[1].isDigit()))
        return {};
    qsizetype at = 2;
    while (at < line.size() && line[at].isSpace() && at < 6)
        ++at;
    const bool isTag =
        at > 2 && at < line.size() && line[at] == '-'_L1 && (at + 1 == line.size() || line[at + 1].isSpace());
    return isTag ? TagSyntax::Tag{2, at + 1} : TagSyntax::Tag{};
}

/** L1 is a file: on this machine, in the exporting program's store, or on the web. */
void setLink(PaperBuilder& builder, const TaggedField& field)
{
    QString link = field.value;
    if (link.startsWith("internal-pdf://"_L1))
        return; // inside an EndNote library: no path can be told
    if (link.startsWith("file://"_L1))
        link = QUrl(link).toLocalFile();
    builder.set(link.startsWith("http"_L1, Qt::CaseInsensitive) ? PaperField::Url : PaperField::File, link, field.line);
}

/** PubMed numbers stand in AN of PubMed's exports and, with their name, in those of Cochrane and Embase. */
void setAccession(PaperBuilder& builder, const TaggedRecord& record)
{
    const bool fromPubmed = std::ranges::any_of(record.fields, [](const TaggedField& field) {
        return (field.tag == "DB"_L1 || field.tag == "DP"_L1) &&
               (field.value.contains("pubmed"_L1, Qt::CaseInsensitive) ||
                field.value.contains("medline"_L1, Qt::CaseInsensitive));
    });
    for (const TaggedField& field : record.fields) {
        const bool named = field.value.startsWith("PUBMED"_L1, Qt::CaseInsensitive) ||
                           field.value.startsWith("PMID"_L1, Qt::CaseInsensitive);
        if ((field.tag == "C3"_L1 || field.tag == "AN"_L1 || field.tag == "N1"_L1) && named)
            builder.set(PaperField::Pmid, field.value, field.line);
        else if (field.tag == "AN"_L1 && fromPubmed)
            builder.set(PaperField::Pmid, field.value, field.line);
    }
}

class RisReader final : public ListReader
{
public:
    QString format() const override { return u"RIS"_s; }
    QStringList suffixes() const override { return {u"ris"_s}; }

    int recognises(QStringView head, QStringView suffix) const override
    {
        int tags = 0;
        for (const QStringView line : head.tokenize(u'\n')) {
            const TagSyntax::Tag tag = risTag(line);
            if (tag.length == 0)
                continue;
            if (line.startsWith("TY"_L1))
                return 95;
            ++tags;
        }
        return tags >= 4 && suffix == u"ris" ? 70 : 0;
    }

    ParsedList read(const QString& text, const TableMapping&) const override
    {
        ParsedList list;
        const TagSyntax syntax{risTag, u"TY"_s, u"ER"_s};
        for (const TaggedRecord& record : scanTagged(text, syntax, list.warnings)) {
            PaperBuilder builder(record.line, list.warnings);
            applyTags(builder, record, Rules);
            for (const TaggedField& field : record.fields)
                if (field.tag == "L1"_L1 || field.tag == "L4"_L1)
                    setLink(builder, field);
            setAccession(builder, record);
            if (auto paper = builder.finish())
                list.papers.append(*std::move(paper));
        }
        return list;
    }
};

} // namespace

const ListReader& risReader()
{
    static const RisReader reader;
    return reader;
}

} // namespace sheaf
