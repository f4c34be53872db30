// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/references/references.h"

#include "layout/blocks/classify.h"
#include "layout/references/citation.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

bool namesReferences(const QString& text)
{
    static const QRegularExpression name(
        u"^((?:cited |selected )?references?(?: cited| list| and notes)?|notes and references|(?:selected "
        u")?bibliography|"
        "(?:literature|works) cited|cited literature|literatur(?:verzeichnis)?|quellen(?:verzeichnis)?|références"
        "(?: bibliographiques)?|bibliographie|referencias(?: bibliográficas)?|bibliografía|referências"
        "(?: bibliográficas)?|bibliografia|riferimenti(?: bibliografici)?|литература|список литературы|参考文献)[.:]?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return name.match(text.mid(sectionNumber(text).size()).trimmed()).hasMatch();
}

/** An entry's label at a line's begin. */
struct EntryLabel
{
    bool found = false;
    int number = 0; ///< 0 for labels like "[Bak+20]"
};

EntryLabel labelOf(const QString& text)
{
    static const QRegularExpression label(
        u"^(?:\\[(\\d{1,3})\\]|\\[[^\\]\\s]{1,12}\\]|\\[[^\\]]{2,60}\\d{4}[a-z]?\\]|\\((\\d{1,3})\\)|(\\d{1,3})(?:\\.?\\s|(?=\\p{Lu})))"_s);
    const auto match = label.match(text);
    const QString number = match.captured(1) + match.captured(2) + match.captured(3);
    return {match.hasMatch(), number.toInt()};
}

/** The text reads as a reference: people, a year and a place where it appeared. */
bool citesWork(const QString& text)
{
    if (text.size() > 900 || text.size() < 40)
        return false;
    const QVector<CslItem> items = readCitation({StyledText(text), {}});
    return items.size() == 1 && !items[0].author.isEmpty() && items[0].author[0].literal.isEmpty() &&
           items[0].year > 0 && !items[0].title.isEmpty() &&
           (!items[0].doi.isEmpty() || (!items[0].container.isEmpty() && !items[0].volume.isEmpty()));
}

/** The text behind a label begins with people and has a year: styles that leave titles out print little more. */
bool namesPeopleAndYear(const QString& text)
{
    static const QRegularExpression label(u"^\\W*\\d{1,3}\\W*"_s);
    const qsizetype from = label.match(text).capturedLength();
    const QVector<CslItem> items = readCitation({StyledText(text.mid(from, 600)), {}});
    return !items.isEmpty() && !items[0].author.isEmpty() && items[0].author[0].literal.isEmpty() && items[0].year > 0;
}

class ReferenceSplitter
{
public:
    ReferenceSplitter(const LineContext& context, QVector<Group>& groups) : m_context(context), m_groups(groups) {}

    void run()
    {
        bool found = false;
        for (qsizetype i = 0; i < m_groups.size(); ++i) {
            if (m_groups[i].kind == BlockKind::Heading && namesReferences(m_context.text(m_groups[i]).trimmed())) {
                i = splitSection(i);
                found = true;
            }
        }
        if (!found)
            markUnheaded();
    }

private:
    static bool isEntryText(const Group& group)
    {
        return group.isText() && !group.margin &&
               (group.kind == BlockKind::Paragraph || group.kind == BlockKind::ListItem ||
                group.kind == BlockKind::Heading || group.kind == BlockKind::Footnote ||
                group.kind == BlockKind::Abstract || group.kind == BlockKind::Formula);
    }

    bool endsSection(const Group& heading, const Group& group) const
    {
        if (group.kind != BlockKind::Heading)
            return false;
        const bool sameLook = std::abs(group.first().size - heading.first().size) < 0.6F &&
                              group.first().bold == heading.first().bold && group.first().font == heading.first().font;
        return sameLook || group.first().size > heading.first().size;
    }

    qsizetype splitSection(qsizetype heading)
    {
        const Group head = m_groups[heading];
        qsizetype end = heading + 1;
        while (end < m_groups.size() && !endsSection(head, m_groups[end]))
            ++end;
        return splitRange(heading + 1, end) - 1;
    }

    /** The groups' text becomes entries, with what is no text behind them; the end of the new groups. */
    qsizetype splitRange(qsizetype begin, qsizetype end)
    {
        QVector<Line> lines;
        QVector<float> gaps; // above each line, within its group 0
        QVector<Group> others;
        for (const Group& group : std::as_const(m_groups).mid(begin, end - begin)) {
            if (!isEntryText(group))
                others << group;
            else
                for (qsizetype i = 0; i < group.lines.size(); ++i) {
                    lines << group.lines[i];
                    gaps << (i == 0 ? group.gapAbove : 0);
                }
        }
        if (lines.isEmpty())
            return begin;
        const QVector<Group> section = entries(lines, gaps) + others;
        m_groups = m_groups.mid(0, begin) + section + m_groups.mid(end);
        return begin + section.size();
    }

    /** A bibliography whose heading is missing: the text ends with groups that cite works, or that are labelled. */
    void markUnheaded()
    {
        if (const qsizetype first = firstLabelled(); first >= 0) {
            splitRange(first, labelledEnd(first));
            return;
        }
        qsizetype begin = m_groups.size();
        int cited = 0, others = 0;
        for (qsizetype i = m_groups.size() - 1; i >= 0; --i) {
            if (!isEntryText(m_groups[i]) || m_groups[i].kind == BlockKind::Heading) {
                if (m_groups[i].kind == BlockKind::Heading)
                    break;
                continue;
            }
            const bool cites = citesWork(m_context.text(m_groups[i]));
            others += !cites;
            if (others > cited + 1)
                break;
            if (cites) {
                ++cited;
                begin = i;
            }
        }
        if (cited >= 3)
            splitRange(begin, m_groups.size());
    }

    qsizetype labelledEnd(qsizetype first) const
    {
        qsizetype end = first;
        while (end < m_groups.size() && m_groups[end].kind != BlockKind::Heading)
            ++end;
        return end;
    }

    /** The last group labelled 1 behind which the labels count up, most of them on works; -1 where there is none. */
    qsizetype firstLabelled() const
    {
        for (qsizetype begin = m_groups.size() - 1; begin >= 0; --begin) {
            if (!isEntryText(m_groups[begin]) || labelOf(m_context.text(m_groups[begin].first())).number != 1)
                continue;
            int last = 0, citing = 0;
            for (qsizetype i = begin; i < labelledEnd(begin); ++i) {
                if (!isEntryText(m_groups[i]) || labelOf(m_context.text(m_groups[i].first())).number != last + 1)
                    continue;
                ++last;
                citing += namesPeopleAndYear(m_context.text(m_groups[i]));
            }
            if (last >= 4 && citing * 2 > last)
                return begin;
        }
        return -1;
    }

    QVector<Group> entries(const QVector<Line>& lines, const QVector<float>& gaps) const
    {
        qsizetype labelled = 0, outdented = 0, indented = 0;
        for (const Line& line : lines) {
            labelled += labelOf(m_context.text(line)).found && isAtEdge(line);
            outdented += isAtEdge(line);
            indented += !isAtEdge(line);
        }
        const bool byLabel = labelled * 8 >= lines.size() && labelled > 1;
        const bool byIndent = indented * 4 >= lines.size() && outdented * 6 >= lines.size();
        QVector<Group> found;
        int number = 0;
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const bool starts =
                found.isEmpty() || (byLabel    ? startsLabelled(lines[i], number)
                                    : byIndent ? isAtEdge(lines[i])
                                               : gaps[i] > 0 && startsEntry(lines[i], lines[i - 1], gaps[i]));
            if (starts) {
                number = labelOf(m_context.text(lines[i])).number;
                Group group;
                group.kind = BlockKind::Reference;
                group.page = lines[i].page;
                group.column = lines[i].column;
                found << group;
            }
            found.last().lines << lines[i];
        }
        return found;
    }

    /** Numbers count up; they may be set flush right, so that short ones stand off the edge. */
    bool startsLabelled(const Line& line, int last) const
    {
        const EntryLabel label = labelOf(m_context.text(line));
        if (!label.found || label.number == 0 || last == 0)
            return label.found && isAtEdge(line);
        return label.number == last + 1 || (isAtEdge(line) && label.number > last && label.number < last + 6);
    }

    static bool isAtEdge(const Line& line) { return line.x0 < line.left + 0.55F * line.size; }

    /** Without label or indent: white above, or a new column whose first line does not go on with the last sentence. */
    bool startsEntry(const Line& line, const Line& previous, float gap) const
    {
        if (gap < 900)
            return true;
        return m_context.text(previous).trimmed().endsWith(u'.') && m_context.text(line).at(0).isUpper();
    }

    const LineContext& m_context;
    QVector<Group>& m_groups;
};

} // namespace

void splitReferences(const LineContext& context, QVector<Group>& groups)
{
    ReferenceSplitter(context, groups).run();
}

} // namespace sheaf::layout
