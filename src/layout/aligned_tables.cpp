// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/aligned_tables.h"

#include "layout/captions.h"
#include "layout/table_grid.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

constexpr float wideGap = 1.1F; ///< of the size
constexpr int fewestRows = 3;

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
        for (const FlowItem& item : std::as_const(m_items))
            m_looks << lookOf(item);
        for (qsizetype i = 0; i < m_items.size(); ++i) {
            if (m_looks[i].parts < 2)
                continue;
            const qsizetype end = endOfRun(i);
            qsizetype begin = i;
            if (isTable(begin, end)) {
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
        for (qsizetype i = begin + 1; i < m_items.size() && near(m_items[i - 1], m_items[i], 2.3F); ++i) {
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
        if (rich == 0 && listsPages(begin, end))
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

    bool replace(qsizetype begin, qsizetype end)
    {
        TableRegion region;
        for (qsizetype i = begin; i < end; ++i)
            region.box = united(region.box, m_items[i].line.box());
        region.box.adjust(-1, -1, 1, 1);
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
};

} // namespace

void findAlignedTables(const PageContent& page, const DocumentStyle& style, QVector<FlowItem>& items,
                       QVector<Table>& tables)
{
    AlignedTables(page, style, items, tables).run();
}

} // namespace sheaf::layout
