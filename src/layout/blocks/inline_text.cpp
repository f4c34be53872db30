// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/blocks/inline_text.h"

#include <QHash>

#include <cmath>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

QChar raised(QChar c)
{
    static const QHash<char16_t, char16_t> forms{
        {u'0', u'⁰'}, {u'1', u'¹'}, {u'2', u'²'}, {u'3', u'³'}, {u'4', u'⁴'}, {u'5', u'⁵'}, {u'6', u'⁶'},
        {u'7', u'⁷'}, {u'8', u'⁸'}, {u'9', u'⁹'}, {u'+', u'⁺'}, {u'-', u'⁻'}, {u'−', u'⁻'}, {u'–', u'⁻'},
        {u'=', u'⁼'}, {u'(', u'⁽'}, {u')', u'⁾'}, {u'n', u'ⁿ'}, {u'i', u'ⁱ'}, {u'°', u'°'}, {u'∘', u'°'},
        {u'′', u'′'}, {u'*', u'*'}, {u'†', u'†'}, {u'‡', u'‡'}, {u'®', u'®'}, {u'™', u'™'}};
    return QChar(forms.value(c.unicode(), u'\0'));
}

QChar lowered(QChar c)
{
    static const QHash<char16_t, char16_t> forms{
        {u'0', u'₀'}, {u'1', u'₁'}, {u'2', u'₂'}, {u'3', u'₃'}, {u'4', u'₄'}, {u'5', u'₅'}, {u'6', u'₆'},
        {u'7', u'₇'}, {u'8', u'₈'}, {u'9', u'₉'}, {u'+', u'₊'}, {u'-', u'₋'}, {u'−', u'₋'}, {u'=', u'₌'},
        {u'(', u'₍'}, {u')', u'₎'}, {u'i', u'ᵢ'}, {u'j', u'ⱼ'}, {u'n', u'ₙ'}, {u'm', u'ₘ'}, {u'k', u'ₖ'},
        {u'x', u'ₓ'}, {u'a', u'ₐ'}, {u'e', u'ₑ'}, {u'o', u'ₒ'}, {u't', u'ₜ'}, {u'p', u'ₚ'}, {u's', u'ₛ'}};
    return QChar(forms.value(c.unicode(), u'\0'));
}

} // namespace

Script scriptOf(const Word& word, const Fragment& line)
{
    if (word.size > 0.88F * line.size || word.is(Word::Turned)) // whose baseline is not known
        return Script::None;
    const float rise = line.baseline - word.baseline;
    if (rise > 0.16F * line.size)
        return Script::Super;
    return rise < -0.06F * line.size ? Script::Sub : Script::None;
}

QString scriptText(QStringView text, Script script)
{
    QString out;
    for (QChar c : text) {
        const QChar form = script == Script::Super ? raised(c) : lowered(c);
        if (form.isNull() && c != u',') {
            const QLatin1StringView tag = script == Script::Super ? "sup"_L1 : "sub"_L1;
            return u'<' + tag + u'>' + text.toString() + "</"_L1 + tag + u'>';
        }
        out += form.isNull() ? c : form;
    }
    return out;
}

namespace {

/** Chinese and Japanese signs with their punctuation. */
bool isWrittenWithoutSpaces(QChar c)
{
    const bool punctuation = c >= u'\u3001' && c <= u'\u303F';
    const bool wide = c >= u'\uFF01' && c <= u'\uFF60';
    const QChar::Script script = c.script();
    return punctuation || wide || script == QChar::Script_Han || script == QChar::Script_Hiragana ||
           script == QChar::Script_Katakana;
}

/** The last word of `text` is a web address or DOI, and `next` begins with more of it. */
bool addressGoesOn(QStringView text, QStringView next)
{
    const QStringView last = text.mid(text.lastIndexOf(u' ') + 1);
    const qsizetype space = next.indexOf(u' ');
    QStringView first = next.left(space < 0 ? next.size() : space);
    if (last.endsWith(u':') && (last.endsWith("https:"_L1) || last.endsWith("http:"_L1)) && first.startsWith("//"_L1))
        return true;
    const bool address = last.contains("://"_L1) || last.contains("www."_L1) || last.contains("doi.org/"_L1) ||
                         last.startsWith("doi:10."_L1);
    if (!address || QStringView(u";,)>]").contains(last.back()))
        return false;
    if (last.back() == u'/' || last.back() == u'_' || last.back() == u'=' || last.back() == u'-')
        return true;
    while (!first.isEmpty() && QStringView(u".,;)").contains(first.back()))
        first.chop(1);
    const bool inside = std::ranges::any_of(first, [](QChar c) { return QStringView(u"/._=-%&?#").contains(c); });
    const bool digits = std::ranges::any_of(first, [](QChar c) { return c.isDigit(); });
    return !first.isEmpty() && !first.contains(u'(') && (inside || (digits && last.back() == u'.'));
}

} // namespace

QString inlineText(const PageText& page, const Fragment& line, int skipWords, bool plainMarks)
{
    QString text;
    Script open = Script::None;
    QString script;
    const auto close = [&] {
        if (open != Script::None)
            text += scriptText(script, open);
        script.clear();
        open = Script::None;
    };
    for (qsizetype i = skipWords; i < line.words.size(); ++i) {
        const Word& word = page.words[line.words[i]];
        if (word.length == 0)
            continue;
        const auto note = page.noteMarks.constFind(line.words[i]);
        const Script own = plainMarks || page.invisible ? Script::None : scriptOf(word, line);
        const bool calls = note != page.noteMarks.cend() && note->startsWith("[^"_L1);
        const bool parted = !calls && i > skipWords && !isGlued(page.words[line.words[i - 1]], word);
        const bool afterMark =
            plainMarks && i > skipWords && scriptOf(page.words[line.words[i - 1]], line) != Script::None;
        const bool mark = plainMarks && (scriptOf(word, line) != Script::None
                                             ? !afterMark
                                             : afterMark && page.textOf(word).front().isLetterOrNumber());
        if (own != open || parted)
            close();
        if ((parted || mark) && !text.isEmpty() && !text.endsWith(u' '))
            text += u' ';
        if (note != page.noteMarks.cend()) {
            close();
            text += *note;
        } else if (own == Script::None) {
            text += page.textOf(word);
        } else {
            open = own;
            script += page.textOf(word);
        }
    }
    close();
    // Quotation marks that were typed as two single ones.
    return text.replace(u"‘‘"_s, u"“"_s).replace(u"’’"_s, u"”"_s).replace(u"``"_s, u"“"_s);
}

QString inlineText(const LineContext& context, const QVector<Line>& lines, const InlineOptions& options)
{
    QString text;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString next =
            inlineText(context.pageOf(lines[i]), lines[i], i == 0 ? options.skipWords : 0, options.plainMarks)
                .trimmed();
        if (next.isEmpty())
            continue;
        const bool hyphen = text.size() > 1 && text.back() == u'-' && text[text.size() - 2].isLetterOrNumber();
        if (addressGoesOn(text, next) ||
            (!text.isEmpty() && isWrittenWithoutSpaces(text.back()) && isWrittenWithoutSpaces(next.front()))) {
            // Nothing between: the text was broken only where the line ended.
        } else if (hyphen && next.front().isLetterOrNumber()) {
            const qsizetype from = text.lastIndexOf(u' ') + 1;
            const qsizetype to = next.indexOf(u' ');
            if (options.vocabulary &&
                options.vocabulary->joinsWithoutHyphen(QStringView(text).mid(from),
                                                       QStringView(next).left(to < 0 ? next.size() : to)))
                text.chop(1);
        } else if (!text.isEmpty()) {
            text += u' ';
        }
        text += next;
    }
    return text;
}

QString codeText(const LineContext& context, const QVector<Line>& lines)
{
    float left = 1e9F;
    for (const Line& line : lines)
        left = std::min(left, line.x0);
    QString code;
    for (const Line& line : lines) {
        const PageText& page = context.pageOf(line);
        const float advance = line.width() / float(std::max<qsizetype>(1, context.text(line).size()));
        float x = left;
        for (int index : line.words) {
            const Word& word = page.words[index];
            const int spaces = advance > 0 ? int(std::lround((word.x0 - x) / advance)) : 0;
            code += QString(std::clamp(spaces, 0, 80), u' ');
            code += page.textOf(word);
            x = word.x1;
        }
        code += u'\n';
    }
    return code;
}

} // namespace sheaf::layout
