// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/references/citation_numbers.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

/** A bare number, range or article number. */
struct Atom
{
    QString text;
    qsizetype begin = 0, end = 0;
    bool bracketed = false;
    bool range = false;
    bool lettered = false; ///< starts with letters: "e104", "S14"

    bool isYear() const { return !range && !lettered && layout::isYear(text); }
};

class NumberTaker
{
public:
    NumberTaker(StyledText& text, qsizetype begin, qsizetype end, CslItem& item)
        : m_text(text), m_begin(begin), m_end(end), m_item(item)
    {}

    void run(BareNumbers bare)
    {
        takeDates();
        takeNamed();
        takeBracketedYears();
        QVector<Atom> atoms = bareAtoms();
        if (m_item.year == 0)
            takeYear(atoms);
        if (bare == BareNumbers::Journal)
            takeInOrder(atoms);
        else
            takeRanges(atoms);
    }

private:
    template <typename Use> void each(const QRegularExpression& pattern, Use use)
    {
        qsizetype from = m_begin;
        for (auto match = pattern.match(m_text.text, from); match.hasMatch() && match.capturedEnd() <= m_end;
             match = pattern.match(m_text.text, from)) {
            from = std::max(match.capturedEnd(), from + 1);
            if (use(match))
                m_text.blank(match.capturedStart(), match.capturedEnd());
        }
    }

    static void fill(QString& field, const QString& value)
    {
        if (field.isEmpty())
            field = value.trimmed();
    }

    void setYear(const QString& digits)
    {
        if (m_item.year == 0)
            m_item.year = digits.toInt();
    }

    static QString asRange(QString text)
    {
        static const QRegularExpression dash(u" ?[-‐‑–—−]+ ?"_s);
        return text.replace(dash, u"-"_s).trimmed();
    }

    /** "Mar. 1992", "2019 Mar 12", "June 9-11, 2010" */
    void takeDates()
    {
        static const QString month =
            u"(?:Jan(?:uary|uar)?|Feb(?:ruary|ruar)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
            "O[ck]t(?:ober)?|Nov(?:ember)?|De[cz](?:ember)?|Mai|März|Juni|Juli|Spring|Summer|Fall|Autumn|Winter|"
            "janv(?:ier)?|févr(?:ier)?|mars|avril|juin|juil(?:let)?|août|septembre|octobre|novembre|déc(?:embre)?|"
            "enero|"
            "febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\\b"_s;
        static const QRegularExpression before(
            u"\\(?(?:\\b\\d{1,2}(?:[-–]\\d{1,2})?\\.? )?\\b%1\\.?(?: ?[-–/] ?%1\\.?)?"
            "(?: \\d{1,2}(?: ?[-–] ?\\d{1,2})?)?,? ((?:1[5-9]|20)\\d\\d)[a-z]?\\)?"_s.arg(month));
        static const QRegularExpression after(
            u"\\b((?:1[5-9]|20)\\d\\d),? %1\\.?(?:[-–]%1)?(?: \\d{1,2})?(?= ?[;.,:)]|$)"_s.arg(month));
        const auto take = [&](const QRegularExpressionMatch& match) {
            setYear(match.captured(1));
            return true;
        };
        each(before, take);
        each(after, take);
    }

    void takeNamed()
    {
        static const QRegularExpression counts(u"\\b\\d{1,4} ?(?:pages|pp?\\.|S\\.|Seiten|págs?\\.)(?! ?\\d)"_s);
        static const QRegularExpression edition(
            u"\\(?\\b((?:\\d{1,2}(?:st|nd|rd|th|\\.|e|ª)?|first|second|third|fourth|fifth|sixth|seventh|revised|rev\\.|"
            "international|new)(?: revised| rev\\.)?) ?(?:edition|edn\\.?|ed\\.?|Aufl(?:age)?\\.?|éd\\.?)\\b\\.?\\)?"_s,
            QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression pages(
            u"\\(?(?:\\b(?:pp?|pages?|pgs?|S|Seiten?|págs?|pág)\\b|С)\\.? ?"
            "([A-Z]{0,2}\\d+(?:[.:]\\d+)?(?: ?[-‐–—−]{1,3} ?[A-Z]{0,2}\\d+(?:[.:]\\d+)?)?(?:, ?\\d+[-–]\\d+)*|"
            "[ivxl]+[-–][ivxl]+)(?:ff?\\.)?\\)?"_s);
        static const QRegularExpression article(
            u"\\b(?:article|art\\.?|paper)(?: ?(?:no|id|number|nr)\\.?:?)? ?((?:[A-Za-z]{0,8}\\d[\\w.]*))"_s,
            QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression volume(u"(?:\\b(?:vols?|volume|bd|band|jg|jahrgang|tome|t)\\b|Т)\\.? ?"
                                               "([A-Z]?\\d+(?:[-–/]\\d+)?|[IVXLC]+)\\b(?:\\((\\d[\\w –-]{0,8})\\))?"_s,
                                               QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression issue(
            u"(?:\\b(?:no|nos|nr|num|number|issue|iss|heft|núm|fasc|n)\\b|№|Вып)[.°º]? ?([A-Z]?\\d+(?:[-–/]\\d+)?)"_s,
            QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression chapter(u"\\b(?:chapter|chap|ch|kap)\\b\\.? ?\\d+"_s,
                                                QRegularExpression::CaseInsensitiveOption);
        each(edition, [&](const QRegularExpressionMatch& match) {
            fill(m_item.edition, match.captured(1));
            return true;
        });
        each(article, [&](const QRegularExpressionMatch& match) {
            fill(m_item.page, match.captured(1));
            return true;
        });
        each(counts, [](const QRegularExpressionMatch&) { return true; });
        each(pages, [&](const QRegularExpressionMatch& match) {
            fill(m_item.page, asRange(match.captured(1)));
            return true;
        });
        each(volume, [&](const QRegularExpressionMatch& match) {
            fill(m_item.volume, asRange(match.captured(1)));
            fill(m_item.issue, match.captured(2));
            return true;
        });
        each(issue, [&](const QRegularExpressionMatch& match) {
            fill(m_item.issue, asRange(match.captured(1)));
            return true;
        });
        each(chapter, [](const QRegularExpressionMatch&) { return true; });
    }

    void takeBracketedYears()
    {
        static const QRegularExpression year(u"\\(((?:1[5-9]|20)\\d\\d)[a-z]?\\)"_s);
        each(year, [&](const QRegularExpressionMatch& match) {
            if (m_item.year != 0 && m_item.year != match.captured(1).toInt())
                return false;
            setYear(match.captured(1));
            return true;
        });
    }

    QVector<Atom> bareAtoms() const
    {
        static const QRegularExpression number(
            u"(?<![\\w.])([A-Za-z]{0,7}?)(\\d+(?:\\.\\d+)?[a-z]?)((?:/\\d+)?(?: ?[-‐–—−]{1,3} "
            u"?[A-Za-z]{0,3}\\d+[a-z]?)?)"
            "(?![\\w])|(?<=\\d )\\(?(Suppl(?:ement|\\.)?(?: \\w{1,3})?|Pt\\.? \\d+)\\b\\)?|"
            "(?<=\\d)\\(([^()]{1,16})\\)"_s);
        QVector<Atom> atoms;
        for (auto match = number.match(m_text.text, m_begin); match.hasMatch() && match.capturedEnd() <= m_end;
             match = number.match(m_text.text, match.capturedEnd())) {
            Atom atom{asRange(match.captured()), match.capturedStart(), match.capturedEnd(), false, false, false};
            const bool named = match.capturedLength(4) > 0 || match.capturedLength(5) > 0;
            if (named)
                atom.text = match.captured(match.capturedLength(4) > 0 ? 4 : 5);
            const QChar before = atom.begin > m_begin ? m_text.text[atom.begin - 1] : QChar();
            const QChar after = atom.end < m_end ? m_text.text[atom.end] : QChar();
            atom.bracketed = named || (before == u'(' && after == u')');
            atom.range = match.capturedLength(3) > 0 && !match.capturedView(3).startsWith(u'/');
            atom.lettered = match.capturedLength(1) > 0;
            atoms << atom;
        }
        return atoms;
    }

    void takeYear(QVector<Atom>& atoms)
    {
        qsizetype best = -1;
        int bestScore = 0;
        for (qsizetype i = 0; i < atoms.size(); ++i) {
            if (!atoms[i].isYear())
                continue;
            const QChar after = atoms[i].end < m_end ? m_text.text[atoms[i].end] : QChar(u'.');
            int score = i == 0 ? 2 : 1;
            score = i == atoms.size() - 1 ? 3 : score;
            if (m_text.faceAt(atoms[i].begin) == StyledText::Bold || after == u';')
                score = 5;
            if (score >= bestScore) {
                best = i;
                bestScore = score;
            }
        }
        if (best < 0)
            return;
        setYear(atoms[best].text);
        m_text.blank(atoms[best].begin, atoms[best].end);
        atoms.remove(best);
    }

    void use(QString& field, const Atom& atom)
    {
        fill(field, atom.text);
        m_text.blank(atom.begin - (atom.bracketed ? 1 : 0), atom.end + (atom.bracketed ? 1 : 0));
    }

    void takeInOrder(QVector<Atom>& atoms)
    {
        if (!atoms.isEmpty() && m_item.volume.isEmpty() && canBeVolume(atoms)) {
            Atom first = atoms.takeFirst();
            const qsizetype dot = first.text.indexOf(u'.');
            if (dot > 0 && m_item.issue.isEmpty()) {
                m_item.issue = first.text.mid(dot + 1);
                first.text.truncate(dot);
            }
            use(m_item.volume, first);
        }
        if (!atoms.isEmpty() && atoms.first().bracketed)
            use(m_item.issue, atoms.takeFirst());
        const auto isIssue = [&] {
            return !atoms.isEmpty() && m_item.issue.isEmpty() && !atoms.first().range && !atoms.first().lettered &&
                   atoms.first().text.size() < 4 && (atoms.size() > 1 || !m_item.page.isEmpty());
        };
        if (isIssue() && !isAfterColon(atoms.first()))
            use(m_item.issue, atoms.takeFirst());
        if (!atoms.isEmpty())
            use(m_item.page, atoms.takeFirst());
    }

    bool isAfterColon(const Atom& atom) const
    {
        qsizetype i = atom.begin - 1;
        while (i > m_begin && m_text.text[i] == u' ')
            --i;
        return i >= m_begin && m_text.text[i] == u':';
    }

    /** "B602, 42" starts with a volume, "e104" and "12–19" with pages. */
    static bool canBeVolume(const QVector<Atom>& atoms)
    {
        const Atom& first = atoms.first();
        if (first.range || first.bracketed)
            return first.range && atoms.size() > 1 && atoms[1].bracketed;
        return !first.lettered || (atoms.size() > 1 && first.text[0].isUpper() && first.text[1].isDigit());
    }

    void takeRanges(const QVector<Atom>& atoms)
    {
        for (const Atom& atom : atoms) {
            if (atom.range && m_item.page.isEmpty())
                use(m_item.page, atom);
        }
    }

    StyledText& m_text;
    qsizetype m_begin, m_end;
    CslItem& m_item;
};

} // namespace

bool isYear(QStringView digits)
{
    return digits.size() == 4 && (digits.startsWith(u"20"_s) || (digits[0] == u'1' && digits[1] >= u'5')) &&
           digits[2].isDigit() && digits[3].isDigit();
}

void takeNumbers(StyledText& text, qsizetype begin, qsizetype end, BareNumbers bare, CslItem& item)
{
    NumberTaker(text, begin, end, item).run(bare);
}

} // namespace sheaf::layout
