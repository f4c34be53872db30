// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/list_readers.h"
#include "lists/tagged.h"

using namespace Qt::StringLiterals;

/** Refer/BibIX and EndNote's ENW, which is Refer with more tags. */
namespace sheaf {

namespace {

constexpr std::array Rules{
    TagRule{"%0"_L1, PaperField::Type},     TagRule{"%T"_L1, PaperField::Title},
    TagRule{"%A"_L1, PaperField::Author},   TagRule{"%D"_L1, PaperField::Year},
    TagRule{"%8"_L1, PaperField::Year},     TagRule{"%R"_L1, PaperField::Doi},
    TagRule{"%J"_L1, PaperField::Venue},    TagRule{"%B"_L1, PaperField::Venue},
    TagRule{"%V"_L1, PaperField::Volume},   TagRule{"%N"_L1, PaperField::Issue},
    TagRule{"%P"_L1, PaperField::Pages},    TagRule{"%I"_L1, PaperField::Publisher},
    TagRule{"%X"_L1, PaperField::Abstract}, TagRule{"%G"_L1, PaperField::Language},
    TagRule{"%F"_L1, PaperField::Key},      TagRule{"%K"_L1, PaperField::Keywords},
    TagRule{"%U"_L1, PaperField::Url},      TagRule{"%Z"_L1, PaperField::Mention},
};

TagSyntax::Tag referTag(QStringView line)
{
    const bool isTag = line.size() >= 2 && line[0] == '%'_L1 && line[1].unicode() < 128 && !line[1].isSpace() &&
                       line[1] != '%'_L1 && (line.size() == 2 || line[2].isSpace());
    return isTag ? TagSyntax::Tag{2, 2} : TagSyntax::Tag{};
}

class ReferReader final : public ListReader
{
public:
    QString format() const override { return u"EndNote (Refer)"_s; }
    QStringList suffixes() const override { return {u"enw"_s, u"ref"_s}; }

    int recognises(QStringView head, QStringView) const override
    {
        int tags = 0;
        bool titled = false;
        for (const QStringView line : head.tokenize(u'\n')) {
            tags += referTag(line).length > 0;
            titled = titled || line.startsWith("%T "_L1);
        }
        return titled && tags >= 3 ? 90 : 0;
    }

    ParsedList read(const QString& text, const TableMapping&) const override
    {
        ParsedList list;
        for (const TaggedRecord& record : scanTagged(text, {referTag, {}, {}, true}, list.warnings)) {
            PaperBuilder builder(record.line, list.warnings);
            applyTags(builder, record, Rules);
            if (auto paper = builder.finish())
                list.papers.append(*std::move(paper));
        }
        return list;
    }
};

} // namespace

const ListReader& referReader()
{
    static const ReferReader reader;
    return reader;
}

} // namespace sheaf
