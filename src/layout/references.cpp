// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/references.h"

#include "layout/classify.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

bool namesReferences(const QString& text)
{
    static const QRegularExpression name(
        u"^(references|bibliography|literature cited|works cited|references and notes|literatur|literaturverzeichnis|reference list|cited literature)[.:]?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return name.match(text.mid(sectionNumber(text).size()).trimmed()).hasMatch();
}

bool hasLabel(const QString& text)
{
    static const QRegularExpression label(u"^(\\[[^\\]\\s]{1,12}\\]|\\(\\d{1,3}\\)|\\d{1,3}\\.?\\s)"_s);
    return label.match(text).hasMatch();
}

class ReferenceSplitter
{
public:
    ReferenceSplitter(const LineContext& context, QVector<Group>& groups) : m_context(context), m_groups(groups) {}

    void run()
    {
        for (qsizetype i = 0; i < m_groups.size(); ++i) {
            if (m_groups[i].kind == BlockKind::Heading && namesReferences(m_context.text(m_groups[i]).trimmed()))
                i = splitSection(i);
        }
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
        QVector<Line> lines;
        QVector<float> gaps; // above each line, within its group 0
        while (end < m_groups.size() && !endsSection(head, m_groups[end])) {
            if (isEntryText(m_groups[end])) {
                for (qsizetype i = 0; i < m_groups[end].lines.size(); ++i) {
                    lines << m_groups[end].lines[i];
                    gaps << (i == 0 ? m_groups[end].gapAbove : 0);
                }
            }
            ++end;
        }
        if (lines.isEmpty())
            return heading;
        QVector<Group> section;
        for (const Group& entry : entries(lines, gaps))
            section << entry;
        for (qsizetype i = heading + 1; i < end; ++i) {
            if (!isEntryText(m_groups[i]))
                section << m_groups[i];
        }
        m_groups.remove(heading + 1, end - heading - 1);
        for (qsizetype i = 0; i < section.size(); ++i)
            m_groups.insert(heading + 1 + i, section[i]);
        return heading + section.size();
    }

    QVector<Group> entries(const QVector<Line>& lines, const QVector<float>& gaps) const
    {
        qsizetype labelled = 0, outdented = 0, indented = 0;
        for (const Line& line : lines) {
            labelled += hasLabel(m_context.text(line)) && isAtEdge(line);
            outdented += isAtEdge(line);
            indented += !isAtEdge(line);
        }
        const bool byLabel = labelled * 8 >= lines.size() && labelled > 1;
        const bool byIndent = indented * 4 >= lines.size() && outdented * 6 >= lines.size();
        QVector<Group> found;
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const bool starts =
                found.isEmpty() || (byLabel    ? hasLabel(m_context.text(lines[i])) && isAtEdge(lines[i])
                                    : byIndent ? isAtEdge(lines[i])
                                               : gaps[i] > 0 && startsEntry(lines[i], lines[i - 1], gaps[i]));
            if (starts) {
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
