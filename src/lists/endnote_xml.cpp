// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/list_readers.h"
#include "lists/xml_records.h"

using namespace Qt::StringLiterals;

/** EndNote's XML export. */
namespace sheaf {

namespace {

constexpr std::array Rules{
    XmlRule{"titles/title"_L1, PaperField::Title},
    XmlRule{"contributors/authors/author"_L1, PaperField::Author},
    XmlRule{"dates/year"_L1, PaperField::Year},
    XmlRule{"dates/pub-dates/date"_L1, PaperField::Year},
    XmlRule{"electronic-resource-num"_L1, PaperField::Doi},
    XmlRule{"titles/secondary-title"_L1, PaperField::Venue},
    XmlRule{"periodical/full-title"_L1, PaperField::Venue},
    XmlRule{"volume"_L1, PaperField::Volume},
    XmlRule{"number"_L1, PaperField::Issue},
    XmlRule{"pages"_L1, PaperField::Pages},
    XmlRule{"publisher"_L1, PaperField::Publisher},
    XmlRule{"abstract"_L1, PaperField::Abstract},
    XmlRule{"language"_L1, PaperField::Language},
    XmlRule{"keywords/keyword"_L1, PaperField::Keyword},
    XmlRule{"urls/related-urls/url"_L1, PaperField::Url},
    XmlRule{"urls/web-urls/url"_L1, PaperField::Url},
    XmlRule{"custom2"_L1, PaperField::Pmcid},
    XmlRule{"label"_L1, PaperField::Key},
};

/** Attachments inside an EndNote library have no path that could be told. */
void setFiles(PaperBuilder& builder, const XmlRecord& record)
{
    for (const XmlField& field : record.fields)
        if (field.path == "urls/pdf-urls/url"_L1 && !field.value.startsWith("internal-pdf:"_L1))
            builder.set(field.value.startsWith("http"_L1) ? PaperField::Url : PaperField::File, field.value,
                        field.line);
}

class EndnoteXmlReader final : public ListReader
{
public:
    QString format() const override { return u"EndNote XML"_s; }
    QStringList suffixes() const override { return {u"xml"_s}; }

    int recognises(QStringView head, QStringView) const override
    {
        return head.contains("<records>"_L1) && head.contains("<record>"_L1) && head.contains("<ref-type"_L1) ? 92 : 0;
    }

    ParsedList read(const QString& text, const TableMapping&) const override
    {
        ParsedList list;
        for (const XmlRecord& record : xmlRecords(text, {u"record"_s}, list.warnings)) {
            PaperBuilder builder(record.line, list.warnings);
            applyXml(builder, record, Rules);
            for (const XmlField& field : record.fields)
                if (field.path == "ref-type"_L1)
                    builder.set(PaperField::Type, field.kind);
            const bool hasAuthor = std::ranges::any_of(
                record.fields, [](const XmlField& f) { return f.path == "contributors/authors/author"_L1; });
            for (const XmlField& field : record.fields)
                if (!hasAuthor && field.path == "contributors/secondary-authors/author"_L1)
                    builder.set(PaperField::Author, field.value, field.line);
            setFiles(builder, record);
            if (auto paper = builder.finish())
                list.papers.append(*std::move(paper));
        }
        return list;
    }
};

} // namespace

const ListReader& endnoteXmlReader()
{
    static const EndnoteXmlReader reader;
    return reader;
}

} // namespace sheaf
