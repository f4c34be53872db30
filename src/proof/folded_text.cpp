// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proof/folded_text.h"

#include <algorithm>

namespace sheaf {

namespace {

bool isAscii(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

/** What NFKC would spoil, or what it leaves apart although it means the same. */
QChar beforeNormalising(QChar c)
{
    switch (c.unicode()) {
    case 0x00BA: // masculine ordinal, used for degrees: NFKC would make it an "o"
    case 0x00AA:
    case 0x02DA:
        return QChar(0x00B0);
    case 0x00B7: // decimal point of some journals
    case 0x22C5:
        return QChar(0x00B7);
    case 0x00D7:
        return u'x';
    case 0x2A7D:
        return QChar(0x2264);
    case 0x2A7E:
        return QChar(0x2265);
    default:
        return c;
    }
}

bool isScript(QChar c)
{
    return c.decompositionTag() == QChar::Super || c.decompositionTag() == QChar::Sub;
}

QString normalised(QStringView word)
{
    if (isAscii(word))
        return word.toString().toLower();
    QString text;
    bool inScript = true;
    for (const QChar c : word) {
        if (isScript(c) && !inScript)
            text += u' '; // "10²" is not "102", and "cm⁻²" has a minus: pages have scripts as words of their own
        inScript = isScript(c);
        text += beforeNormalising(c);
    }
    return text.normalized(QString::NormalizationForm_KC).toCaseFolded();
}

/** Stands between letters without parting them: soft hyphen, zero-width characters, apostrophes, stray accents. */
bool isTransparent(QChar c)
{
    const char16_t u = c.unicode();
    return u == 0x00AD || u == u'\'' || u == 0x2019 || u == 0x2018 || u == 0x02BC || (u >= 0x200B && u <= 0x200D) ||
           u == 0x2060 || u == 0xFEFF || (u >= 0x0300 && u <= 0x036F);
}

bool isDash(QChar c)
{
    return c == u'-' || c.category() == QChar::Punctuation_Dash || c.unicode() == 0x2212;
}

/** Signs without which a statement says something else. */
bool isSign(QChar c)
{
    switch (c.unicode()) {
    case u'<':
    case u'>':
    case u'=':
    case u'+':
    case u'%':
    case 0x00B1: // ±
    case 0x2030: // ‰
    case 0x2260: // ≠
    case 0x2264: // ≤
    case 0x2265: // ≥
        return true;
    default:
        return false;
    }
}

/** Scripts that are written without spaces: each character may start a quote. */
bool isUnspaced(QChar c)
{
    if (c.unicode() < 0x0E00)
        return false;
    switch (c.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
}

class Appender
{
public:
    Appender(FoldedText& text, QStringView word, quint32 origin, bool joinsPrevious)
        : m_text(text), m_word(normalised(word)), m_origin(origin), m_fresh(!joinsPrevious)
    {}

    void run()
    {
        for (qsizetype i = 0; i < m_word.size(); ++i)
            take(i);
    }

private:
    void take(qsizetype i)
    {
        const QChar c = m_word[i];
        if (isTransparent(c))
            return;
        if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate())
            push(c, m_fresh || isUnspaced(c), false);
        else if (isSeparatorInNumber(i))
            push(c == u',' ? c : u'.', false, false);
        else if (isSign(c))
            push(c, true, true);
        else if (isMinus(i))
            push(u'-', true, false); // the digit that follows is no start: "5" is not in "−5"
        else
            m_fresh = true;
    }

    void push(QChar c, bool start, bool nextIsFresh)
    {
        m_text.units.append(c);
        m_text.starts.push_back(start);
        m_text.origins.push_back(m_origin);
        m_fresh = nextIsFresh;
    }

    bool isDigitAt(qsizetype i) const { return i >= 0 && i < m_word.size() && m_word[i].isDigit(); }
    bool isSeparatorInNumber(qsizetype i) const
    {
        const QChar c = m_word[i];
        return (c == u'.' || c == u',' || c.unicode() == 0x00B7) && isDigitAt(i - 1) && isDigitAt(i + 1);
    }
    bool isMinus(qsizetype i) const
    {
        return isDash(m_word[i]) && isDigitAt(i + 1) && (i == 0 || !m_word[i - 1].isLetterOrNumber());
    }

    FoldedText& m_text;
    const QString m_word;
    const quint32 m_origin;
    bool m_fresh;
};

/** As most words are: ASCII letters alone, which need no second look. */
bool isPlain(QStringView word)
{
    return std::ranges::all_of(word, [](QChar c) {
        const char16_t lower = c.unicode() | 0x20;
        return lower >= u'a' && lower <= u'z';
    });
}

void appendPlain(FoldedText& text, QStringView word, quint32 origin, bool joinsPrevious)
{
    for (const QChar c : word) {
        text.units.append(QChar(c.unicode() | 0x20));
        text.starts.push_back(!joinsPrevious);
        text.origins.push_back(origin);
        joinsPrevious = true;
    }
}

} // namespace

quint32 FoldedText::tokenCount() const
{
    return quint32(std::ranges::count(starts, true));
}

void appendWord(FoldedText& text, QStringView word, quint32 origin, bool joinsPrevious)
{
    if (isPlain(word))
        return appendPlain(text, word, origin, joinsPrevious);
    Appender(text, word, origin, joinsPrevious).run();
}

FoldedText foldText(QStringView text)
{
    FoldedText folded;
    quint32 count = 0;
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i;
        while (end < text.size() && !text[end].isSpace())
            ++end;
        if (end > i)
            appendWord(folded, text.sliced(i, end - i), count++);
        i = end + 1;
    }
    return folded;
}

} // namespace sheaf
