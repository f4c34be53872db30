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

/** The hard tokens of one token, which holds no further start. */
void collect(QStringView token, QStringList& hard)
{
    if (isNegation(token) || (token.size() == 1 && isSignUnit(token[0]))) {
        hard.append(token.toString());
        return;
    }
    for (qsizetype i = 0; i < token.size();) {
        qsizetype end = i;
        while (end < token.size() && isInNumber(token[end]))
            ++end;
        if (end > i)
            hard.append(token.sliced(i, end - i).toString());
        i = std::max(end, i + 1);
    }
}

QStringList hardTokens(const FoldedText& text, Span span)
{
    QStringList hard;
    for (quint32 begin = span.begin; begin < span.end;) {
        quint32 end = begin + 1;
        while (end < span.end && !text.starts[end])
            ++end;
        collect(QStringView(text.units).sliced(begin, end - begin), hard);
        begin = end;
    }
    return hard;
}

bool isNumber(const QString& hard)
{
    return isInNumber(hard[0]);
}

} // namespace

bool agreeInHardTokens(const FoldedText& quote, const FoldedText& text, Span run)
{
    const QStringList said = hardTokens(quote, {0, quote.size()});
    qsizetype next = 0;
    for (const QString& there : hardTokens(text, run)) {
        if (next < said.size() && said[next] == there)
            ++next;
        else if (!isNumber(there))
            return false;
    }
    return next == said.size();
}

} // namespace sheaf
