// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/list_readers.h"
#include "lists/tagged.h"

using namespace Qt::StringLiterals;

/** NBIB, the MEDLINE display format of PubMed, as ERIC writes it too. */
namespace sheaf {

namespace {

constexpr std::array Rules{
    TagRule{"PT"_L1, PaperField::Type},      TagRule{"TI"_L1, PaperField::Title},
    TagRule{"BTI"_L1, PaperField::Title},    TagRule{"DP"_L1, PaperField::Year},
    TagRule{"DEP"_L1, PaperField::Year},     TagRule{"PMID"_L1, PaperField::Pmid},
    TagRule{"PMC"_L1, PaperField::Pmcid},    TagRule{"JT"_L1, PaperField::Venue},
    TagRule{"TA"_L1, PaperField::Venue},     TagRule{"VI"_L1, PaperField::Volume},
    TagRule{"IP"_L1, PaperField::Issue},     TagRule{"PG"_L1, PaperField::Pages},
    TagRule{"PB"_L1, PaperField::Publisher}, TagRule{"AB"_L1, PaperField::Abstract},
    TagRule{"LA"_L1, PaperField::Language},  TagRule{"OT"_L1, PaperField::Keyword},
    TagRule{"MH"_L1, PaperField::Keyword},
};

/** Up to four capitals, filled with blanks, and a hyphen. */
TagSyntax::Tag medlineTag(QStringView line)
{
    if (line.size() < 5 || line[4] != '-'_L1)
        return {};
    qsizetype length = 0;
    while (length < 4 && (line[length].isUpper() || line[length].isDigit()))
        ++length;
    const bool padded = std::ranges::all_of(line.mid(length, 4 - length), [](QChar c) { return c == ' '_L1; });
    return length >= 2 && padded ? TagSyntax::Tag{length, 5} : TagSyntax::Tag{};
}

/** AID and LID hold the DOI, the publisher's number, or a link; the kind stands behind in brackets. */
void setArticleId(PaperBuilder& builder, const TaggedField& field)
{
    const bool named = field.value.endsWith("[doi]"_L1);
    if (named || (!field.value.endsWith(']'_L1) && doiFrom(field.value)))
        builder.set(PaperField::Doi, QStringView(field.value).chopped(named ? 5 : 0), field.line);
}

class MedlineReader final : public ListReader
{
public:
    QString format() const override { return u"MEDLINE"_s; }
    QStringList suffixes() const override { return {u"nbib"_s}; }

    int recognises(QStringView head, QStringView) const override
    {
        int tags = 0;
        for (const QStringView line : head.tokenize(u'\n')) {
            if (line.startsWith("PMID-"_L1))
                return 92;
            if (line.startsWith("TY  -"_L1))
                return 0;
            tags += medlineTag(line).length > 0;
        }
        return tags >= 4 ? 65 : 0;
    }

    ParsedList read(const QString& text, const TableMapping&) const override
    {
        ParsedList list;
        for (const TaggedRecord& record : scanTagged(text, {medlineTag, {}, {}, true}, list.warnings)) {
            PaperBuilder builder(record.line, list.warnings);
            applyTags(builder, record, Rules);
            // Full names where there are any; both lists name the same people.
            const bool hasFull =
                std::ranges::any_of(record.fields, [](const TaggedField& f) { return f.tag == "FAU"_L1; });
            for (const TaggedField& field : record.fields) {
                if (field.tag == (hasFull ? "FAU"_L1 : "AU"_L1))
                    builder.set(PaperField::Author, field.value, field.line);
                else if (field.tag == "AID"_L1 || field.tag == "LID"_L1)
                    setArticleId(builder, field);
            }
            if (auto paper = builder.finish())
                list.papers.append(*std::move(paper));
        }
        return list;
    }
};

} // namespace

const ListReader& medlineReader()
{
    static const MedlineReader reader;
    return reader;
}

} // namespace sheaf
