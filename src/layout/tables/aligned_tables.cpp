// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/tables/aligned_tables.h"

#include "layout/figures/captions.h"
#include "layout/tables/rules.h"
#include "layout/tables/table_grid.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

constexpr float wideGap = 1.1F; ///< of the size
constexpr int fewestRows = 3;
constexpr float outside = 30; ///< points by which a table's rules may be longer than its text

struct RowLook
{
    int parts = 1;
    int numbers = 0;
    bool leaders = false; ///< dots that lead to a page number
    bool equation = false;
};

bool isNumber(const QString& text)
{
    static const QRegularExpression number(u"^[^\\p{L}]{0,4}\\d[\\d.,\\s%±×·*†‡()\\[\\]–−+-]*$"_s,
                                           QRegularExpression::UseUnicodePropertiesOption);
    return number.match(text).hasMatch();
}

class AlignedTables
{
public:
    AlignedTables(const PageContent& page, const DocumentStyle& style, QVector<FlowItem>& items, QVector<Table>& tables)
        : m_page(page), m_style(style), m_items(items), m_tables(tables)
    {}

    void run()
    {
        m_rules = wholeRules(m_page.text.horizontals);
        for (const FlowItem& item : std::as_const(m_items))
            m_looks << lookOf(item);
        for (qsizetype i = 0; i < m_items.size(); ++i) {
            if (m_looks[i].parts < 2)
                continue;
            const qsizetype end = endOfRun(i);
            qsizetype begin = i;
            if (isTable(begin, end)) {
                begin = withRuledHead(begin, end);
                if (!m_headRule)
                    begin = withHeader(begin);
                if (replace(begin, end)) {
                    i = begin;
                    continue;
                }
            }
            i = std::max(i, end - 1);
        }
    }

private:
    static bool isLine(const FlowItem& item) { return item.table < 0 && item.figure < 0; }

    RowLook lookOf(const FlowItem& item) const
    {
        RowLook look;
        if (!isLine(item) || item.margin)
            return look;
        QVector<int> part;
        const auto close = [&] {
            const QString text = plainText(m_page.text, part);
            static const QRegularExpression equationNumber(u"^\\(\\d+[.\\d]*[a-z]?\\)$"_s);
            look.numbers += isNumber(text);
            look.leaders = look.leaders || text.contains(". . ."_L1) || text.contains("...."_L1);
            look.equation = equationNumber.match(text).hasMatch();
            part.clear();
        };
        const Word* last = nullptr;
        for (int index : item.line.words) {
            const Word& word = m_page.text.words[index];
            if (last && word.x0 - last->x1 > wideGap * item.line.size) {
                ++look.parts;
                close();
            }
            part << index;
            last = &word;
        }
        close();
        if (look.equation && look.parts == 2)
            look.parts = 1;
        return look;
    }

    bool near(const FlowItem& above, const FlowItem& below, float lines) const
    {
        return isLine(below) && above.column == below.column &&
               below.line.baseline - above.line.baseline < lines * std::max(m_style.leading, 1.2F * below.line.size);
    }

    /** Rows that stand close; single parts between them may be cells that go on or group labels. */
    qsizetype endOfRun(qsizetype begin) const
    {
        qsizetype end = begin + 1;
        int single = 0;
        for (qsizetype i = begin + 1; i < m_items.size(); ++i) {
            if (!near(m_items[i - 1], m_items[i], 2.3F) && !goesOnAligned(end - 1, i))
                break;
            const bool row = m_looks[i].parts >= 2;
            single = row ? 0 : single + 1;
            const bool prose = !row && m_items[i].line.words.size() > 9;
            if (single > 2 || prose)
                break;
            if (row)
                end = i + 1;
        }
        return end;
    }

    QVector<std::pair<float, float>> partsOf(const Line& line) const
    {
        QVector<std::pair<float, float>> parts;
        for (int index : line.words) {
            const Word& word = m_page.text.words[index];
            if (!parts.isEmpty() && word.x0 - parts.last().second <= wideGap * line.size)
                parts.last().second = word.x1;
            else
                parts.emplaceBack(word.x0, word.x1);
        }
        return parts;
    }

    /** A row further below, after a label at most, whose parts stand under those of the last row. */
    bool goesOnAligned(qsizetype last, qsizetype i) const
    {
        qsizetype next = i;
        while (next < i + 2 && next < m_items.size() && m_looks[next].parts < 2)
            ++next;
        if (next >= m_items.size() || m_looks[next].parts < 4 || !near(m_items[i - 1], m_items[i], 5) ||
            (next > i && !near(m_items[next - 1], m_items[next], 2.3F)))
            return false;
        const auto above = partsOf(m_items[last].line), below = partsOf(m_items[next].line);
        const auto aligned = std::ranges::count_if(below, [&](const auto& part) {
            return std::ranges::any_of(above, [&](const auto& other) {
                return std::abs(part.first - other.first) < 2 || std::abs(part.second - other.second) < 2 ||
                       std::abs(part.first + part.second - other.first - other.second) < 3;
            });
        });
        return aligned >= 4 && aligned * 5 >= 4 * below.size();
    }

    bool isTable(qsizetype begin, qsizetype end) const
    {
        int rows = 0, rich = 0, parts = 0, numbers = 0, leaders = 0;
        for (qsizetype i = begin; i < end; ++i) {
            rows += m_looks[i].parts >= 2;
            rich += m_looks[i].parts >= 3;
            parts += m_looks[i].parts;
            numbers += m_looks[i].numbers;
            leaders += m_looks[i].leaders;
        }
        if (rows < fewestRows || leaders * 3 > rows)
            return false;
        const bool captioned = captionNear(begin, end);
        if ((rich == 0 && listsPages(begin, end)) || (rich * 2 < rows && listsEntries(begin, end)))
            return false;
        if (rich < 2 && !(captioned && rows >= 3))
            return numbers >= 4 && numbers * 5 >= rows * 4 && rows >= 4;
        return captioned || numbers * 10 >= parts * 3;
    }

    /** Entries with numbers that never fall are a list of contents. */
    bool listsPages(qsizetype begin, qsizetype end) const
    {
        int last = -1;
        for (qsizetype i = begin; i < end; ++i) {
            const Line& line = m_items[i].line;
            if (m_looks[i].parts < 2)
                continue;
            bool number = false;
            const int page = m_page.text.textOf(m_page.text.words[line.words.last()]).toInt(&number);
            if (!number || page < last)
                return false;
            last = page;
        }
        return true;
    }

    /** Labels that count up with text behind them are a numbered list, such as a bibliography. */
    bool listsEntries(qsizetype begin, qsizetype end) const
    {
        static const QRegularExpression label(u"^[\\[(]?(\\d{1,3})[\\]).]{0,2}$"_s);
        int labels = 0, others = 0, last = 0;
        qsizetype words = 0;
        for (qsizetype i = begin; i < end; ++i) {
            const Line& line = m_items[i].line;
            const auto match = label.match(m_page.text.textOf(m_page.text.words[line.words.first()]).toString());
            if (!match.hasMatch())
                continue;
            const int number = match.captured(1).toInt();
            if (labels > 0 && number != last + 1) {
                ++others;
                continue;
            }
            last = number;
            ++labels;
            words += line.words.size() - 1;
        }
        return labels >= 2 && others * 2 < labels && words >= 4 * labels;
    }

    bool captionNear(qsizetype begin, qsizetype end) const
    {
        for (qsizetype i = std::max<qsizetype>(0, begin - 6); i < std::min(m_items.size(), end + 4); ++i) {
            if (isLine(m_items[i]) && beginsCaption(plainText(m_page.text, m_items[i].line.words)) == CaptionOf::Table)
                return true;
        }
        return false;
    }

    /** Short lines right above that are no caption and no running text head the columns. */
    qsizetype withHeader(qsizetype begin) const
    {
        qsizetype first = begin;
        while (first > 0 && isLine(m_items[first - 1]) && near(m_items[first - 1], m_items[first], 1.7F)) {
            const Line& line = m_items[first - 1].line;
            const QString text = plainText(m_page.text, line.words);
            const bool label = line.width() < 0.45F * (line.right - line.left) && line.x0 > line.left + 3 * line.size;
            if (!label || beginsCaption(text) != CaptionOf::Nothing || begin - first > 3)
                break;
            --first;
        }
        return first;
    }

    /** The topmost two rules near the first rows with text between them, the upper one as wide as the rows. */
    std::optional<std::pair<Stroke, Stroke>> rulesOfHead(const QRectF& rows) const
    {
        QVector<Stroke> rules = m_rules; // from top to bottom
        rules.removeIf([&](const Stroke& rule) {
            return rule.from < rows.left() - outside || rule.to > rows.right() + outside ||
                   rule.length() < 0.5 * rows.width() || rule.at > rows.top() + 3.2F * m_style.leading;
        });
        for (qsizetype i = 1; i < rules.size(); ++i) {
            const float height = rules[i].at - rules[i - 1].at;
            if (rules[i].at > rows.top() - 3.5F * m_style.leading && height > 0.7F * m_style.bodySize &&
                height < 9 * m_style.leading && rules[i - 1].length() > 0.8 * rows.width())
                return std::pair(rules[i - 1], rules[i]);
        }
        return std::nullopt;
    }

    /** What stands between two rules above the rows heads them, though no rule closes the table. */
    qsizetype withRuledHead(qsizetype begin, qsizetype end)
    {
        m_headRule.reset();
        QRectF rows;
        for (qsizetype i = begin; i < end; ++i)
            rows = united(rows, m_items[i].line.box());
        const auto rules = rulesOfHead(rows);
        if (!rules)
            return begin;
        m_headRule = rules->second;
        qsizetype first = begin;
        while (first > 0 && isLine(m_items[first - 1]) && m_items[first - 1].column == m_items[begin].column &&
               m_items[first - 1].line.middle() > rules->first.at)
            --first;
        return first;
    }

    bool replace(qsizetype begin, qsizetype end)
    {
        TableRegion region;
        for (qsizetype i = begin; i < end; ++i)
            region.box = united(region.box, m_items[i].line.box());
        region.box.adjust(-1, -1, 1, 1);
        if (m_headRule)
            region.rules << Stroke{float(region.box.left()), float(region.box.right()), m_headRule->at};
        // Marks drawn as rules under totals belong to it; they part no rows.
        std::optional<Table> table = buildTable(m_page, region, m_style);
        if (!table || table->cells.size() * 2 < qsizetype(table->rows) * table->columns)
            return false;
        FlowItem item;
        item.table = int(m_tables.size());
        item.column = m_items[begin].column;
        item.box = region.box;
        m_tables << *table;
        m_items.remove(begin, end - begin);
        m_items.insert(begin, item);
        m_looks.remove(begin, end - begin);
        m_looks.insert(begin, RowLook{});
        return true;
    }

    const PageContent& m_page;
    const DocumentStyle& m_style;
    QVector<FlowItem>& m_items;
    QVector<Table>& m_tables;
    QVector<RowLook> m_looks;
    QVector<Stroke> m_rules;
    std::optional<Stroke> m_headRule; ///< under the head of the table that is being looked at
};

} // namespace

void findAlignedTables(const PageContent& page, const DocumentStyle& style, QVector<FlowItem>& items,
                       QVector<Table>& tables)
{
    AlignedTables(page, style, items, tables).run();
}

} // namespace sheaf::layout
