// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/notes/footnote_marks.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

constexpr QStringView symbols = u"*∗⁎†‡§¶‖#";

bool isSymbol(QChar c)
{
    return symbols.contains(c);
}

/** Raised digits of Unicode as digits, one form for each symbol. */
QString plainMark(QStringView text)
{
    QString mark;
    for (QChar c : text) {
        if (c.decompositionTag() == QChar::Super && !c.decomposition().isEmpty())
            mark += c.decomposition();
        else
            mark += c == u'∗' || c == u'⁎' ? QChar(u'*') : c;
    }
    return mark;
}

bool isMark(const QString& mark)
{
    static const QRegularExpression form(u"^(\\d{1,3}|[a-z]|[*†‡§¶‖#]{1,4})$"_s);
    return form.match(mark).hasMatch();
}

bool isRaised(const PageText& page, int word, const Fragment& line)
{
    return scriptOf(page.words[word], line) == Script::Super;
}

qsizetype unicodeMarkLength(QStringView text, bool atEnd)
{
    qsizetype length = 0;
    while (length < text.size()) {
        const QChar c = atEnd ? text[text.size() - 1 - length] : text[length];
        if (c.decompositionTag() != QChar::Super || !c.isNumber())
            break;
        ++length;
    }
    return length;
}

/** "m²" and "10²" are powers, a single letter's number is one, too. */
bool takesPower(const LineContext& context, const PageText& page, int word)
{
    static const QSet<QString> units{u"mm"_s, u"cm"_s, u"dm"_s, u"km"_s, u"nm"_s, u"µm"_s, u"μm"_s, u"kg"_s, u"ms"_s};
    const QStringView text = page.textOf(page.words[word]);
    if (text.isEmpty() || context.fonts[page.words[word].font].math)
        return true;
    const QChar last = text.back();
    if (last.isDigit())
        return true;
    qsizetype letters = 0;
    while (letters < text.size() && text[text.size() - 1 - letters].isLetter())
        ++letters;
    return letters == 1 || units.contains(text.last(letters).toString());
}

} // namespace

std::optional<NoteStart> noteStart(const PageText& page, const Fragment& line)
{
    NoteStart start;
    QString text;
    while (start.words < line.words.size() && isRaised(page, line.words[start.words], line))
        text += page.textOf(page.words[line.words[start.words++]]);
    if (start.words > 0) {
        start.mark = plainMark(text);
        while (start.mark.endsWith(u')') || start.mark.endsWith(u'.'))
            start.mark.chop(1);
        start.raised = true;
        return isMark(start.mark) && start.words < line.words.size() ? std::optional(start) : std::nullopt;
    }
    const QStringView first = page.textOf(page.words[line.words.first()]);
    qsizetype length = unicodeMarkLength(first, false);
    start.raised = length > 0;
    while (length < first.size() && !start.raised && isSymbol(first[length]))
        ++length;
    if (length == 0) {
        static const QRegularExpression number(u"^(\\d{1,3})[.)]?$"_s);
        const QRegularExpressionMatch match = number.match(first.toString());
        if (!match.hasMatch() || line.words.size() < 2)
            return std::nullopt;
        return NoteStart{match.captured(1), 1, 0, false, true};
    }
    start.mark = plainMark(first.first(length));
    start.words = length == first.size() ? 1 : 0;
    start.cut = start.words == 1 ? 0 : length;
    return isMark(start.mark) && start.words < line.words.size() ? std::optional(start) : std::nullopt;
}

QVector<NoteCall> noteCalls(const LineContext& context, const PageText& page, const Fragment& line)
{
    QVector<NoteCall> calls;
    for (qsizetype i = 0; i < line.words.size(); ++i) {
        const int word = line.words[i];
        const QStringView text = page.textOf(page.words[word]);
        NoteCall call{word, {}, {}, false};
        const bool follows = i > 0 && page.words[word].x0 - page.words[line.words[i - 1]].x1 < 0.35F * line.size;
        if (isRaised(page, word, line)) {
            call.marks = plainMark(text).split(u',', Qt::SkipEmptyParts);
            const bool carries = i + 1 < line.words.size() &&
                                 isGlued(page.words[word], page.words[line.words[i + 1]]) &&
                                 page.textOf(page.words[line.words[i + 1]]).front().isLetter();
            call.doubtful = !follows || carries || takesPower(context, page, line.words[i - 1]);
        } else {
            qsizetype length = unicodeMarkLength(text, true);
            while (length < text.size() && isSymbol(text[text.size() - 1 - length]))
                ++length;
            if (length == 0 || (length == text.size() && !follows && line.words.size() > 1))
                continue;
            call.before = text.chopped(length).toString();
            call.marks = {plainMark(text.last(length))};
        }
        if (!call.marks.isEmpty() && std::ranges::all_of(std::as_const(call.marks), isMark))
            calls << call;
    }
    return calls;
}

} // namespace sheaf::layout
