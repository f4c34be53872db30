// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proof/hard_tokens.h"

#include <QSet>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** Folded: without apostrophes. */
bool isNegation(QStringView token)
{
    static const QSet<QString> words{
        u"not"_s,   u"no"_s,    u"nor"_s,   u"never"_s, u"none"_s,   u"neither"_s, u"without"_s, u"cannot"_s,
        u"isnt"_s,  u"arent"_s, u"wasnt"_s, u"dont"_s,  u"doesnt"_s, u"didnt"_s,   u"cant"_s,    u"werent"_s,
        u"nicht"_s, u"kein"_s,  u"keine"_s, u"nie"_s,   u"ohne"_s,   u"pas"_s,     u"jamais"_s,  u"sans"_s,
        u"nunca"_s, u"sin"_s,   u"non"_s,   u"senza"_s, u"niet"_s,   u"geen"_s,    u"zonder"_s,
    };
    return token.size() <= 8 && words.contains(token.toString());
}

bool isInNumber(QChar c)
{
    return c.isDigit() || c == u'.' || c == u',' || c == u'-';
}

/** Units that folding keeps without being letters or digits: signs, and the separators and minus of numbers. */
bool isSignUnit(QChar c)
{
    return !c.isLetterOrNumber() && !c.isMark() && !c.isSurrogate() && !isInNumber(c);
}

struct Hard
{
    enum Kind
    {
        Sign, ///< or a negation
        Number,
        Counted ///< the word behind a number
    };
    QString text;
    Kind kind = Sign;

    bool operator==(const Hard& other) const { return text == other.text; }
};

/** The hard tokens of one token, which holds no further start. */
void collect(QStringView token, QVector<Hard>& hard)
{
    const bool behindNumber = !hard.isEmpty() && hard.last().kind == Hard::Number;
    if (isNegation(token) || (token.size() == 1 && isSignUnit(token[0]))) {
        hard.append({token.toString(), Hard::Sign});
        return;
    }
    qsizetype rest = behindNumber ? 0 : token.size(); // begins what is counted: "12 mg", "12mg"
    for (qsizetype i = 0; i < token.size();) {
        qsizetype end = i;
        while (end < token.size() && isInNumber(token[end]))
            ++end;
        if (end > i) {
            hard.append({token.sliced(i, end - i).toString(), Hard::Number});
            rest = end;
        }
        i = std::max(end, i + 1);
    }
    if (rest < token.size())
        hard.append({token.sliced(rest).toString(), Hard::Counted});
}

QVector<Hard> hardTokens(const FoldedText& text, Span span)
{
    QVector<Hard> hard;
    for (quint32 begin = span.begin; begin < span.end;) {
        quint32 end = begin + 1;
        while (end < span.end && !text.starts[end])
            ++end;
        collect(QStringView(text.units).sliced(begin, end - begin), hard);
        begin = end;
    }
    return hard;
}

} // namespace

bool isNegatedBefore(const FoldedText& text, Span run)
{
    if (run.begin == 0)
        return false;
    quint32 begin = run.begin - 1;
    while (begin > 0 && !text.starts[begin])
        --begin;
    return isNegation(QStringView(text.units).sliced(begin, run.begin - begin));
}

bool agreeInHardTokens(const FoldedText& quote, const FoldedText& text, Span run)
{
    const QVector<Hard> said = hardTokens(quote, {0, quote.size()});
    qsizetype next = 0;
    bool skipped = false; // a number that the quote leaves out; what stands behind it counts nothing
    for (const Hard& there : hardTokens(text, run)) {
        if (next < said.size() && said[next] == there) {
            ++next;
            skipped = false;
        } else if (there.kind == Hard::Number) {
            skipped = true;
        } else if (there.kind == Hard::Sign || !skipped) {
            return false;
        }
    }
    return next == said.size();
}

} // namespace sheaf
