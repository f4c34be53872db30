// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/list_writer.h"

#include <QHash>

using namespace Qt::StringLiterals;

/** RIS by the specification of 2011: CRLF line ends, one line a field. */
namespace sheaf {

namespace {

QString risType(const QString& cslType)
{
    static const QHash<QString, QString> types{{u"article-journal"_s, u"JOUR"_s},
                                               {u"article-magazine"_s, u"MGZN"_s},
                                               {u"article-newspaper"_s, u"NEWS"_s},
                                               {u"paper-conference"_s, u"CPAPER"_s},
                                               {u"book"_s, u"BOOK"_s},
                                               {u"chapter"_s, u"CHAP"_s},
                                               {u"thesis"_s, u"THES"_s},
                                               {u"report"_s, u"RPRT"_s},
                                               {u"article"_s, u"UNPB"_s},
                                               {u"webpage"_s, u"ELEC"_s},
                                               {u"patent"_s, u"PAT"_s},
                                               {u"dataset"_s, u"DATA"_s},
                                               {u"software"_s, u"COMP"_s}};
    return types.value(cslType, u"GEN"_s);
}

class Record
{
public:
    void add(QLatin1StringView tag, const QString& value)
    {
        if (!value.isEmpty())
            m_text += tag + "  - "_L1 + value.simplified() + "\r\n"_L1;
    }
    void addAll(QLatin1StringView tag, const QStringList& values)
    {
        for (const QString& value : values)
            add(tag, value);
    }
    QByteArray bytes() const { return (m_text + "ER  - \r\n\r\n"_L1).toUtf8(); }

private:
    QString m_text;
};

void addPages(Record& record, const QString& pages)
{
    const QStringList ends = pages.split(u'–');
    record.add("SP"_L1, ends.size() == 2 ? ends.first() : pages);
    record.add("EP"_L1, ends.size() == 2 ? ends.last() : QString());
}

QByteArray recordOf(const Paper& paper)
{
    Record record;
    record.add("TY"_L1, risType(paper.type));
    record.add("ID"_L1, paper.citationKey);
    record.add("TI"_L1, paper.title);
    for (const Author& author :
         paper.authors) // a comma behind an organisation keeps its words together, as EndNote has it
        record.add("AU"_L1, author.given.isEmpty() ? author.family + ','_L1 : author.family + u", "_s + author.given);
    record.add("PY"_L1, paper.year > 0 ? QString::number(paper.year) : QString());
    record.add("T2"_L1, paper.venue);
    record.add("VL"_L1, paper.volume);
    record.add("IS"_L1, paper.issue);
    addPages(record, paper.pages);
    record.add("PB"_L1, paper.publisher);
    record.add("DO"_L1, paper.ids.doi);
    record.add("C2"_L1, paper.ids.pmcid);
    record.add("C3"_L1, paper.ids.pmid.isEmpty() ? QString() : u"PMID: "_s + paper.ids.pmid);
    record.add("N1"_L1, paper.ids.arxiv.isEmpty() ? QString() : u"arXiv:"_s + paper.ids.arxiv);
    record.addAll("UR"_L1, paper.urls);
    record.addAll("L1"_L1, paper.files);
    record.add("LA"_L1, paper.language);
    record.addAll("KW"_L1, paper.keywords);
    record.add("AB"_L1, paper.abstractText);
    return record.bytes();
}

class RisWriter final : public ListWriter
{
public:
    QString format() const override { return u"ris"_s; }
    QString suffix() const override { return u".ris"_s; }
    QString label() const override { return u"RIS"_s; }
    QByteArray write(const QVector<Paper>& papers) const override
    {
        QByteArray bytes;
        for (const Paper& paper : papers)
            bytes += recordOf(paper);
        return bytes;
    }
};

} // namespace

const ListWriter& risWriter()
{
    static const RisWriter writer;
    return writer;
}

} // namespace sheaf
