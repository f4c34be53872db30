// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/references/name_tokens.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

bool isOneOf(QStringView word, const QSet<QString>& words)
{
    return words.contains(word.toString());
}

bool isParticle(QStringView word)
{
    static const QSet<QString> particles{
        u"van"_s, u"von"_s, u"vom"_s,   u"de"_s,    u"der"_s,  u"den"_s, u"des"_s, u"di"_s,   u"da"_s,  u"do"_s,
        u"dos"_s, u"das"_s, u"du"_s,    u"del"_s,   u"la"_s,   u"le"_s,  u"ten"_s, u"ter"_s,  u"te"_s,  u"zu"_s,
        u"zur"_s, u"zum"_s, u"della"_s, u"degli"_s, u"lo"_s,   u"al"_s,  u"el"_s,  u"bin"_s,  u"ibn"_s, u"af"_s,
        u"av"_s,  u"ben"_s, u"’t"_s,    u"'t"_s,    u"in’t"_s, u"op"_s,  u"i"_s,   u"dalla"_s};
    return isOneOf(word, particles);
}

bool isAnd(QStringView word)
{
    static const QSet<QString> words{u"and"_s, u"AND"_s, u"und"_s, u"et"_s,  u"y"_s,
                                     u"e"_s,   u"en"_s,  u"og"_s,  u"och"_s, u"ja"_s};
    return isOneOf(word, words);
}

bool isSuffix(QStringView word)
{
    static const QSet<QString> words{u"Jr"_s, u"Jr."_s, u"Sr"_s, u"Sr."_s, u"II"_s, u"III"_s, u"IV"_s, u"Jnr"_s};
    return isOneOf(word, words);
}

/** Affiliation marks beside a name. */
bool isMark(QChar c)
{
    return QStringView(u"*∗†‡§¶‖#⋆★◦∥").contains(c);
}

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == u'’' || c == u'ʼ' || c == u'`';
}

bool isHyphen(QChar c)
{
    return c == u'-' || c == u'‐' || c == u'‑';
}

class Lexer
{
public:
    Lexer(QStringView text, qsizetype begin) : m_text(text), m_at(begin) {}

    QVector<NameToken> run()
    {
        constexpr int most = 4000; // a list of names may be long; no entry is longer than this
        QVector<NameToken> tokens;
        while (tokens.size() < most) {
            tokens << next();
            if (tokens.last().kind == NameToken::Other)
                return tokens;
        }
        tokens.last().kind = NameToken::Other;
        return tokens;
    }

private:
    QChar at(qsizetype i) const { return i < m_text.size() ? m_text[i] : QChar(); }

    NameToken next()
    {
        bool hyphened = false; // "P.-y."
        while (at(m_at) == u' ' || isMark(at(m_at)) || (isHyphen(at(m_at)) && m_at > 0 && m_text[m_at - 1] == u'.')) {
            hyphened = isHyphen(at(m_at));
            ++m_at;
        }
        NameToken token;
        token.begin = token.end = m_at;
        const QChar c = at(m_at);
        if (hyphened && c.isLetter() && at(m_at + 1) == u'.')
            return simple(token, NameToken::Initial, 2);
        if (c.isLetter() || (isApostrophe(c) && at(m_at + 1).isLetter()))
            return word(token);
        if (c == u',' || c == u';')
            return simple(token, c == u',' ? NameToken::Comma : NameToken::Semicolon, 1);
        if (c == u'&')
            return andOrOthers(token, 1);
        if (c == u'…')
            return simple(token, NameToken::Dots, 1);
        if (m_text.mid(m_at).startsWith("..."_L1))
            return simple(token, NameToken::Dots, 3);
        if (m_text.mid(m_at).startsWith(". . ."_L1))
            return simple(token, NameToken::Dots, 5);
        return token;
    }

    NameToken simple(NameToken token, NameToken::Kind kind, qsizetype length)
    {
        m_at += length;
        token.kind = kind;
        token.end = m_at;
        return token;
    }

    NameToken word(NameToken token)
    {
        qsizetype end = m_at;
        while (end < m_text.size()) {
            const QChar c = m_text[end];
            const bool doubled = isHyphen(c) && isHyphen(at(end + 1)) && at(end + 2).isLetter();
            const bool joins = ((isApostrophe(c) || isHyphen(c)) && at(end + 1).isLetter()) || doubled;
            if (!c.isLetter() && !c.isMark() && !joins)
                break;
            ++end;
        }
        const QStringView text = m_text.mid(token.begin, end - token.begin);
        if (const qsizetype length = etAlLength(text); length > 0)
            return simple(token, NameToken::EtAl, length);
        if (isAnd(text))
            return andOrOthers(token, text.size());
        const bool stop = at(end) == u'.';
        if (isSuffix(text))
            return simple(token, NameToken::Suffix, text.size() + (stop ? 1 : 0));
        token.capital = text.front().isUpper() || hasInnerCapital(text);
        token.capitals = text.size() <= 4 && isCapitals(text);
        if (stop && (isInitial(text) || isSmallInitial(end)))
            return simple(token, NameToken::Initial, text.size() + 1);
        const bool particle = isParticle(text);
        return simple(token, particle ? NameToken::Particle : NameToken::Word, text.size());
    }

    /** "et al.", "et al", "u. a." from the word `text` on; 0 if it is something else. */
    qsizetype etAlLength(QStringView text) const
    {
        const QStringView rest = m_text.mid(m_at);
        if (text == "et"_L1 || text == "Et"_L1) {
            qsizetype i = 2;
            while (at(m_at + i) == u' ')
                ++i;
            const QStringView tail = rest.mid(i);
            if (tail.startsWith("al"_L1) && !at(m_at + i + 2).isLetter())
                return i + 2 + (at(m_at + i + 2) == u'.' ? 1 : 0);
        }
        if (rest.startsWith("u. a."_L1) || rest.startsWith(u"и др."))
            return 5;
        return rest.startsWith("u.a."_L1) ? 4 : 0;
    }

    NameToken andOrOthers(NameToken token, qsizetype length)
    {
        const qsizetype others = othersFollow(m_at + length);
        return others > 0 ? simple(token, NameToken::EtAl, others) : simple(token, NameToken::And, length);
    }

    /** The length from the token's begin when "others", "colleagues" or the like follow the "and". */
    qsizetype othersFollow(qsizetype end) const
    {
        while (at(end) == u' ')
            ++end;
        const QStringView rest = m_text.mid(end);
        for (const QLatin1StringView word : {"others"_L1, "other authors"_L1, "colleagues"_L1, "andere"_L1}) {
            if (rest.startsWith(word))
                return end + word.size() - m_at;
        }
        return 0;
    }

    /** "d’Alembert", "al-Khalil" */
    static bool hasInnerCapital(QStringView text)
    {
        for (qsizetype i = 1; i + 1 < text.size(); ++i) {
            if ((isApostrophe(text[i]) || isHyphen(text[i])) && text[i + 1].isUpper())
                return true;
        }
        return false;
    }

    static bool isCapitals(QStringView text)
    {
        return std::ranges::all_of(text, [](QChar c) { return c.isUpper() || isHyphen(c); });
    }

    /** A particle cut to its letter among initials: "N. R. d. Tarn", "A. M. d. l. Osa"; `end` is behind the letter. */
    bool isSmallInitial(qsizetype end) const
    {
        const bool inside = end > 2 && (m_text[end - 2] == u' ' || m_text[end - 2] == u'.');
        const QChar next = at(end + 1) == u' ' ? at(end + 2) : at(end + 1);
        const QChar behind = at(end + 1) == u' ' ? at(end + 3) : at(end + 2);
        return m_at + 1 == end && inside && m_text[m_at].isLower() && (next.isUpper() || behind == u'.');
    }

    /** One capital, or one with a small letter or two ("Yu", "Chr"); or several capitals ("JK"). */
    static bool isInitial(QStringView text)
    {
        if (!text.front().isUpper())
            return false;
        const QStringView tail = text.mid(1);
        const bool small = std::ranges::all_of(tail, [](QChar c) { return c.isLower(); });
        return text.size() == 1 || (text.size() == 2 && small) || (text.size() <= 4 && isCapitals(text)) ||
               text == "Chr"_L1;
    }

    QStringView m_text;
    qsizetype m_at;
};

} // namespace

QVector<NameToken> nameTokens(QStringView text, qsizetype begin)
{
    return Lexer(text, begin).run();
}

} // namespace sheaf::layout
