// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/references/citation_title.h"

#include "layout/references/source_signs.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

constexpr qsizetype longestTitle = 600;

class TitleFinder
{
public:
    TitleFinder(const StyledText& styled, qsizetype begin, CitationJoint joint)
        : m_styled(styled), m_text(styled.text), m_begin(begin), m_end(styled.size()), m_joint(joint)
    {
        while (m_begin < m_end && QStringView(u" .,:;").contains(m_text[m_begin]))
            ++m_begin;
    }

    TitleRange run(bool dated) const
    {
        if (const TitleRange quoted = quotedTitle(); !quoted.isEmpty())
            return quoted;
        if (!dated && hasNone())
            return {m_begin, m_begin, m_begin};
        return bestBreak();
    }

private:
    static QChar closing(QChar open)
    {
        switch (open.unicode()) {
        case u'“':
        case u'”':
            return u'”';
        case u'„':
            return u'“';
        case u'«':
            return u'»';
        case u'‘':
        case u'‚':
            return u'’';
        case u'"':
        case u'\'':
            return open;
        default:
            return {};
        }
    }

    TitleRange quotedTitle() const
    {
        if (m_begin >= m_end)
            return {};
        const QChar close = closing(m_text[m_begin]);
        if (close.isNull())
            return {};
        const bool single = close == u'’' || close == u'\'';
        for (qsizetype i = m_begin + 2; i < std::min(m_end, m_begin + longestTitle); ++i) {
            const QChar c = m_text[i];
            const bool other = (close == u'“' && c == u'”') || (close == u'”' && (c == u'"' || c == u'“')) ||
                               (close == u'"' && c == u'”');
            if (c != close && !other)
                continue;
            const QChar next = i + 1 < m_end ? m_text[i + 1] : QChar(u'.');
            // An apostrophe is followed by a letter, or stands behind a plural's s.
            if (single && (next.isLetterOrNumber() ||
                           (next == u' ' && !QStringView(u".,?!").contains(m_text[i - 1]) && m_text[i - 1] == u's')))
                continue;
            return trimmed(m_begin + 1, i, i + 1);
        }
        return {};
    }

    /** The title without what closes it. */
    TitleRange trimmed(qsizetype begin, qsizetype end, qsizetype next) const
    {
        while (end > begin && QStringView(u" .,;:").contains(m_text[end - 1]) && !endsWithAbbreviation(begin, end))
            --end;
        return {begin, end, next};
    }

    /** "… of the U.S." keeps its stop. */
    bool endsWithAbbreviation(qsizetype begin, qsizetype end) const
    {
        return end - begin > 4 && m_text[end - 1] == u'.' && m_text[end - 2].isUpper() && m_text[end - 3] == u'.';
    }

    /** A journal stands where the title would. */
    bool hasNone() const
    {
        const qsizetype journal = journalEnd(m_styled, m_begin, m_end);
        if (journal < 0 || numberStandsInside(journal))
            return false;
        if (m_styled.isItalic(m_styled.firstLetter(m_begin, m_end)))
            return true;
        const QStringView name = QStringView(m_text).mid(m_begin, journal - m_begin);
        const auto words = name.split(u' ', Qt::SkipEmptyParts);
        // Full words may be a title's; then a stop or comma parts it from its journal.
        const auto stopped = std::ranges::count_if(words, [](QStringView word) { return word.endsWith(u'.'); });
        const bool next = journal < m_end && (m_text[journal] == u'.' || m_text[journal] == u':');
        return stopped * 2 >= words.size() || name.count(u'.') > 1 ||
               (m_joint == CitationJoint::Comma && words.size() <= 5 && !next &&
                std::ranges::none_of(words, [](QStringView word) { return word.size() > 3 && word[0].isLower(); }));
    }

    /** "… of the COVID-19 wave": what looks like a volume is followed by more words, in italics or small letters. */
    bool numberStandsInside(qsizetype journal) const
    {
        qsizetype end = journal;
        while (end < m_end && !m_text[end].isDigit())
            ++end;
        while (end < m_end && m_text[end].isLetterOrNumber())
            ++end;
        if (end + 2 >= m_end || m_text[end] != u' ')
            return false;
        qsizetype word = end + 1;
        while (word < m_end && m_text[word].isLower())
            ++word;
        const bool italic = m_styled.isItalic(m_styled.firstLetter(m_begin, m_end)) && m_styled.isItalic(end + 1);
        return (italic && m_text[end + 1].isLetter()) || word - end > 5;
    }

    struct Break
    {
        qsizetype end = 0, next = 0;
        double worth = 0;
    };

    TitleRange bestBreak() const
    {
        Break best{m_end, m_end, -1.5};
        int stopsBefore = 0;
        qsizetype journal = -1; // the end of a name that began behind an earlier break
        const qsizetype last = std::min(m_end, m_begin + longestTitle);
        for (qsizetype i = m_begin + 1; i < last; ++i) {
            Break found = breakAt(i);
            if (found.next == 0)
                continue;
            found.worth += worthOf(found) - 0.3 * stopsBefore - (i < journal ? 3 : 0);
            journal = std::max(journal, journalEnd(m_styled, found.next, m_end));
            stopsBefore += m_text[i] != u',' && m_text[i] != u' ';
            if (found.worth > best.worth)
                best = found;
        }
        return trimmed(m_begin, best.end, best.next);
    }

    /** A place where a title may end, and what the sign there is worth; next = 0 for none. */
    Break breakAt(qsizetype i) const
    {
        const QChar c = m_text[i];
        const QChar next = i + 1 < m_end ? m_text[i + 1] : QChar(u' ');
        if ((c == u'?' || c == u'!') && (next == u' ' || next == u'.'))
            return {i + 1, i + 1, 1.2};
        if (c == u'.' && next == u' ')
            return {i, i + 1, stopWorth(i)};
        if (c == u',' && next == u' ')
            return {i, i + 1, m_joint == CitationJoint::Comma ? 1.0 : -0.8};
        if (c == u' ' && next == u'(')
            return bracketBreak(i);
        if (c == u' ' && next == u' ') // something was taken from here: a note or an address
            return {i, i + 1, 1.5};
        static const QRegularExpression in(u" [Ii]n: "_s);
        if (c == u' ' &&
            in.match(m_text, i, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption)
                .hasMatch())
            return {i, i + 1, 1};
        return {};
    }

    double stopWorth(qsizetype stop) const
    {
        qsizetype word = stop;
        while (word > m_begin && (m_text[word - 1].isLetter()))
            --word;
        const QStringView last = QStringView(m_text).mid(word, stop - word);
        double worth = m_joint == CitationJoint::Comma ? 1.0 : 2.0;
        const bool inner = word > m_begin && m_text[word - 1] == u'.'; // "U.S."
        if (!last.isEmpty() && (isAbbreviation(last) || inner))
            worth -= 3;
        static const QRegularExpression date(
            u"\\.,? (?:\\((?:1[5-9]|20)\\d\\d[a-z]?[^()]{0,20}\\)|(?:1[5-9]|20)\\d\\d[a-z]?[.,](?! ?\\d))"_s);
        if (date.match(m_text, stop, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption)
                .hasMatch())
            worth += 4;
        const qsizetype after = m_styled.firstLetter(stop, m_end);
        if (after < m_end && m_text[after].isLower())
            worth -= m_text.mid(after, 3) == "in:"_L1 ? 0 : 2.5;
        return worth;
    }

    Break bracketBreak(qsizetype space) const
    {
        static const QRegularExpression edition(
            u" \\((?:[^()]{2,140}, Eds?\\.[^()]{0,40}|[^()]{0,60}\\b(?:\\w+ ed\\.|edn\\.?|edition|Edition|Aufl\\.|["
            u"Vv]ersion|[Rr]eport|No\\.|pp?\\.|ISO|thesis|dissertation|"
            "vols?\\.)[^()]{0,40}|v?\\d+(?:\\.\\d+)+)\\)"_s);
        static const QRegularExpression date(u" \\((?:[^()]{3,60}, )?(?:1[5-9]|20)\\d\\d[a-z]?\\)"_s);
        const auto stands = [&](const QRegularExpression& pattern) {
            return pattern
                .match(m_text, space, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption)
                .hasMatch();
        };
        return stands(edition) ? Break{space, space + 1, 5.5} : stands(date) ? Break{space, space + 1, 2.6} : Break{};
    }

    double worthOf(const Break& found) const
    {
        double worth = sourceWorth(m_styled, found.next, m_end);
        const qsizetype before = m_styled.lastLetter(m_begin, found.end);
        const qsizetype after = m_styled.firstLetter(found.next, m_end);
        const bool italicBefore = before >= m_begin && m_styled.isItalic(before);
        const bool italicAfter = after < m_end && m_styled.isItalic(after);
        const bool inside = m_styled.isItalic(found.end) && m_styled.isItalic(found.next);
        if (italicBefore != italicAfter)
            worth += startsItalic() == italicBefore ? 4 : 1;
        else if (italicBefore)
            worth += inside ? -2 : 4;
        if (before - m_begin < 3)
            worth -= 1.5;
        return worth;
    }

    bool startsItalic() const { return m_styled.isItalic(m_styled.firstLetter(m_begin, m_end)); }

    const StyledText& m_styled;
    const QString& m_text;
    qsizetype m_begin, m_end;
    CitationJoint m_joint;
};

} // namespace

TitleRange findTitle(const StyledText& text, qsizetype begin, CitationJoint joint, bool dated)
{
    return TitleFinder(text, begin, joint).run(dated);
}

} // namespace sheaf::layout
