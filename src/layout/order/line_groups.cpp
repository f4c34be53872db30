// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/order/line_groups.h"

#include "layout/blocks/classify.h"
#include "layout/blocks/list_marker.h"

#include <map>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

class Grouper
{
public:
    Grouper(const LineContext& context, const QVector<FlowItem>& items) : m_context(context), m_items(items) {}

    QVector<Group> run()
    {
        for (qsizetype i = 0; i < m_items.size(); ++i) {
            const FlowItem& item = m_items[i];
            m_at = i;
            if (item.table >= 0 || item.figure >= 0)
                addObstacle(item);
            else
                addLine(item);
        }
        return std::move(m_groups);
    }

private:
    void addObstacle(const FlowItem& item)
    {
        Group group;
        group.table = item.table;
        group.figure = item.figure;
        group.kind = item.table >= 0 ? BlockKind::Table : BlockKind::Figure;
        group.column = item.column;
        group.margin = item.margin;
        group.box = item.box;
        m_groups << group;
    }

    void addLine(const FlowItem& item)
    {
        Line line = item.line;
        readStyle(m_context, line);
        const bool sameColumn = !m_groups.isEmpty() && m_groups.last().isText() &&
                                m_groups.last().column == item.column && m_groups.last().page == line.page;
        float gap = 1000;
        if (sameColumn) {
            Group& open = m_groups.last();
            gap = line.baseline - open.last().baseline;
            if (!startsGroup(open, line)) {
                open.lines << line;
                return;
            }
            open.gapBelow = gap;
        }
        Group group;
        group.lines << line;
        group.page = line.page;
        group.column = item.column;
        group.margin = item.margin;
        group.gapAbove = gap;
        m_groups << group;
    }

    float expectedStep(const Group& group, const Line& line) const
    {
        const DocumentStyle& style = m_context.style;
        const float usual = style.leading * std::max(line.size, group.last().size) / style.bodySize;
        if (group.lines.size() < 2)
            return usual;
        const float own = (group.last().baseline - group.first().baseline) / float(group.lines.size() - 1);
        return std::max(own, 0.8F * usual);
    }

    bool startsGroup(const Group& group, const Line& line) const
    {
        const Line& previous = group.last();
        const float step = line.baseline - previous.baseline;
        const float em = line.size;
        // Recognised text has no true sizes.
        const float tolerance = m_context.pageOf(line).invisible ? 0.35F : 0.07F;
        if (std::abs(line.size - previous.size) > tolerance * std::max(line.size, previous.size) + 0.1F)
            return true;
        if (step > 1.22F * expectedStep(group, line) + 0.3F &&
            step > expectedStep(group, line) + extraHeight(line, previous))
            return true;
        if (step < 0.3F * em)
            return false;
        if ((line.bold != previous.bold && !boldRunsOn(previous, line)) || line.monospace != previous.monospace)
            return true;
        if (line.italic != previous.italic && previous.x1 < previous.right - 2 * em)
            return true;
        if (isDisplay(line) && isNumbered(line) && isNumbered(group.first()))
            return true; // a heading right below another one
        if (listMarker(m_context, line) && !isInsideSentence(group, line))
            return true;
        if (goesOnAsHeading(group, line))
            return false;
        if (line.monospace)
            return false;
        return indentStartsGroup(group, line) || (!isDisplay(line) && endsEarly(previous, line));
    }

    bool isNumbered(const Line& line) const { return !sectionNumber(m_context.text(line)).isEmpty(); }

    /** The second line of a heading: under the first one's words behind its number, or centred as it is. */
    bool goesOnAsHeading(const Group& group, const Line& line) const
    {
        const Line& first = group.first();
        const float em = line.size;
        if (group.lines.size() > 2 || line.font != first.font)
            return false;
        const PageText& page = m_context.pageOf(first);
        const bool numbered = isNumbered(first) && first.words.size() > 1;
        if (numbered && std::abs(page.words[first.words[1]].x0 - line.x0) < 0.4F * em && line.x0 - first.x0 > 0.7F * em)
            return true;
        const bool headLike = numbered || first.font != m_context.style.bodyFont;
        const float shift = line.x0 - group.last().x0;
        return headLike && std::abs(shift) > 0.7F * em && isCentred(group.last(), 0.2F) && isCentred(line, 0.2F);
    }

    /** `least` white at its sides, in its size. */
    static bool isCentred(const Line& line, float least)
    {
        const float left = line.x0 - line.left, right = line.right - line.x1;
        return left > least * line.size && std::abs(left - right) < 0.8F * line.size;
    }

    /** A bold beginning of a paragraph that fills its first line. */
    bool boldRunsOn(const Line& previous, const Line& line) const
    {
        const PageText& page = m_context.pageOf(line);
        const Word& first = page.words[line.words.first()];
        return previous.bold && previous.x1 > previous.right - 2.5F * line.size && m_context.fonts[first.font].bold &&
               std::abs(line.size - previous.size) < 0.3F;
    }

    /** Lines with tall formulas or scripts stand further apart. */
    float extraHeight(const Line& line, const Line& previous) const
    {
        float above = 0, below = 0;
        const PageText& page = m_context.pageOf(line);
        for (int word : line.words)
            above = std::max(above, line.top - page.words[word].top);
        for (int word : previous.words)
            below = std::max(below, page.words[word].bottom - previous.bottom);
        return 0.3F + above + below;
    }

    /** "…see Section\n2. We" or a hyphen at a line's start: a mark inside running text stands at the text's own edge.
     */
    bool isInsideSentence(const Group& group, const Line& line) const
    {
        const Line& previous = group.last();
        const std::optional<ListMarker> marker = listMarker(m_context, line);
        if (!marker || listMarker(m_context, group.first()))
            return false;
        const QString above = m_context.text(previous);
        const bool sentenceEnds = above.endsWith(u'.') || above.endsWith(u':') || above.endsWith(u';') ||
                                  above.endsWith(u',') || above.endsWith("and"_L1) || above.endsWith("or"_L1);
        const bool full = previous.x1 > previous.right - 2 * line.size;
        return std::abs(line.x0 - previous.x0) < 0.3F * line.size && (full || !sentenceEnds) &&
               (!sentenceEnds || !marker->bullet) && full;
    }

    bool indentStartsGroup(const Group& group, const Line& line) const
    {
        const Line& previous = group.last();
        const float shift = line.x0 - previous.x0;
        const float em = line.size;
        if (std::abs(shift) < 0.7F * em)
            return false;
        if (isDisplay(line) && isDisplay(previous)) // centred lines
            return false;
        if (shift > 0) {
            if (group.lines.size() > 1)
                return true;
            if (const std::optional<ListMarker> marker = listMarker(m_context, previous)) {
                const PageText& page = m_context.pageOf(previous);
                if (marker->words < previous.words.size())
                    return std::abs(page.words[previous.words[marker->words]].x0 - line.x0) > 1.5F * em;
            }
            return previous.x1 < previous.right - 2.5F * em || shift > 5 * em;
        }
        return group.lines.size() > 1 || shift < -6 * em;
    }

    /** Larger than running text or centred: line ends there are the typesetter's choice. */
    bool isDisplay(const Line& line) const
    {
        return line.size > 1.12F * m_context.style.bodySize || line.bold || isCentred(line, 1.5F);
    }

    bool endsEarly(const Line& previous, const Line& line) const
    {
        const PageText& page = m_context.pageOf(line);
        float firstWord = page.words[line.words.first()].x1;
        for (qsizetype i = 1;
             i < line.words.size() && isGlued(page.words[line.words[i - 1]], page.words[line.words[i]]); ++i)
            firstWord = page.words[line.words[i]].x1;
        const float needed = firstWord - line.x0 + 0.6F * line.size;
        return rightEdge(previous) - previous.x1 > needed + 0.6F * line.size;
    }

    /** Where lines near this one and with its indent end: a quotation or list is narrower than its column. */
    float rightEdge(const Line& line) const
    {
        constexpr qsizetype reach = 6;
        float right = 0;
        int peers = 0;
        for (qsizetype i = std::max<qsizetype>(0, m_at - reach); i < std::min(m_items.size(), m_at + reach); ++i) {
            const FlowItem& item = m_items[i];
            const bool peer = item.table < 0 && item.figure < 0 && item.column == line.column &&
                              std::abs(item.line.x0 - line.x0) < 1.5F && std::abs(item.line.size - line.size) < 0.5F;
            if (peer) {
                ++peers;
                right = std::max(right, item.line.x1);
            }
        }
        return peers >= 3 ? std::min(right, line.right) : line.right;
    }

    const LineContext& m_context;
    const QVector<FlowItem>& m_items;
    QVector<Group> m_groups;
    qsizetype m_at = 0;
};

} // namespace

QString LineContext::text(const Group& group) const
{
    QString all;
    for (const Line& line : group.lines) {
        if (!all.isEmpty())
            all += u' ';
        all += text(line);
    }
    return all;
}

void readStyle(const LineContext& context, Line& line)
{
    const PageText& page = context.pageOf(line);
    int letters = 0, bold = 0, italic = 0, monospace = 0;
    std::map<quint16, int> lettersOf;
    for (int index : line.words) {
        const Word& word = page.words[index];
        if (word.size < 0.85F * line.size) // marks in another weight
            continue;
        const Font& font = context.fonts[word.font];
        letters += word.length;
        lettersOf[word.font] += word.length;
        bold += font.bold ? word.length : 0;
        italic += font.italic ? word.length : 0;
        monospace += font.monospace ? word.length : 0;
    }
    if (!lettersOf.empty())
        line.font = std::ranges::max_element(lettersOf, {}, [](const auto& entry) { return entry.second; })->first;
    // A bold beginning that leaves one plain word at the line's end is no bold line.
    const bool endsBold = context.fonts[page.words[line.words.last()].font].bold ||
                          page.words[line.words.last()].size < 0.85F * line.size;
    line.bold = endsBold && letters > 0 && bold * 10 >= letters * 9;
    line.italic = letters > 0 && italic * 10 >= letters * 9;
    line.monospace = letters > 0 && monospace * 10 >= letters * 9;
}

QVector<Group> groupLines(const LineContext& context, const QVector<FlowItem>& items)
{
    return Grouper(context, items).run();
}

} // namespace sheaf::layout
