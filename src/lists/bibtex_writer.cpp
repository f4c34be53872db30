// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/list_writer.h"

#include "core/language_tag.h"

#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

/**
 * BibTeX with BibLaTeX's names where BibTeX has none (eprinttype, langid), and BibLaTeX by its manual; files as JabRef
 * writes them.
 */
namespace sheaf {

namespace {

QString escaped(const QString& text)
{
    QString out;
    out.reserve(text.size() + 8);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        switch (c.unicode()) {
        case u'\\':
            out += "\\textbackslash{}"_L1;
            break;
        case u'{':
            out += "\\textbraceleft{}"_L1;
            break;
        case u'}':
            out += "\\textbraceright{}"_L1;
            break;
        case u'~':
            out += "\\textasciitilde{}"_L1;
            break;
        case u'^':
            out += "\\textasciicircum{}"_L1;
            break;
        case u'&':
        case u'%':
        case u'$':
        case u'#':
        case u'_':
            out += '\\'_L1;
            out += c;
            break;
        case u'-':
            out += i > 0 && text.at(i - 1) == c ? "{}-"_L1 : "-"_L1; // no ligature
            break;
        default:
            out += c;
        }
    }
    return out;
}

/** DOIs, URLs: no brace may stand in a field unpaired. */
QString withoutBraces(QString text)
{
    return text.replace('{'_L1, "%7B"_L1).replace('}'_L1, "%7D"_L1);
}

QString authorNames(const QVector<Author>& authors)
{
    QStringList names;
    for (const Author& author : authors) {
        const bool guarded = author.given.isEmpty() || author.family.contains(','_L1);
        const QString family = guarded ? '{'_L1 + escaped(author.family) + '}'_L1 : escaped(author.family);
        // BibTeX wants "Smith, Jr., John".
        const qsizetype comma = author.given.lastIndexOf(", "_L1);
        const bool followed = comma > 0 && isNameSuffix(QStringView(author.given).mid(comma + 2));
        const QString given =
            followed ? author.given.mid(comma + 2) + u", "_s + author.given.left(comma) : author.given;
        names.append(given.isEmpty() ? family : family + u", "_s + escaped(given));
    }
    return names.join(u" and "_s);
}

QString fileField(const QStringList& files)
{
    QStringList entries;
    for (QString path : files) {
        path.replace('\\'_L1, "\\\\"_L1).replace(':'_L1, "\\:"_L1).replace(';'_L1, "\\;"_L1);
        path.replace('{'_L1, "\\{"_L1).replace('}'_L1, "\\}"_L1);
        entries.append(':'_L1 + path + (path.endsWith(".pdf"_L1, Qt::CaseInsensitive) ? u":PDF"_s : u":"_s));
    }
    return entries.join(';'_L1);
}

enum class Dialect
{
    Bibtex,
    Biblatex
};

QString entryType(const QString& cslType, Dialect dialect)
{
    static const QHash<QString, QString> biblatex{{u"thesis"_s, u"thesis"_s}, {u"report"_s, u"report"_s}};
    if (dialect == Dialect::Biblatex && biblatex.contains(cslType))
        return biblatex.value(cslType);
    static const QHash<QString, QString> types{{u"article-journal"_s, u"article"_s},
                                               {u"article-magazine"_s, u"article"_s},
                                               {u"article-newspaper"_s, u"article"_s},
                                               {u"paper-conference"_s, u"inproceedings"_s},
                                               {u"book"_s, u"book"_s},
                                               {u"chapter"_s, u"incollection"_s},
                                               {u"thesis"_s, u"phdthesis"_s},
                                               {u"report"_s, u"techreport"_s},
                                               {u"article"_s, u"unpublished"_s},
                                               {u"webpage"_s, u"online"_s},
                                               {u"patent"_s, u"patent"_s},
                                               {u"dataset"_s, u"dataset"_s},
                                               {u"software"_s, u"software"_s}};
    return types.value(cslType, u"misc"_s);
}

/** "vaswani2017", "vaswani2017a", …: what a paper without a key is cited by. */
QString keyOf(const Paper& paper, QSet<QString>& used)
{
    QString base = paper.citationKey;
    if (base.isEmpty()) {
        base = paper.authors.isEmpty() ? u"paper"_s : foldForMatching(paper.authors.first().family).remove(' '_L1);
        base += paper.year > 0 ? QString::number(paper.year) : QString();
    }
    base.removeIf([](QChar c) { return c.isSpace() || u",{}()=\"#%\\~"_s.contains(c); });
    QString key = base;
    for (char16_t letter = u'a'; used.contains(key.toLower()) && letter <= u'z'; ++letter)
        key = base + QChar(letter);
    for (int number = 2; used.contains(key.toLower()); ++number)
        key = base + u'-' + QString::number(number);
    used.insert(key.toLower());
    return key;
}

class Entry
{
public:
    void add(const QString& name, const QString& value)
    {
        if (!value.isEmpty())
            m_lines += u",\n  "_s + name + u" = {"_s + value + '}'_L1;
    }
    QString lines() const { return m_lines; }

private:
    QString m_lines;
};

/** What BibLaTeX calls otherwise. */
QString fieldName(const QString& name, const QString& type, Dialect dialect)
{
    if (dialect == Dialect::Bibtex)
        return name;
    if (name == "publisher"_L1 && (type == "thesis"_L1 || type == "report"_L1))
        return u"institution"_s;
    return name == "journal"_L1 ? u"journaltitle"_s : name == "year"_L1 ? u"date"_s : name;
}

QString entryOf(const Paper& paper, QSet<QString>& used, Dialect dialect)
{
    const QString type = entryType(paper.type, dialect);
    const auto named = [&](const QString& name) { return fieldName(name, type, dialect); };
    Entry entry;
    entry.add(u"author"_s, authorNames(paper.authors));
    // The second pair keeps the title's capitals.
    entry.add(u"title"_s, paper.title.isEmpty() ? QString() : '{'_L1 + escaped(paper.title) + '}'_L1);
    entry.add(type == "inproceedings"_L1 || type == "incollection"_L1 ? u"booktitle"_s : named(u"journal"_s),
              escaped(paper.venue));
    entry.add(named(u"year"_s), paper.year > 0 ? QString::number(paper.year) : QString());
    entry.add(u"volume"_s, escaped(paper.volume));
    entry.add(u"number"_s, escaped(paper.issue));
    entry.add(u"pages"_s, escaped(paper.pages).replace(u"–"_s, u"--"_s));
    entry.add(named(u"publisher"_s), escaped(paper.publisher));
    entry.add(u"doi"_s, withoutBraces(paper.ids.doi));
    entry.add(u"eprint"_s, paper.ids.arxiv);
    entry.add(u"eprinttype"_s, paper.ids.arxiv.isEmpty() ? QString() : u"arxiv"_s);
    entry.add(u"pmid"_s, paper.ids.pmid);
    entry.add(u"pmcid"_s, paper.ids.pmcid);
    for (qsizetype i = 0; i < paper.urls.size(); ++i)
        entry.add(i == 0 ? u"url"_s : u"bdsk-url-%1"_s.arg(i), withoutBraces(paper.urls.at(i)));
    entry.add(u"file"_s, fileField(paper.files));
    entry.add(u"langid"_s, escaped(babelLanguage(paper.language)));
    entry.add(u"keywords"_s, escaped(paper.keywords.join(u"; "_s)));
    entry.add(u"abstract"_s, escaped(paper.abstractText));
    return '@'_L1 + type + '{'_L1 + keyOf(paper, used) + entry.lines() + u"\n}\n\n"_s;
}

class BibtexWriter final : public ListWriter
{
public:
    explicit BibtexWriter(Dialect dialect) : m_dialect(dialect) {}

    QString format() const override { return isBiblatex() ? u"biblatex"_s : u"bibtex"_s; }
    QString suffix() const override { return isBiblatex() ? u".biblatex.bib"_s : u".bib"_s; }
    QString label() const override { return isBiblatex() ? u"BibLaTeX"_s : u"BibTeX"_s; }
    QByteArray write(const QVector<Paper>& papers) const override
    {
        QByteArray bytes;
        QSet<QString> used;
        for (const Paper& paper : papers)
            bytes += entryOf(paper, used, m_dialect).toUtf8();
        return bytes;
    }

private:
    bool isBiblatex() const { return m_dialect == Dialect::Biblatex; }

    Dialect m_dialect;
};

} // namespace

const ListWriter& bibtexWriter()
{
    static const BibtexWriter writer(Dialect::Bibtex);
    return writer;
}

const ListWriter& biblatexWriter()
{
    static const BibtexWriter writer(Dialect::Biblatex);
    return writer;
}

} // namespace sheaf
