// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/metadata/title_block.h"

#include "layout/blocks/inline_text.h"
#include "layout/references/name_list.h"

#include <QRegularExpression>
#include <QSet>

#include <numeric>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

bool isParticleOrJoint(const QString& word)
{
    static const QSet<QString> words{u"van"_s, u"von"_s, u"de"_s,    u"der"_s, u"den"_s, u"di"_s,  u"da"_s,  u"dos"_s,
                                     u"do"_s,  u"du"_s,  u"del"_s,   u"la"_s,  u"le"_s,  u"ten"_s, u"ter"_s, u"zu"_s,
                                     u"el"_s,  u"al"_s,  u"bin"_s,   u"ibn"_s, u"af"_s,  u"av"_s,  u"y"_s,   u"e"_s,
                                     u"des"_s, u"das"_s, u"della"_s, u"vom"_s, u"zur"_s, u"i"_s};
    return words.contains(word);
}

bool isDegree(const QString& word)
{
    static const QSet<QString> words{u"MD"_s,      u"PhD"_s,       u"Ph.D"_s,  u"Ph.D."_s,  u"M.D."_s,       u"MSc"_s,
                                     u"M.Sc."_s,   u"BSc"_s,       u"MPH"_s,   u"Dr."_s,    u"Dr"_s,         u"Prof."_s,
                                     u"Prof"_s,    u"Professor"_s, u"RN"_s,    u"MBA"_s,    u"MS"_s,         u"MA"_s,
                                     u"BA"_s,      u"BS"_s,        u"DO"_s,    u"PharmD"_s, u"DrPH"_s,       u"FACS"_s,
                                     u"FRCP"_s,    u"MBBS"_s,      u"DVM"_s,   u"DPhil"_s,  u"Dipl.-Ing."_s, u"M.S."_s,
                                     u"By"_s,      u"by"_s,        u"MBChB"_s, u"ScD"_s,    u"MHS"_s,        u"DDS"_s,
                                     u"Student"_s, u"Member,"_s,   u"IEEE"_s,  u"ORCID"_s,  u"iD"_s};
    return words.contains(word);
}

/** Letters and marks of one name's piece. */
struct Piece
{
    QStringList words;
    QStringList marks;
};

/** Names may follow each other with nothing but marks between: "Ann Abel♠ Bo Brun♢". */
QVector<Piece> piecesOf(QString text)
{
    // Each tried once in a run of its letters: a line may be a single word of thousands.
    static const QRegularExpression noise(
        u"\\([^()]*\\)|(?<!\\S)[^\\s@]++@\\S+|\\{[^{}]*\\}|\\b\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX]\\b|https?://\\S+|✉|"_s);
    static const QRegularExpression mark(u"^(?:\\d{1,2}|[^\\p{L}\\d.]+|[a-z])$"_s);
    static const QRegularExpression glued(u"(?<=\\p{L}\\.)(?=\\p{Lu}\\p{L}{2})"_s);
    static const QRegularExpression symbols(u"\\d{1,2}|[*∗†‡§¶‖#⋆★◦∥⁎]"_s);
    QVector<Piece> pieces{{}};
    text = text.normalized(QString::NormalizationForm_KC).remove(noise).replace(glued, u" "_s);
    for (QString word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (isDegree(word))
            continue;
        Piece& piece = pieces.last();
        if (mark.match(word).hasMatch() && !(word == "y"_L1 && !piece.words.isEmpty())) {
            piece.marks << word;
            continue;
        }
        for (auto match = symbols.globalMatch(word); match.hasNext();)
            piece.marks << match.next().captured();
        word.remove(symbols);
        while (!word.isEmpty() && QStringView(u":⋅·.").contains(word.back()) && word.size() > 4)
            word.chop(1);
        if (std::ranges::none_of(word, [](QChar c) { return c.isLetter(); }))
            continue;
        if (!piece.marks.isEmpty() && piece.words.size() > 1 && word[0].isUpper())
            pieces << Piece{};
        pieces.last().words << word;
    }
    return pieces;
}

bool looksLikeName(const QStringList& words)
{
    if (words.size() < 2 || words.size() > 7)
        return false;
    return std::ranges::all_of(words, [](const QString& word) {
        return isParticleOrJoint(word) || std::ranges::any_of(word.left(3), [](QChar c) { return c.isUpper(); }) ||
               !word[0].isLower(); // scripts without capitals
    });
}

CslName nameOf(const QStringList& words)
{
    CslName name;
    static const QSet<QString> suffixes{u"Jr"_s, u"Jr."_s, u"Sr."_s, u"II"_s, u"III"_s, u"IV"_s};
    qsizetype end = words.size();
    if (end > 2 && suffixes.contains(words[end - 1]))
        name.suffix = words[--end];
    qsizetype family = end - 1;
    while (family > 1 && isParticleOrJoint(words[family - 1]) && words[family - 1].size() > 1)
        --family;
    name.given = words.mid(0, family).join(u' ');
    name.family = words.mid(family, end - family).join(u' ');
    return name;
}

/** "Family, Given, Family, Given": every piece is one word, and there is an even number. */
bool areTurned(const QVector<Piece>& pieces)
{
    return pieces.size() >= 2 && pieces.size() % 2 == 0 &&
           std::ranges::all_of(pieces, [](const Piece& piece) { return piece.words.size() == 1; });
}

} // namespace

QVector<MarkedAuthor> readAuthorLine(const QString& text)
{
    static const QRegularExpression border(u"[,;|•·‧/]|\\s(?:and|AND|und|et|&|y|with)\\s"_s);
    QVector<Piece> pieces;
    QVector<Piece> parts;
    for (const QString& part : text.split(border))
        parts += piecesOf(part);
    for (const Piece& piece : std::as_const(parts)) {
        const bool suffix =
            piece.words.size() == 1 && (piece.words[0].startsWith("Jr"_L1) || piece.words[0] == "III"_L1);
        if (!pieces.isEmpty() && (piece.words.isEmpty() || suffix)) {
            pieces.last().marks += piece.marks;
            pieces.last().words += piece.words;
        } else if (!piece.words.isEmpty()) {
            pieces << piece;
        }
    }
    QVector<MarkedAuthor> authors;
    if (areTurned(pieces)) {
        for (qsizetype i = 0; i < pieces.size(); i += 2)
            authors << MarkedAuthor{nameOf({pieces[i + 1].words[0], pieces[i].words[0]}), pieces[i + 1].marks};
        return authors;
    }
    for (const Piece& piece : std::as_const(pieces)) {
        const QString whole = piece.words.join(u' ');
        CslName name;
        if (whole.endsWith("Collaboration"_L1) || whole.endsWith("Consortium"_L1))
            name.literal = whole;
        else if (looksLikeName(piece.words) && !namesOrganisation(whole))
            name = nameOf(piece.words);
        else
            continue;
        authors << MarkedAuthor{name, piece.marks};
    }
    return authors;
}

namespace {

class TitleBlockReader
{
public:
    TitleBlockReader(const LineContext& context, const Vocabulary& vocabulary, const QVector<Group>& groups,
                     PaperMetadata& metadata)
        : m_context(context), m_vocabulary(vocabulary), m_groups(groups), m_metadata(metadata)
    {}

    void run()
    {
        for (qsizetype i = 0; i < m_groups.size(); ++i) {
            if (m_groups[i].kind == BlockKind::Authors)
                readAuthors(m_groups[i]);
            else if (m_groups[i].kind == BlockKind::Affiliation && m_groups[i].marker.isEmpty())
                readAffiliation(i);
            else if (m_groups[i].kind == BlockKind::Affiliation && m_groups[i].marker[0].isLetterOrNumber())
                m_places << textOf(m_groups[i]); // a note to the names
        }
        sortRows();
        for (const MarkedAuthor& author : std::as_const(m_authors))
            m_metadata.work.author << author.name;
        bind();
    }

private:
    QString textOf(const Line& line) const { return inlineText(m_context.pageOf(line), line, 0, true).trimmed(); }
    QString textOf(const Group& group) const { return inlineText(m_context, group.lines, {0, true, &m_vocabulary}); }

    /** Wide gaps part names that have neither commas nor marks between them. */
    bool hasGaps(const Line& line) const
    {
        const PageText& page = m_context.pageOf(line);
        for (qsizetype i = 1; i < line.words.size(); ++i) {
            if (page.words[line.words[i]].x0 - page.words[line.words[i - 1]].x1 > 0.75F * line.size)
                return true;
        }
        return false;
    }

    QString withGapsAsCommas(const Line& line) const
    {
        const PageText& page = m_context.pageOf(line);
        QString text;
        Fragment part = line;
        part.words.clear();
        for (const int word : line.words) {
            if (!part.words.isEmpty() && page.words[word].x0 - page.words[part.words.last()].x1 > 0.75F * line.size) {
                text += inlineText(page, part, 0, true) + u", "_s;
                part.words.clear();
            }
            part.words << word;
        }
        return text + inlineText(page, part, 0, true);
    }

    void readAuthors(const Group& group)
    {
        const QString text = textOf(group);
        static const QRegularExpression parted(u"[,;•·]| and | und "_s);
        if (parted.match(text).hasMatch()) {
            add(readAuthorLine(text), group.first());
            return;
        }
        for (const Line& line : group.lines) // one or several a line
            add(readAuthorLine(hasGaps(line) ? withGapsAsCommas(line) : textOf(line)), line);
    }

    void add(const QVector<MarkedAuthor>& authors, const Line& line)
    {
        for (const MarkedAuthor& author : authors) {
            m_authors << author;
            m_lines << line.box();
        }
    }

    /** Names in a grid were found column by column; they are meant row by row. */
    void sortRows()
    {
        const bool grid = std::ranges::any_of(m_lines, [&](const QRectF& line) {
            return std::abs(line.center().y() - m_lines.first().center().y()) < line.height() / 2 &&
                   (line.left() > m_lines.first().right() || line.right() < m_lines.first().left());
        });
        if (!grid)
            return;
        QVector<qsizetype> order(m_authors.size());
        std::iota(order.begin(), order.end(), 0);
        std::ranges::stable_sort(order, [&](qsizetype a, qsizetype b) {
            const double rise = m_lines[b].center().y() - m_lines[a].center().y();
            return std::abs(rise) > m_lines[a].height() / 2 ? rise > 0 : m_lines[a].left() < m_lines[b].left();
        });
        QVector<MarkedAuthor> sorted;
        for (const qsizetype i : std::as_const(order))
            sorted << m_authors[i];
        m_authors = sorted;
    }

    /** Authors side by side have their names over their own affiliations. */
    void readAffiliation(qsizetype index)
    {
        const Group& group = m_groups[index];
        const QString first = textOf(group.first());
        const QVector<MarkedAuthor> names = readAuthorLine(first);
        static const QRegularExpression other(u"[\\d@,]|\\b(?:street|road|avenue|city|state|china|usa|korea|kingdom|"
                                              "science|engineering|research|technology|systems|studies|physics|"
                                              "chemistry|biology|medicine|mathematics|informatics|software)\\b"_s,
                                              QRegularExpression::CaseInsensitiveOption);
        if (addNameInCapitals(group))
            return;
        const bool person = !names.isEmpty() && !other.match(first).hasMatch() &&
                            first.count(u' ') < 4 * names.size() &&
                            namesPlaceBelow(index, isSetAsAuthors(group) ? 3 : 1);
        if (person)
            add(names, group.first());
        if (!person || group.lines.size() > 1)
            m_places << textOf(group).mid(person ? first.size() : 0).trimmed();
    }

    /** "ANN ABEL, Institute of Texts, Norway": a line for each author, the name in capitals. */
    bool addNameInCapitals(const Group& group)
    {
        const QString text = textOf(group);
        const QString name = text.left(text.indexOf(u','));
        const QString place = text.mid(name.size());
        if (!name.contains(u' ') || name != name.toUpper() || place.isEmpty() || place == place.toUpper())
            return false;
        const QVector<MarkedAuthor> authors = readAuthorLine(name);
        if (authors.size() != 1)
            return false;
        add(authors, group.first());
        m_places << place.mid(1).trimmed();
        return true;
    }

    bool isSetAsAuthors(const Group& group) const
    {
        return std::ranges::any_of(m_groups, [&](const Group& other) {
            return other.kind == BlockKind::Authors && other.first().font == group.first().font &&
                   std::abs(other.first().size - group.first().size) < 0.3F;
        });
    }

    /** An organisation or address stands in the group's other lines, or in one of the next `reach` groups. */
    bool namesPlaceBelow(qsizetype index, qsizetype reach) const
    {
        QString below = textOf(m_groups[index]).mid(textOf(m_groups[index].first()).size());
        const bool alone = below.isEmpty();
        for (qsizetype i = index + 1; alone && i <= std::min(index + reach, m_groups.size() - 1); ++i) {
            if (m_groups[i].kind != BlockKind::Affiliation)
                break;
            below += u' ' + textOf(m_groups[i]);
        }
        return namesOrganisation(below) || below.contains(u'@');
    }

    /** Splits "1 Institute one 2 Institute two" at the marks, which count up. */
    QMap<QString, QString> markedPlaces() const
    {
        QMap<QString, QString> found;
        const QString all = m_places.join(u' ');
        for (const QString& first : {u"1"_s, u"a"_s}) {
            QString mark = first;
            qsizetype at = markAt(all, mark, 0);
            while (at >= 0) {
                const QString next = first == "1"_L1 ? QString::number(mark.toInt() + 1)
                                                     : QString(QChar(char16_t(mark[0].unicode() + 1)));
                const qsizetype begin = at + mark.size();
                const qsizetype end = markAt(all, next, begin);
                found[mark] = clean(all.mid(begin, end < 0 ? -1 : end - begin));
                at = end;
                mark = next;
            }
            if (!found.isEmpty())
                return found;
        }
        return found;
    }

    /** The mark as a word of its own, or before a capital letter. */
    static qsizetype markAt(const QString& text, const QString& mark, qsizetype from)
    {
        for (qsizetype at = text.indexOf(mark, from); at >= 0; at = text.indexOf(mark, at + 1)) {
            const bool begins = at == 0 || text[at - 1] == u' ' || text[at - 1] == u',' || text[at - 1] == u';';
            const qsizetype behind = at + mark.size();
            const bool spaced = behind < text.size() && text[behind] == u' ';
            const qsizetype word = behind + (spaced ? 1 : 0);
            if (begins && word < text.size() && text[word].isUpper() && (spaced || mark[0].isDigit()))
                return at;
        }
        return -1;
    }

    static QString clean(QString text)
    {
        static const QRegularExpression mail(u"[({]?\\S*@\\S+"_s);
        static const QRegularExpression tail(
            u"\\s*(?:[*∗†‡§¶].*(?:corresponding|equal|contribut|present).*)$|[\\s,;.]+$"_s,
            QRegularExpression::CaseInsensitiveOption);
        return text.remove(mail).simplified().remove(tail).remove(tail);
    }

    void bind()
    {
        const QMap<QString, QString> places = markedPlaces();
        for (const MarkedAuthor& author : std::as_const(m_authors)) {
            QStringList own;
            for (const QString& mark : author.marks) {
                if (places.contains(mark) && !own.contains(places[mark]))
                    own << places[mark];
            }
            if (places.isEmpty() && m_places.size() == 1)
                own << clean(m_places.first());
            m_metadata.affiliations << own;
        }
    }

    const LineContext& m_context;
    const Vocabulary& m_vocabulary;
    const QVector<Group>& m_groups;
    PaperMetadata& m_metadata;
    QVector<MarkedAuthor> m_authors;
    QVector<QRectF> m_lines; ///< where each author stands
    QStringList m_places;
};

} // namespace

void readTitleBlock(const LineContext& context, const Vocabulary& vocabulary, const QVector<Group>& groups,
                    PaperMetadata& metadata)
{
    TitleBlockReader(context, vocabulary, groups, metadata).run();
}

} // namespace sheaf::layout
