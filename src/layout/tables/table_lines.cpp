// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/tables/table_lines.h"

#include "layout/order/fragments.h"
#include "layout/tables/table.h"

namespace sheaf::layout {

namespace {

constexpr float cellGap = 0.6F; ///< of the size: wider gaps part cells

class LineReader
{
public:
    LineReader(const PageContent& page, const TableRegion& region, const DocumentStyle& style)
        : m_page(page), m_region(region), m_style(style)
    {}

    TableText read()
    {
        readLines();
        if (m_text.lines.size() >= 2) {
            markHeader();
            readTurnedHeads();
        }
        return std::move(m_text);
    }

private:
    void readLines()
    {
        QVector<Fragment> parts;
        for (const Fragment& fragment : m_page.fragments) {
            if (m_region.box.contains(QPointF((fragment.x0 + fragment.x1) / 2, fragment.middle())))
                split(fragment, parts);
        }
        addImages(parts);
        std::ranges::sort(parts, {}, &Fragment::baseline);
        QVector<TableLine>& lines = m_text.lines;
        for (const Fragment& part : std::as_const(parts)) {
            TableLine* line = nullptr;
            for (qsizetype i = lines.size() - 1; i >= 0 && i >= lines.size() - 2 && !line; --i) {
                if (std::abs(lines[i].baseline - part.baseline) < 0.35F * std::min(lines[i].size, part.size) ||
                    sharesLine(lines[i].parts.first(), part))
                    line = &lines[i];
            }
            if (!line) {
                lines << TableLine{{}, part.baseline, part.size, false, intervalOf(part.middle())};
                line = &lines.last();
            }
            line->parts << part;
        }
        for (TableLine& line : lines)
            std::ranges::sort(line.parts, {}, &Fragment::x0);
    }

    /** Heads that run upwards or aslant, to save width: above the first line of the body. */
    void readTurnedHeads()
    {
        const qsizetype body = m_text.headLines();
        if (!m_text.hasHead || body == m_text.lines.size())
            return;
        for (int i = 0; i < m_page.text.words.size(); ++i) {
            const Word& word = m_page.text.words[i];
            if (word.is(Word::Turned) && !word.is(Word::Furniture) && word.length > 0 &&
                word.bottom < m_text.lines[body].baseline && m_region.box.contains(QPointF(word.x0 + 1, word.middle())))
                m_text.turnedHeads << i;
        }
    }

    /** A picture may be a cell: it takes its place, without words. */
    void addImages(QVector<Fragment>& parts) const
    {
        QVector<QRectF> inside;
        for (const QRectF& image : m_page.text.images) {
            if (m_region.box.contains(image.center()) && image.height() > 2 * m_style.bodySize)
                inside << image;
        }
        if (inside.size() < 2)
            return;
        for (const QRectF& image : std::as_const(inside)) {
            Fragment part;
            part.x0 = float(image.left());
            part.x1 = float(image.right());
            part.top = float(image.top());
            part.bottom = part.baseline = float(image.bottom());
            part.size = m_style.bodySize;
            parts << part;
        }
    }

    /** At gaps that are wider than a space, and at vertical rules. */
    void split(const Fragment& fragment, QVector<Fragment>& parts) const
    {
        Fragment open;
        for (int index : fragment.words) {
            const Word& word = m_page.text.words[index];
            if (!open.words.isEmpty()) {
                const Word& last = m_page.text.words[open.words.last()];
                const bool ruled = std::ranges::any_of(m_region.verticals, [&](const Stroke& rule) {
                    return rule.at > last.x1 - 1.5F && rule.at < word.x0 + 1.5F && rule.from < word.bottom &&
                           rule.to > word.top;
                });
                if (word.x0 - last.x1 > cellGap * fragment.size || ruled) {
                    measure(m_page.text, open);
                    parts << open;
                    open = {};
                }
            }
            open.words << index;
        }
        if (!open.words.isEmpty()) {
            measure(m_page.text, open);
            parts << open;
        }
    }

    int intervalOf(float y) const
    {
        return int(std::ranges::count_if(m_region.rules,
                                         [&](const Stroke& rule) { return m_region.isFull(rule) && rule.at < y; }));
    }

    /** The lines above the first inner rule that has more lines below than above. */
    void markHeader()
    {
        QVector<TableLine>& lines = m_text.lines;
        const int first = lines.first().interval;
        qsizetype count = 0;
        while (count < lines.size() && lines[count].interval == first)
            ++count;
        if (count == lines.size() || count > 6 || count > lines.size() - count + 2) {
            count = levelsAboveNumbers();
            if (count == 0) {
                lines.first().header = lines.size() >= 4 && hasOwnFont(lines.first());
                return;
            }
        }
        for (qsizetype i = 0; i < count; ++i)
            lines[i].header = true;
        m_text.hasHead = true;
    }

    static bool hasDigitsOnly(const QString& text)
    {
        return std::ranges::any_of(text, [](QChar c) { return c.isDigit(); }) && !hasLetters(text);
    }
    qsizetype numbersIn(const TableLine& line) const
    {
        return std::ranges::count_if(
            line.parts, [&](const Fragment& part) { return hasDigitsOnly(plainText(m_page.text, part.words)); });
    }

    /** Lines of labels over lines of numbers, of which the upper ones have fewer: a head of levels without a rule. */
    qsizetype levelsAboveNumbers() const
    {
        constexpr qsizetype mostLevels = 5;
        const QVector<TableLine>& lines = m_text.lines;
        qsizetype count = 0, widest = 0;
        while (count < lines.size() && numbersIn(lines[count]) == 0)
            widest = std::max(widest, lines[count++].parts.size());
        if (count < 2 || count > mostLevels || lines.size() < count + 2 || lines[count - 1].parts.size() < widest ||
            widest < 4)
            return 0;
        bool poorer = false;
        for (qsizetype i = 0; i + 1 < count; ++i)
            poorer = poorer || (lines[i].parts.size() >= 2 && lines[i].parts.size() * 3 < 2 * widest);
        const bool overNumbers = std::all_of(lines.begin() + count, lines.end(), [&](const TableLine& line) {
            return line.parts.size() == 1 || numbersIn(line) * 2 >= line.parts.size();
        });
        return (poorer || standCloser(count)) && overNumbers ? count : 0;
    }

    /** The first lines are nearer to each other than all others: one row of several lines. */
    bool standCloser(qsizetype count) const
    {
        const QVector<TableLine>& lines = m_text.lines;
        float head = 0, body = 1e9F;
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const float step = lines[i].baseline - lines[i - 1].baseline;
            if (i < count)
                head = std::max(head, step);
            else
                body = std::min(body, step);
        }
        return head < 0.9F * body;
    }

    /** A first line in a face that hardly any later line has. */
    bool hasOwnFont(const TableLine& first) const
    {
        const quint16 font = first.parts.first().font;
        if (std::ranges::any_of(first.parts, [&](const Fragment& part) { return part.font != font; }))
            return false;
        int shared = 0;
        for (const TableLine& line : m_text.lines)
            shared += &line != &first &&
                      std::ranges::any_of(line.parts, [&](const Fragment& part) { return part.font == font; });
        return shared * 4 < m_text.lines.size();
    }

    const PageContent& m_page;
    const TableRegion& m_region;
    const DocumentStyle& m_style;
    TableText m_text;
};

} // namespace

qsizetype TableText::headLines() const
{
    return std::ranges::find_if(lines, [](const TableLine& line) { return !line.header; }) - lines.begin();
}

TableText readTableText(const PageContent& page, const TableRegion& region, const DocumentStyle& style)
{
    return LineReader(page, region, style).read();
}

} // namespace sheaf::layout
