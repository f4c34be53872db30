// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/latex_text.h"

#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** Deeper nesting is not text any more, and recursion must end. */
constexpr int DeepestGroup = 60;

/** Switches and spacing that print nothing themselves. */
bool printsNothing(QStringView command)
{
    static const QSet<QStringView> silent{
        u"it",           u"em",           u"bf",        u"sc",         u"rm",         u"tt",       u"sl",
        u"sf",           u"bfseries",     u"itshape",   u"scshape",    u"upshape",    u"rmfamily", u"ttfamily",
        u"sffamily",     u"normalfont",   u"small",     u"large",      u"tiny",       u"Large",    u"protect",
        u"relax",        u"displaystyle", u"textstyle", u"left",       u"right",      u"big",      u"Big",
        u"bigl",         u"bigr",         u"limits",    u"nolimits",   u"allowbreak", u"break",    u"nobreak",
        u"noindent",     u"centering",    u"xspace",    u"selectfont", u"upshape",    u"mdseries", u"unskip",
        u"ignorespaces", u"nolinebreak"};
    return silent.contains(command);
}

/** Commands whose (first) argument is no text. */
bool hidesArgument(QStringView command)
{
    static const QSet<QStringView> hiding{
        u"noopsort", u"href",      u"cite",   u"citep",           u"citet",          u"label",
        u"ref",      u"vspace",    u"hspace", u"vphantom",        u"hphantom",       u"phantom",
        u"fontsize", u"textcolor", u"color",  u"foreignlanguage", u"selectlanguage", u"SortNoop"};
    return hiding.contains(command);
}

QChar scriptCharacter(QChar c, bool raised)
{
    static const QString plain = u"0123456789+-=()ni"_s;
    static const QString superscripts = u"⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ"_s;
    static const QString subscripts = u"₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙᵢ"_s;
    const qsizetype at = plain.indexOf(c);
    return at < 0 ? QChar() : (raised ? superscripts : subscripts).at(at);
}

/** x² and H₂O where Unicode has all the characters, else the plain text. */
QString script(const QString& text, bool raised)
{
    QString out;
    for (const QChar c : text) {
        const QChar small = scriptCharacter(c, raised);
        if (small.isNull())
            return text;
        out += small;
    }
    return out;
}

class LatexReader
{
public:
    LatexReader(QStringView text, bool verbatim) : m_text(text), m_verbatim(verbatim) {}

    QString read()
    {
        QString out;
        out.reserve(m_text.size());
        while (!atEnd())
            appendNext(out);
        return out;
    }

private:
    bool atEnd() const { return m_pos >= m_text.size(); }
    QChar peek(qsizetype ahead = 0) const { return m_pos + ahead < m_text.size() ? m_text[m_pos + ahead] : QChar(); }
    void skipSpaces()
    {
        while (!atEnd() && peek().isSpace())
            ++m_pos;
    }

    void appendNext(QString& out)
    {
        const QChar c = peek();
        switch (c.unicode()) {
        case u'\\':
            return appendCommand(out);
        case u'{':
        case u'}':
            ++m_pos;
            return;
        case u'$':
            if (m_verbatim && !m_math && !opensShortMath())
                break;
            ++m_pos;
            m_math = !m_math;
            return;
        default:
            break;
        }
        if (!m_verbatim && appendLigature(c, out))
            return;
        out += c;
        ++m_pos;
    }

    /** "$<$" in old DOIs is TeX, a dollar alone in a URL is not. */
    bool opensShortMath() const
    {
        const QStringView next = m_text.mid(m_pos + 1, 12);
        const qsizetype close = next.indexOf('$'_L1);
        return close > 0 && std::ranges::any_of(next.left(close),
                                                [](QChar c) { return c == '<'_L1 || c == '>'_L1 || c == '\\'_L1; });
    }

    /** TeX's input ligatures and, in math, raised and lowered characters. */
    bool appendLigature(QChar c, QString& out)
    {
        const auto run = [this, c](int length) {
            for (int i = 1; i < length; ++i)
                if (peek(i) != c)
                    return false;
            return true;
        };
        const auto take = [this, &out](QChar printed, int length) {
            out += printed;
            m_pos += length;
            return true;
        };
        if (c == '-'_L1 && run(3))
            return take(u'—', 3);
        if (c == '-'_L1 && run(2))
            return take(u'–', 2);
        if (c == '`'_L1 && !m_math)
            return run(2) ? take(u'“', 2) : take(u'‘', 1);
        if (c == '\''_L1 && run(2) && !m_math)
            return take(u'”', 2);
        if (c == '~'_L1)
            return take(u' ', 1);
        if (m_math && (c == '^'_L1 || c == '_'_L1)) {
            ++m_pos;
            out += script(argument(), c == '^'_L1);
            return true;
        }
        return false;
    }

    /** The next group without its braces, or the next character or command. */
    QString argument()
    {
        skipSpaces();
        if (atEnd() || m_depth >= DeepestGroup)
            return {};
        ++m_depth;
        QString out;
        if (peek() == '{'_L1) {
            ++m_pos;
            readGroup(out);
        } else if (peek() == '\\'_L1) {
            appendCommand(out);
        } else if (peek().isHighSurrogate()) {
            out = m_text.mid(m_pos, 2).toString();
            m_pos += 2;
        } else if (peek() != '}'_L1) {
            out = peek();
            ++m_pos;
        }
        --m_depth;
        return out;
    }

    void readGroup(QString& out)
    {
        int open = 1;
        while (!atEnd()) {
            if (peek() == '{'_L1)
                ++open;
            else if (peek() == '}'_L1 && --open == 0) {
                ++m_pos;
                return;
            }
            appendNext(out);
        }
    }

    void skipOptionalArgument()
    {
        if (peek() != '['_L1)
            return;
        const qsizetype close = m_text.indexOf(']'_L1, m_pos);
        if (close > 0)
            m_pos = close + 1;
    }

    QStringView takeName()
    {
        const qsizetype begin = m_pos;
        while (!atEnd() && peek().unicode() < 128 && peek().isLetter())
            ++m_pos;
        if (m_pos == begin && !atEnd())
            ++m_pos;
        return m_text.mid(begin, m_pos - begin);
    }

    /** What follows two backslashes is an accent over a letter: the file's backslashes were escaped once more. */
    bool opensEscapedAccent() const
    {
        const bool isDotless = (peek() == 'i'_L1 || peek() == 'j'_L1) && !peek(1).isLetter();
        const bool isOverLetter =
            !m_text.mid(m_pos).isEmpty() && u"'`^\"~="_s.contains(peek()) && (peek(1).isLetter() || peek(1) == '{'_L1);
        return !m_verbatim && (isDotless || isOverLetter);
    }

    void appendCommand(QString& out)
    {
        ++m_pos; // the backslash
        if (atEnd())
            return;
        QStringView name = takeName();
        if (name == u"\\" && opensEscapedAccent())
            name = takeName();
        const bool isWord = name.front().isLetter();
        if (const QChar mark = latexAccent(name); !mark.isNull() && !(m_verbatim && !isWord))
            return appendAccented(mark, out);
        if (!isWord)
            return appendEscaped(name.front(), out);
        if (const QString symbol = latexSymbol(name); !symbol.isEmpty()) {
            out += symbol;
            return endWord();
        }
        appendWordCommand(name, out);
    }

    /** \%, \_ and the like print themselves; spaces, line breaks and hyphenation points do not. */
    void appendEscaped(QChar c, QString& out)
    {
        if (c == '('_L1 || c == ')'_L1 || c == '['_L1 || c == ']'_L1)
            m_math = c == '('_L1 || c == '['_L1;
        else if (c == ','_L1 || c == ';'_L1 || c == ':'_L1 || c == '\\'_L1 || c.isSpace())
            out += m_verbatim && !c.isSpace() ? c : u' ';
        else if (c != '-'_L1 && c != '!'_L1 && c != '/'_L1 && c != '@'_L1)
            out += c;
    }

    void appendAccented(QChar mark, QString& out)
    {
        QString base = argument();
        if (base == u"ı"_s)
            base = u"i"_s;
        else if (base == u"ȷ"_s)
            base = u"j"_s;
        if (base.isEmpty())
            return; // an accent over nothing
        const qsizetype first = base.front().isHighSurrogate() ? 2 : 1;
        out += (base.left(first) + mark).normalized(QString::NormalizationForm_C) + base.mid(first);
    }

    void appendWordCommand(QStringView name, QString& out)
    {
        const bool takesText = peek() == '{'_L1 || peek() == '['_L1;
        if (name == u"url" || name == u"path") {
            out += latexToVerbatim(argument());
        } else if (name == u"textsuperscript" || name == u"textsubscript") {
            out += script(argument(), name == u"textsuperscript");
        } else if (hidesArgument(name)) {
            skipOptionalArgument();
            argument();
        } else if (printsNothing(name)) {
            endWord();
        } else if (name == u"par" || name == u"newline" || name == u"quad" || name == u"qquad" || name == u"space") {
            out += ' '_L1;
            endWord();
        } else if (takesText) {
            skipOptionalArgument(); // \emph{…}: the group is read as text next
        } else {
            // An unknown word stays: better "aap" than nothing.
            out += name;
            endWord();
        }
    }

    /** TeX swallows the space that ends a command's name; in math it sets its own, for which the space stands in. */
    void endWord()
    {
        if (!m_math)
            skipSpaces();
        if (peek() == '{'_L1 && peek(1) == '}'_L1)
            m_pos += 2;
    }

    QStringView m_text;
    qsizetype m_pos = 0;
    bool m_verbatim;
    bool m_math = false;
    int m_depth = 0;
};

bool isPlain(QStringView text)
{
    return std::ranges::none_of(text, [](QChar c) {
        switch (c.unicode()) {
        case u'\\':
        case u'{':
        case u'}':
        case u'$':
        case u'~':
        case u'-':
        case u'`':
        case u'\'':
            return true;
        default:
            return false;
        }
    });
}

} // namespace

QString latexToText(QStringView latex)
{
    return isPlain(latex) ? latex.toString().simplified() : LatexReader(latex, false).read().simplified();
}

QString latexToVerbatim(QStringView latex)
{
    return isPlain(latex) ? latex.trimmed().toString() : LatexReader(latex, true).read().trimmed();
}

} // namespace sheaf
