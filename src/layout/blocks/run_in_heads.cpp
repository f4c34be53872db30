// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/blocks/run_in_heads.h"

#include "layout/blocks/classify.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

constexpr qsizetype mostWords = 14, mostLines = 2, fewestWordsAfter = 3;

/** A word of a group: the line's index in it, the word's place in the line. */
struct WordPlace
{
    qsizetype line = 0, word = 0;
};

class RunInSplitter
{
public:
    RunInSplitter(const LineContext& context, QVector<Group>& groups) : m_context(context), m_groups(groups) {}

    void run()
    {
        QVector<Group> out;
        out.reserve(m_groups.size());
        for (Group& group : m_groups) {
            const std::optional<WordPlace> text = textBegin(group);
            if (!text) {
                out << std::move(group);
                continue;
            }
            out << headOf(group, *text);
            group.gapAbove = m_context.style.leading;
            dropHead(group, *text);
            out << std::move(group);
        }
        m_groups = std::move(out);
    }

private:
    /** Where the paragraph's own text begins; nothing where it has no such heading. */
    std::optional<WordPlace> textBegin(const Group& group) const
    {
        if (!group.isText() || group.margin || group.kind != BlockKind::Paragraph || group.lines.size() < 2)
            return std::nullopt;
        static const QRegularExpression numbered(u"^(\\d{1,2}(\\.\\d{1,2}){1,4}\\.?|\\d{1,2}\\)|[a-h]\\))\\s+\\p{L}"_s,
                                                 QRegularExpression::UseUnicodePropertiesOption);
        const Line& first = group.first();
        if (!numbered.match(m_context.text(first)).hasMatch() || first.words.size() < 2)
            return std::nullopt;
        // The number may be set as the text is; the word behind it tells the heading's face.
        const Font& face = fontOf(first, 1);
        if (!face.bold && !face.italic)
            return std::nullopt;
        qsizetype count = 0;
        QString last = m_context.text(first).section(u' ', 0, 0);
        const qsizetype depth = last.count(u'.') - last.endsWith(u'.');
        for (qsizetype i = 0; i < std::min(mostLines, group.lines.size()); ++i) {
            const Line& line = group.lines[i];
            for (qsizetype j = i == 0 ? 1 : 0; j < line.words.size(); ++j) {
                const Font& font = fontOf(line, j);
                if (font.bold != face.bold || font.italic != face.italic)
                    return (isHead(last, count) || (face.bold && depth > 0)) &&
                                   wordsFrom(group, {i, j}) >= fewestWordsAfter
                               ? std::optional(WordPlace{i, j})
                               : std::nullopt;
                last = wordText(line, j);
                if (++count > mostWords)
                    return std::nullopt;
            }
        }
        return std::nullopt;
    }

    static bool isHead(const QString& last, qsizetype count)
    {
        return count > 0 && (last.endsWith(u'.') || last.endsWith(u':') || last.endsWith(u'—') || last.endsWith(u'–'));
    }

    static qsizetype wordsFrom(const Group& group, WordPlace place)
    {
        qsizetype words = group.lines[place.line].words.size() - place.word;
        for (qsizetype i = place.line + 1; i < group.lines.size(); ++i)
            words += group.lines[i].words.size();
        return words;
    }

    const Font& fontOf(const Line& line, qsizetype word) const
    {
        return m_context.fonts[m_context.pageOf(line).words[line.words[word]].font];
    }

    QString wordText(const Line& line, qsizetype word) const
    {
        const PageText& page = m_context.pageOf(line);
        return page.textOf(page.words[line.words[word]]).toString();
    }

    Group headOf(const Group& group, WordPlace text) const
    {
        Group head = group;
        head.kind = BlockKind::Heading;
        head.gapBelow = m_context.style.leading;
        head.lines.resize(text.line + (text.word > 0 ? 1 : 0));
        if (text.word > 0)
            keepWords(head.lines.last(), 0, text.word);
        return head;
    }

    void dropHead(Group& group, WordPlace text) const
    {
        group.lines.remove(0, text.line);
        keepWords(group.lines.first(), text.word, group.lines.first().words.size());
    }

    void keepWords(Line& line, qsizetype begin, qsizetype end) const
    {
        const PageText& page = m_context.pageOf(line);
        line.words = line.words.mid(begin, end - begin);
        line.x0 = page.words[line.words.first()].x0;
        line.x1 = page.words[line.words.last()].x1;
        readStyle(m_context, line);
    }

    const LineContext& m_context;
    QVector<Group>& m_groups;
};

} // namespace

void splitRunInHeads(const LineContext& context, QVector<Group>& groups)
{
    RunInSplitter(context, groups).run();
}

} // namespace sheaf::layout
