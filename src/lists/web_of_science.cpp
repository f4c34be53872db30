// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/list_readers.h"
#include "lists/tagged.h"

using namespace Qt::StringLiterals;

/** Web of Science's tagged export ("plain text", ISI). */
namespace sheaf {

namespace {

constexpr std::array Rules{
    TagRule{"DT"_L1, PaperField::Type},      TagRule{"PT"_L1, PaperField::Type},
    TagRule{"TI"_L1, PaperField::Title},     TagRule{"PY"_L1, PaperField::Year},
    TagRule{"EY"_L1, PaperField::Year},      TagRule{"PD"_L1, PaperField::Year},
    TagRule{"DI"_L1, PaperField::Doi},       TagRule{"PM"_L1, PaperField::Pmid},
    TagRule{"SO"_L1, PaperField::Venue},     TagRule{"JI"_L1, PaperField::Venue},
    TagRule{"VL"_L1, PaperField::Volume},    TagRule{"IS"_L1, PaperField::Issue},
    TagRule{"BP"_L1, PaperField::FirstPage}, TagRule{"EP"_L1, PaperField::LastPage},
    TagRule{"AR"_L1, PaperField::FirstPage}, TagRule{"PU"_L1, PaperField::Publisher},
    TagRule{"AB"_L1, PaperField::Abstract},  TagRule{"LA"_L1, PaperField::Language},
    TagRule{"UT"_L1, PaperField::Key},       TagRule{"DE"_L1, PaperField::Keywords},
};

/** The file's head and foot belong to no record. */
TagSyntax::Tag recordTag(QStringView line)
{
    const bool isFrame = line.startsWith("FN "_L1) || line.startsWith("VR "_L1) || line == "EF"_L1;
    return isFrame ? TagSyntax::Tag() : twoLetterTag(line);
}

/** One name a line, in full (AF) or with initials (AU). */
void setAuthors(PaperBuilder& builder, const TaggedRecord& record)
{
    const bool hasFull = std::ranges::any_of(record.fields, [](const TaggedField& f) { return f.tag == "AF"_L1; });
    for (const TaggedField& field : record.fields)
        if (field.tag == (hasFull ? "AF"_L1 : "AU"_L1))
            for (const QString& name : field.value.split('\n'_L1))
                builder.set(PaperField::Author, name, field.line);
}

class WebOfScienceReader final : public ListReader
{
public:
    QString format() const override { return u"Web of Science"_s; }
    QStringList suffixes() const override { return {u"isi"_s, u"ciw"_s}; }

    int recognises(QStringView head, QStringView suffix) const override
    {
        bool opens = false, titled = false;
        for (const QStringView line : head.tokenize(u'\n')) {
            const bool isTag = line.size() > 3 && !line[3].isSpace(); // "TI  - " is RIS or MEDLINE
            opens = opens || (isTag && line.startsWith("PT "_L1) && line.size() <= 40);
            titled = titled || (isTag && line.startsWith("TI "_L1));
        }
        if (opens && titled)
            return 90;
        return titled && suffix == u"isi" ? 60 : 0;
    }

    ParsedList read(const QString& text, const TableMapping&) const override
    {
        ParsedList list;
        for (const TaggedRecord& record : scanTagged(text, {recordTag, u"PT"_s, u"ER"_s}, list.warnings)) {
            PaperBuilder builder(record.line, list.warnings);
            applyTags(builder, record, Rules);
            setAuthors(builder, record);
            if (auto paper = builder.finish())
                list.papers.append(*std::move(paper));
        }
        return list;
    }
};

} // namespace

const ListReader& webOfScienceReader()
{
    static const WebOfScienceReader reader;
    return reader;
}

} // namespace sheaf
