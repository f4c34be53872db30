// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/csv_columns.h"

#include <QHash>
#include <QSet>

#include <array>
#include <ranges>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

struct FieldNames
{
    QLatin1StringView name;
    PaperField field;
    QStringView headers; ///< folded, separated by "|", the best source first
};

constexpr std::array Fields{
    FieldNames{"title"_L1, PaperField::Title,
               u"title|article title|document title|paper title|item title|title primary|primary title|main title|ti|"
               u"titel|titre|titulo|titolo|name|original title"},
    FieldNames{"authors"_L1, PaperField::Authors,
               u"author full names|af|authors|author|author names|author s|authors primary|all authors|author list|"
               u"creators|creator|autor|autoren|autoren innen|auteurs|auteur|autores|autori|au|first author"},
    FieldNames{
        "year"_L1, PaperField::Year,
        u"year|publication year|published year|pub year|pubyear|year published|date published|publication date|date|"
        u"date of publication|cover date|published|issued|jahr|erscheinungsjahr|annee|ano|anno|py|"
        u"publication date online|online date"},
    FieldNames{
        "doi"_L1, PaperField::Doi,
        u"doi|item doi|article doi|paper doi|digital object identifier|digital object identifier doi|di|doi link|"
        u"doi url|book doi"},
    FieldNames{
        "venue"_L1, PaperField::Venue,
        u"source title|journal title|journal|journal name|journal book|publication title|publication name|"
        u"periodical full|container title|venue|zeitschrift|revue|revista|rivista|booktitle|book title|"
        u"publication|anthology title|conference name|conference title|proceedings title|title secondary|so|source|"
        u"periodical abbrev|journal abbreviation|abbreviated source title|book series title"},
    FieldNames{
        "url"_L1, PaperField::Url,
        u"pdf url|pdf link|oa url|open access url|fulltext url|full text url|url|urls|link|links|article url|"
        u"external url|source urls|source url|link attachments|plink|article link|web address|fulltexturl|articleurl"},
    FieldNames{"abstract"_L1, PaperField::Abstract,
               u"abstract|abstract note|abstracts|summary|ab|zusammenfassung|resume|resumen|abstract text"},
    FieldNames{"file"_L1, PaperField::File,
               u"file|files|pdf|pdf file|pdf path|path|file path|filepath|filename|file name|file attachments|"
               u"attachments"},
    FieldNames{"pmid"_L1, PaperField::Pmid, u"pmid|pubmed id|pubmed|medline pmid|pm|pubmed pmid"},
    FieldNames{"arxiv"_L1, PaperField::Arxiv, u"arxiv|arxiv id|arxivid|eprint"},
    FieldNames{"pmcid"_L1, PaperField::Pmcid, u"pmcid|pmc id|pmc|pubmed central id"},
    FieldNames{"volume"_L1, PaperField::Volume, u"volume|journal volume|vol|vl|band"},
    FieldNames{"issue"_L1, PaperField::Issue, u"issue|issue number|journal issue|number|no|heft|is"},
    FieldNames{"pages"_L1, PaperField::Pages,
               u"pages|page range|page numbers|pagination|seiten|art no|article number|ar"},
    FieldNames{"first-page"_L1, PaperField::FirstPage,
               u"start page|first page|page start|beginning page|startpage|sp|bp"},
    FieldNames{"last-page"_L1, PaperField::LastPage, u"end page|last page|page end|ending page|endpage|ep"},
    FieldNames{"keywords"_L1, PaperField::Keywords,
               u"keywords|author keywords|keyword|de|index keywords|tags|manual tags|schlagworter|mots cles"},
    FieldNames{"type"_L1, PaperField::Type,
               u"document type|publication type|item type|reference type|doctype|content type|type|entry type"},
    FieldNames{"publisher"_L1, PaperField::Publisher, u"publisher|publisher name|verlag|editeur|pb"},
    FieldNames{"language"_L1, PaperField::Language,
               u"language|language of original document|languages|output language|sprache|langue|la"},
    FieldNames{"key"_L1, PaperField::Key, u"citation key|citationkey|citekey|bibtex key|bibtexkey|key|citation id"},
};

/** What only one tool writes: all the columns of one line, folded and separated by "|". */
struct Dialect
{
    QLatin1StringView tool;
    QStringView columns;
};
constexpr std::array Dialects{
    Dialect{"Scopus"_L1, u"eid|source title"},
    Dialect{"Embase"_L1, u"author names|aip ip entry date"},
    Dialect{"Embase"_L1, u"author names|embase link"},
    Dialect{"IEEE Xplore"_L1, u"document title|publication title|pdf link"},
    Dialect{"Covidence"_L1, u"covidence"},
    Dialect{"Rayyan"_L1, u"key|title|pubmed id|pmc id"},
    Dialect{"Publish or Perish"_L1, u"gsrank|authors"},
    Dialect{"Google Scholar"_L1, u"authors|title|publication|volume|number|pages|year|publisher"},
    Dialect{"Web of Science"_L1, u"pt|au|ti|ut"},
    Dialect{"Web of Science"_L1, u"article title|ut unique wos id"},
    Dialect{"PubMed"_L1, u"pmid|journal book|nihms id"},
    Dialect{"Dimensions"_L1, u"publication id|pubyear"},
    Dialect{"Lens"_L1, u"lens id"},
    Dialect{"CINAHL"_L1, u"article title|journal title|plink"},
    Dialect{"Zotero"_L1, u"item type|manual tags"},
    Dialect{"RefWorks"_L1, u"reference type|title primary"},
    Dialect{"SpringerLink"_L1, u"item title|item doi"},
};

const QHash<QString, ColumnField>& headerNames()
{
    static const QHash<QString, ColumnField> names = [] {
        QHash<QString, ColumnField> map;
        for (const FieldNames& field : Fields) {
            int rank = 0;
            for (const QStringView header : field.headers.tokenize(u'|'))
                map.insert(header.toString(), {QString(field.name), rank++});
        }
        return map;
    }();
    return names;
}

/** Share of the filled cells of a column that satisfy `test`; 0 where none is filled. */
template <typename Test> double share(const QVector<TableRow>& rows, int column, Test test)
{
    int filled = 0, matching = 0;
    for (const TableRow& row : rows) {
        const QString cell = row.cells.value(column).trimmed();
        filled += !cell.isEmpty();
        matching += !cell.isEmpty() && test(cell);
    }
    return filled ? double(matching) / filled : 0;
}

bool isYear(const QString& cell)
{
    bool ok = false;
    const int year = cell.toInt(&ok);
    return ok && cell.size() == 4 && year >= 1600 && year <= 2099;
}

bool looksLikeTitle(const QString& cell)
{
    return cell.size() >= 20 && cell.size() <= 350 && cell.count(' '_L1) >= 3 && !cell.contains("://"_L1);
}

bool looksLikeAuthors(const QString& cell)
{
    const bool parted = cell.contains(','_L1) || cell.contains(';'_L1) || cell.contains(" and "_L1);
    const bool hasInitials =
        cell.contains(". "_L1) || cell.endsWith('.'_L1) || cell.contains(".,"_L1) || cell.contains(".;"_L1);
    return parted && cell.front().isUpper() && (hasInitials || cell.contains(';'_L1));
}

class ContentGuess
{
public:
    ContentGuess(ColumnGuess& guess, const QVector<TableRow>& rows, int columns)
        : m_guess(guess), m_rows(rows), m_columns(columns)
    {}

    void run()
    {
        // From the clearest pattern to the vaguest.
        choose(u"doi"_s, 0.5, [](const QString& cell) { return doiFrom(cell).has_value(); });
        choose(u"arxiv"_s, 0.5, [](const QString& cell) { return arxivFrom(cell).has_value(); });
        choose(u"year"_s, 0.7, isYear);
        choose(u"url"_s, 0.6, [](const QString& cell) { return cell.startsWith("http"_L1); });
        choose(u"authors"_s, 0.6, looksLikeAuthors);
        choose(u"title"_s, 0.6, looksLikeTitle);
    }

private:
    template <typename Test> void choose(const QString& field, double atLeast, Test test)
    {
        if (std::ranges::find(m_guess.fields, field) != m_guess.fields.end())
            return;
        int best = -1;
        double bestShare = atLeast;
        for (int column = 0; column < m_columns; ++column) {
            if (m_guess.fields.value(column) != "ignore"_L1)
                continue;
            const double found = share(m_rows, column, test);
            if (found > bestShare || (best < 0 && found >= atLeast)) {
                best = column;
                bestShare = found;
            }
        }
        if (best < 0)
            return;
        m_guess.fields[best] = field;
        m_guess.unsure.append(best);
    }

    ColumnGuess& m_guess;
    const QVector<TableRow>& m_rows;
    int m_columns;
};

} // namespace

QStringList tableFields()
{
    QStringList names;
    for (const FieldNames& field : Fields)
        names.append(QString(field.name));
    return names << u"ignore"_s;
}

ColumnField fieldOfHeader(const QString& header)
{
    return headerNames().value(foldForMatching(header));
}

std::optional<PaperField> fieldOfName(const QString& name)
{
    const auto found = std::ranges::find(Fields, name, &FieldNames::name);
    return found == Fields.end() ? std::nullopt : std::optional(found->field);
}

int knownHeaders(const QStringList& cells)
{
    return int(std::ranges::count_if(
        cells, [](const QString& cell) { return cell.size() <= 40 && !fieldOfHeader(cell).name.isEmpty(); }));
}

QString tableDialect(const QStringList& header)
{
    QSet<QString> names;
    for (const QString& name : header)
        names.insert(foldForMatching(name));
    const auto holds = [&names](QStringView column) { return names.contains(column.toString()); };
    for (const Dialect& dialect : Dialects)
        if (std::ranges::all_of(dialect.columns.tokenize(u'|'), holds))
            return dialect.tool;
    return {};
}

ColumnGuess guessColumns(const QStringList& header, const QVector<TableRow>& sample)
{
    qsizetype columns = header.size();
    for (const TableRow& row : sample)
        columns = std::max(columns, row.cells.size());
    ColumnGuess guess;
    QVector<int> ranks;
    for (int column = 0; column < columns; ++column) {
        const ColumnField field = fieldOfHeader(header.value(column));
        guess.fields[column] = field.name.isEmpty() ? u"ignore"_s : field.name;
        ranks.append(field.rank);
        guess.order.append(column);
    }
    ContentGuess(guess, sample, int(columns)).run();
    std::ranges::stable_sort(guess.order, {}, [&ranks](int column) { return ranks.at(column); });
    return guess;
}

} // namespace sheaf
