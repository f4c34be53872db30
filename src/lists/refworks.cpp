// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/list_readers.h"
#include "lists/tagged.h"

using namespace Qt::StringLiterals;

/** RefWorks' tagged format. */
namespace sheaf {

namespace {

constexpr std::array Rules{
    TagRule{"RT"_L1, PaperField::Type},     TagRule{"T1"_L1, PaperField::Title},
    TagRule{"A1"_L1, PaperField::Author},   TagRule{"YR"_L1, PaperField::Year},
    TagRule{"FD"_L1, PaperField::Year},     TagRule{"DO"_L1, PaperField::Doi},
    TagRule{"JF"_L1, PaperField::Venue},    TagRule{"T2"_L1, PaperField::Venue},
    TagRule{"JO"_L1, PaperField::Venue},    TagRule{"VO"_L1, PaperField::Volume},
    TagRule{"IS"_L1, PaperField::Issue},    TagRule{"SP"_L1, PaperField::FirstPage},
    TagRule{"OP"_L1, PaperField::LastPage}, TagRule{"PB"_L1, PaperField::Publisher},
    TagRule{"AB"_L1, PaperField::Abstract}, TagRule{"LA"_L1, PaperField::Language},
    TagRule{"K1"_L1, PaperField::Keyword},  TagRule{"UL"_L1, PaperField::Url},
    TagRule{"LK"_L1, PaperField::Url},      TagRule{"NO"_L1, PaperField::Mention},
};

class RefworksReader final : public ListReader
{
public:
    QString format() const override { return u"RefWorks"_s; }
    QStringList suffixes() const override { return {}; }

    int recognises(QStringView head, QStringView) const override
    {
        bool opens = false, titled = false;
        for (const QStringView line : head.tokenize(u'\n')) {
            opens = opens || (line.startsWith("RT "_L1) && line.size() <= 60);
            titled = titled || line.startsWith("T1 "_L1);
        }
        return opens && titled ? 90 : 0;
    }

    ParsedList read(const QString& text, const TableMapping&) const override
    {
        ParsedList list;
        for (const TaggedRecord& record : scanTagged(text, {twoLetterTag, u"RT"_s, {}}, list.warnings)) {
            PaperBuilder builder(record.line, list.warnings);
            applyTags(builder, record, Rules);
            if (auto paper = builder.finish())
                list.papers.append(*std::move(paper));
        }
        return list;
    }
};

} // namespace

const ListReader& refworksReader()
{
    static const RefworksReader reader;
    return reader;
}

} // namespace sheaf
