// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/prompts/document_text.h"

#include <QCryptographicHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

QString pageMark(int page, bool doubtful)
{
    return doubtful ? u"[page %1, doubtful]"_s.arg(page) : u"[page %1]"_s.arg(page);
}

const QRegularExpression& pageMarkPattern()
{
    static const QRegularExpression pattern(uR"(\s?\[page \d+(?:, doubtful)?\]\s?)"_s);
    return pattern;
}

/** A space inside the control words of the common chat templates makes them plain text. */
QString harmless(QString text)
{
    static const QRegularExpression words(
        uR"((<)(?=[|｜]|/?s>|/?think>|(?:start|end)_of_turn>|(?:bos|eos|pad|unk)>|<SYS>)|(\[)(?=/?INST\]))"_s,
        QRegularExpression::CaseInsensitiveOption);
    return text.replace(words, u"\\1\\2 "_s);
}

/** The best place to end a part: a paragraph's end, else a line's, a sentence's or a word's, in its last third. */
qsizetype breakBefore(const QString& text, qsizetype begin, qsizetype end)
{
    const qsizetype earliest = begin + (end - begin) * 2 / 3;
    for (const QString& mark : {u"\n\n"_s, u"\n"_s, u". "_s, u" "_s}) {
        const qsizetype at = text.lastIndexOf(mark, end - mark.size());
        if (at >= earliest)
            return at + mark.size();
    }
    return end > begin + 1 && text.at(end - 1).isHighSurrogate() ? end - 1 : end;
}

QString markInForce(const QString& text, qsizetype at)
{
    static const QRegularExpression mark(uR"(\[page \d+(?:, doubtful)?\])"_s);
    QRegularExpressionMatch match;
    return at > 0 && text.lastIndexOf(mark, at - 1, &match) >= 0 ? match.captured() : QString();
}

} // namespace

QString markedText(const ReadRequest& request)
{
    QVector<PageMark> marks = request.pageMarks;
    std::ranges::stable_sort(marks, {}, &PageMark::offset);
    QString text;
    qsizetype from = 0;
    for (const PageMark& mark : std::as_const(marks)) {
        const qsizetype to = std::clamp<qsizetype>(mark.offset, from, request.markdown.size());
        text += harmless(request.markdown.sliced(from, to - from));
        const bool inLine = !text.isEmpty() && !text.endsWith(u'\n');
        text += inLine && !text.endsWith(u' ') ? u" "_s : QString();
        text += pageMark(mark.page, request.doubtfulPages.contains(mark.page));
        text += inLine ? u' ' : u'\n';
        from = to;
    }
    return text + harmless(request.markdown.sliced(from));
}

QString withoutMarks(const QString& text)
{
    return QString(text).replace(pageMarkPattern(), u" "_s).trimmed();
}

QStringList overlappingParts(const QString& marked, qsizetype partChars)
{
    constexpr qsizetype leastPart = 200; // a mark must fit in
    const qsizetype size = std::max(partChars, leastPart);
    const qsizetype overlap = size / 10;
    QStringList parts;
    qsizetype begin = 0;
    while (marked.size() - begin > size) {
        const QString mark = markInForce(marked, begin);
        const qsizetype end = breakBefore(marked, begin, begin + size - mark.size() - 1);
        parts.append((mark.isEmpty() ? QString() : mark + u'\n') + marked.sliced(begin, end - begin));
        const qsizetype next = breakBefore(marked, std::max(begin + 1, end - overlap * 2), end - overlap);
        begin = std::clamp<qsizetype>(next, begin + 1, end);
    }
    const QString mark = markInForce(marked, begin);
    parts.append((mark.isEmpty() ? QString() : mark + u'\n') + marked.sliced(begin));
    return parts;
}

QString fencedDocument(const QString& part, int number, int count)
{
    const QString code =
        QString::fromLatin1(QCryptographicHash::hash(part.toUtf8(), QCryptographicHash::Sha256).toHex().first(12));
    const QString name =
        count == 1 ? u"document %1"_s.arg(code) : u"document %1 part %2 of %3"_s.arg(code).arg(number).arg(count);
    return u"<%1>\n%2\n</document %3>"_s.arg(name, part, code);
}

} // namespace sheaf
