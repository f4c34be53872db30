// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/bibtex_files.h"
#include "lists/bibtex_scanner.h"
#include "lists/latex_text.h"
#include "lists/list_readers.h"
#include "lists/paper_builder.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

/** BibTeX and BibLaTeX. Field names are those of both manuals plus what JabRef, Zotero, Mendeley and ADS add. */
namespace sheaf {

namespace {

enum class Reading
{
    Prose,
    Verbatim,
    Names,
    Files
};

struct FieldRule
{
    QLatin1StringView name;
    PaperField field;
    Reading reading = Reading::Prose;
};

/** In order of preference where several fields mean the same. */
constexpr std::array Rules{
    FieldRule{"author"_L1, PaperField::Author, Reading::Names},
    FieldRule{"date"_L1, PaperField::Year},
    FieldRule{"year"_L1, PaperField::Year},
    FieldRule{"doi"_L1, PaperField::Doi, Reading::Verbatim},
    FieldRule{"pmid"_L1, PaperField::Pmid},
    FieldRule{"pmcid"_L1, PaperField::Pmcid},
    FieldRule{"arxivid"_L1, PaperField::Arxiv, Reading::Verbatim},
    FieldRule{"arxiv"_L1, PaperField::Arxiv, Reading::Verbatim},
    FieldRule{"journaltitle"_L1, PaperField::Venue},
    FieldRule{"journal"_L1, PaperField::Venue},
    FieldRule{"booktitle"_L1, PaperField::Venue},
    FieldRule{"shortjournal"_L1, PaperField::Venue},
    FieldRule{"school"_L1, PaperField::Publisher},
    FieldRule{"institution"_L1, PaperField::Publisher},
    FieldRule{"publisher"_L1, PaperField::Publisher},
    FieldRule{"organization"_L1, PaperField::Publisher},
    FieldRule{"volume"_L1, PaperField::Volume},
    FieldRule{"number"_L1, PaperField::Issue},
    FieldRule{"issue"_L1, PaperField::Issue},
    FieldRule{"pages"_L1, PaperField::Pages},
    FieldRule{"eid"_L1, PaperField::Pages},
    FieldRule{"article-number"_L1, PaperField::Pages},
    FieldRule{"abstract"_L1, PaperField::Abstract},
    FieldRule{"langid"_L1, PaperField::Language},
    FieldRule{"language"_L1, PaperField::Language},
    FieldRule{"keywords"_L1, PaperField::Keywords},
    FieldRule{"keyword"_L1, PaperField::Keywords},
    FieldRule{"mendeley-tags"_L1, PaperField::Keywords},
    FieldRule{"url"_L1, PaperField::Url, Reading::Verbatim},
    FieldRule{"link"_L1, PaperField::Url, Reading::Verbatim},
    FieldRule{"pdf"_L1, PaperField::Url, Reading::Verbatim},
    FieldRule{"ee"_L1, PaperField::Url, Reading::Verbatim},
    FieldRule{"howpublished"_L1, PaperField::Url, Reading::Verbatim},
    FieldRule{"file"_L1, PaperField::File, Reading::Files},
    FieldRule{"localfile"_L1, PaperField::File, Reading::Files},
    FieldRule{"note"_L1, PaperField::Mention, Reading::Verbatim},
    FieldRule{"journal"_L1, PaperField::Mention, Reading::Verbatim},
};

using FieldMap = QHash<QString, BibtexField>;

FieldMap fieldsOf(const BibtexEntry& entry)
{
    FieldMap fields;
    for (const BibtexField& field : entry.fields) {
        // Biblatex names may carry an annotation or a language: "author+an", "title_en".
        if (!fields.contains(field.name) && !field.value.trimmed().isEmpty())
            fields.insert(field.name, field);
    }
    return fields;
}

class Inheritance
{
public:
    explicit Inheritance(const QVector<BibtexEntry>& entries)
    {
        m_byKey.reserve(entries.size());
        for (const BibtexEntry& entry : entries)
            if (!entry.key.isEmpty())
                m_byKey.insert(entry.key.toLower(), &entry);
    }

    /** The entry's own fields and what crossref and xdata lend it. */
    FieldMap complete(const BibtexEntry& entry) const
    {
        FieldMap fields = fieldsOf(entry);
        borrow(fields, Deepest);
        return fields;
    }

private:
    static constexpr int Deepest = 5;

    void borrow(FieldMap& fields, int depth) const
    {
        if (depth == 0)
            return;
        for (const QLatin1StringView link : {"crossref"_L1, "xdata"_L1}) {
            const QString keys = fields.value(link).value;
            for (const QString& key : keys.split(','_L1, Qt::SkipEmptyParts)) {
                const BibtexEntry* parent = m_byKey.value(key.trimmed().toLower());
                if (!parent)
                    continue;
                FieldMap lent = fieldsOf(*parent);
                borrow(lent, depth - 1);
                merge(fields, lent, link == "xdata"_L1);
            }
        }
    }

    /** What identifies the parent is not the child's; its title is the child's book title. */
    static void merge(FieldMap& fields, const FieldMap& lent, bool isData)
    {
        static const QSet<QString> own{u"doi"_s,      u"url"_s,  u"file"_s,     u"eprint"_s, u"abstract"_s, u"pages"_s,
                                       u"subtitle"_s, u"pmid"_s, u"crossref"_s, u"xdata"_s,  u"author"_s,   u"note"_s};
        for (auto it = lent.begin(); it != lent.end(); ++it) {
            if (!isData && own.contains(it.key()))
                continue;
            const QString name = !isData && it.key() == "title"_L1 ? u"booktitle"_s : it.key();
            if (!fields.contains(name))
                fields.insert(name, *it);
        }
    }

    QHash<QString, const BibtexEntry*> m_byKey;
};

/** Splits at the word "and" outside braces. */
QVector<QStringView> splitNames(QStringView names)
{
    QVector<QStringView> parts;
    qsizetype begin = 0;
    int depth = 0;
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (names[i] == '{'_L1)
            ++depth;
        else if (names[i] == '}'_L1)
            --depth;
        const bool isAnd = depth <= 0 && names[i].isSpace() && i + 4 < names.size() && names[i + 4].isSpace() &&
                           names.mid(i + 1, 3).compare("and"_L1, Qt::CaseInsensitive) == 0;
        if (isAnd) {
            parts.append(names.mid(begin, i - begin));
            begin = i + 5;
            i += 3;
        }
    }
    parts.append(names.mid(begin));
    return parts;
}

/** The text in the braces when one pair holds all of it: an organisation, or a family name of several words. */
std::optional<QStringView> bracedWhole(QStringView text)
{
    text = text.trimmed();
    if (!text.startsWith('{'_L1) || !text.endsWith('}'_L1) || text.startsWith("{\\"_L1))
        return std::nullopt;
    int depth = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '{'_L1)
            ++depth;
        else if (text[i] == '}'_L1 && --depth == 0 && i + 1 < text.size())
            return std::nullopt;
    }
    return text.mid(1, text.size() - 2);
}

/** BibLaTeX's "family=Duchamp, given=Philippe, prefix=de". */
Author authorFromKeys(QStringView name)
{
    Author author;
    QString prefix, suffix;
    for (const QStringView part : name.tokenize(u',')) {
        const qsizetype equals = part.indexOf('='_L1);
        const QStringView key = part.left(equals).trimmed();
        QString value = latexToText(part.mid(equals + 1));
        value.remove('"'_L1);
        if (key == "family"_L1)
            author.family = value;
        else if (key == "given"_L1)
            author.given = value;
        else if (key == "prefix"_L1)
            prefix = value + ' '_L1;
        else if (key == "suffix"_L1)
            suffix = value;
    }
    return authorFromParts(prefix + author.family, author.given, suffix);
}

QVector<QStringView> splitAtCommas(QStringView name)
{
    QVector<QStringView> parts;
    qsizetype begin = 0;
    int depth = 0;
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (name[i] == '{'_L1)
            ++depth;
        else if (name[i] == '}'_L1)
            --depth;
        else if (name[i] == ','_L1 && depth == 0) {
            parts.append(name.mid(begin, i - begin));
            begin = i + 1;
        }
    }
    parts.append(name.mid(begin));
    return parts;
}

Author authorFromBibtex(QStringView name)
{
    name = name.trimmed();
    if (name.contains("family="_L1) || name.contains("family ="_L1))
        return authorFromKeys(name);
    if (const auto whole = bracedWhole(name))
        return {latexToText(*whole), {}, {}};
    // "Ludwig {van Beethoven}": the braces say what the family name is.
    const qsizetype group = name.lastIndexOf(" {"_L1);
    if (group > 0 && !name.contains(','_L1))
        if (const auto family = bracedWhole(name.mid(group + 1)); family && family->contains(' '_L1))
            return {latexToText(*family), latexToText(name.left(group)), {}};
    // Only a comma outside braces parts the family name from the given one.
    if (const QVector<QStringView> parts = splitAtCommas(name); parts.size() == 2)
        return authorFromParts(latexToText(parts.first()), latexToText(parts.last()));
    else if (parts.size() == 3) // BibTeX's third form
        return authorFromParts(latexToText(parts.at(0)), latexToText(parts.at(2)), latexToText(parts.at(1)));
    return authorFromName(latexToText(name));
}

void setNames(PaperBuilder& builder, const QString& value)
{
    for (const QStringView name : splitNames(value))
        builder.addAuthor(authorFromBibtex(name));
}

void setFiles(PaperBuilder& builder, const BibtexField& field)
{
    for (const QString& path : filesOfField(field.value))
        builder.set(path.startsWith("http"_L1) ? PaperField::Url : PaperField::File, path, field.line);
}

/** An eprint is arXiv's unless its type says otherwise. */
void setEprint(PaperBuilder& builder, const FieldMap& fields)
{
    const BibtexField eprint = fields.value(u"eprint"_s);
    const BibtexField kind =
        fields.contains(u"eprinttype"_s) ? fields.value(u"eprinttype"_s) : fields.value(u"archiveprefix"_s);
    const QString type = latexToText(kind.value).toLower();
    const QString id = latexToVerbatim(eprint.value);
    if (type.isEmpty() || type == "arxiv"_L1)
        builder.set(PaperField::Arxiv, id, eprint.line);
    else if (type == "pubmed"_L1 || type == "pmid"_L1)
        builder.set(PaperField::Pmid, id, eprint.line);
    else if (type == "pmcid"_L1)
        builder.set(PaperField::Pmcid, id, eprint.line);
}

/** In @inbook "title" may be the book's; then "chapter" names the work itself, which elsewhere is a number. */
bool setChapterTitle(PaperBuilder& builder, const FieldMap& fields)
{
    static const QRegularExpression name(u"^(?!(?:chapter|chap|ch|part)\\b)\\W*\\w{2,}\\W+(?:\\w+\\W+)*?\\w{2,}"_s,
                                         QRegularExpression::CaseInsensitiveOption |
                                             QRegularExpression::UseUnicodePropertiesOption);
    const QString chapter = latexToText(fields.value(u"chapter"_s).value);
    if (fields.contains(u"booktitle"_s) || !name.match(chapter).hasMatch())
        return false;
    builder.set(PaperField::Title, chapter);
    builder.set(PaperField::Venue, latexToText(fields.value(u"title"_s).value));
    return true;
}

void setTitle(PaperBuilder& builder, const FieldMap& fields)
{
    for (const QString& name : {u"title"_s, u"chapter"_s, u"maintitle"_s, u"booktitle"_s}) {
        QString title = latexToText(fields.value(name).value);
        if (title.isEmpty())
            continue;
        const QString subtitle = latexToText(fields.value(u"subtitle"_s).value);
        if (!subtitle.isEmpty() && name == "title"_L1)
            title += (title.endsWith('?'_L1) || title.endsWith('!'_L1) ? u" "_s : u": "_s) + subtitle;
        return builder.set(PaperField::Title, title);
    }
}

void setField(PaperBuilder& builder, const FieldRule& rule, const BibtexField& field)
{
    switch (rule.reading) {
    case Reading::Prose:
        return builder.set(rule.field, latexToText(field.value), field.line);
    case Reading::Verbatim:
        return builder.set(rule.field, latexToVerbatim(field.value), field.line);
    case Reading::Names:
        return setNames(builder, field.value);
    case Reading::Files:
        return setFiles(builder, field);
    }
}

std::optional<Paper> paperOf(const BibtexEntry& entry, const FieldMap& fields, QVector<ListWarning>& warnings)
{
    PaperBuilder builder(entry.line, warnings);
    builder.set(PaperField::Key, entry.key);
    builder.set(PaperField::Type, entry.type);
    if (entry.type != "inbook"_L1 || !setChapterTitle(builder, fields))
        setTitle(builder, fields);
    for (const FieldRule& rule : Rules)
        if (const auto field = fields.constFind(QString(rule.name)); field != fields.constEnd())
            setField(builder, rule, *field);
    for (int i = 1; fields.contains(u"bdsk-url-%1"_s.arg(i)); ++i) // BibDesk's further places
        builder.set(PaperField::Url, latexToVerbatim(fields.value(u"bdsk-url-%1"_s.arg(i)).value));
    if (!fields.contains(u"author"_s))
        setNames(builder, fields.value(u"editor"_s).value);
    setEprint(builder, fields);
    return builder.finish();
}

/** "@article{", "@string (" */
bool opensEntry(QStringView line)
{
    if (!line.startsWith('@'_L1))
        return false;
    qsizetype end = 1;
    while (end < line.size() && line[end].isLetter())
        ++end;
    const QStringView rest = line.mid(end).trimmed();
    return end > 3 && (rest.startsWith('{'_L1) || rest.startsWith('('_L1));
}

class BibtexReader final : public ListReader
{
public:
    QString format() const override { return u"BibTeX"_s; }
    QStringList suffixes() const override { return {u"bib"_s, u"bibtex"_s}; }

    int recognises(QStringView head, QStringView suffix) const override
    {
        for (const QStringView line : head.tokenize(u'\n'))
            if (opensEntry(line.trimmed()))
                return 90;
        return suffix == u"bib" ? 30 : 0;
    }

    ParsedList read(const QString& text, const TableMapping&) const override
    {
        ParsedList list;
        const QVector<BibtexEntry> entries = BibtexScanner(text, list.warnings).scan();
        const Inheritance inheritance(entries);
        list.papers.reserve(entries.size());
        for (const BibtexEntry& entry : entries) {
            if (entry.type == "xdata"_L1 || entry.type == "set"_L1)
                continue; // data for other entries, no works
            if (auto paper = paperOf(entry, inheritance.complete(entry), list.warnings))
                list.papers.append(*std::move(paper));
        }
        std::ranges::stable_sort(list.warnings, {}, &ListWarning::line);
        return list;
    }
};

} // namespace

const ListReader& bibtexReader()
{
    static const BibtexReader reader;
    return reader;
}

} // namespace sheaf
