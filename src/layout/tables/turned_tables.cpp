// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/tables/turned_tables.h"

#include "layout/order/fragments.h"
#include "layout/tables/table_finder.h"

namespace sheaf::layout {

namespace {

constexpr int fewestWords = 12; ///< fewer are an axis' labels, or heads that run upwards

bool isTurnedText(const Word& word)
{
    return word.is(Word::Turned) && !word.is(Word::Furniture) && word.length > 0;
}

/** The writing direction of the turned words: as they are drawn one after the other, they go up (90) or down (270). */
int directionOf(const PageText& page)
{
    int up = 0, down = 0;
    const Word* last = nullptr;
    for (const Word& word : page.words) {
        if (!isTurnedText(word))
            continue;
        if (last && std::min(last->x1, word.x1) - std::max(last->x0, word.x0) > 0.5F * word.width())
            ++(word.bottom <= last->top ? up : down);
        last = &word;
    }
    return up >= down ? 90 : 270;
}

/** The page as it is read with the head on one side: the turned words stand upright, the others are left out. */
class SidewaysPage
{
public:
    explicit SidewaysPage(const PageText& page) : m_page(page)
    {
        m_side.text.number = page.number;
        m_side.text.size = page.size.transposed();
        m_side.text.turn = directionOf(page);
        m_side.text.text = page.text;
        for (const Word& word : page.words)
            m_side.text.words << turned(word);
        m_side.text.horizontals = turned(page.verticals, true);
        m_side.text.verticals = turned(page.horizontals, false);
        for (const QRectF& fill : page.fills)
            m_side.text.fills << turned(fill);
        for (const QRectF& shape : page.shapes)
            m_side.text.shapes << turned(shape);
        m_side.fragments = joinFragments(m_side.text);
    }

    const PageContent& content() const { return m_side; }

    /** The table with all boxes in the page's own frame. */
    Table onPage(Table table) const
    {
        table.box = m_side.text.toPage(table.box);
        for (GridCell& cell : table.cells) {
            for (Fragment& line : cell.lines) {
                const QRectF box = m_side.text.toPage(line.box());
                line.x0 = float(box.left());
                line.x1 = float(box.right());
                line.top = float(box.top());
                line.bottom = line.baseline = float(box.bottom());
            }
        }
        return table;
    }

private:
    bool runsUp() const { return m_side.text.turn == 90; }

    QRectF turned(const QRectF& box) const
    {
        return runsUp() ? QRectF(m_page.height() - box.bottom(), box.left(), box.height(), box.width())
                        : QRectF(box.top(), m_page.width() - box.right(), box.height(), box.width());
    }

    Word turned(Word word) const
    {
        if (!isTurnedText(word)) {
            word.flags |= Word::Furniture;
            return word;
        }
        const QRectF box = turned(QRectF(QPointF(word.x0, word.top), QPointF(word.x1, word.bottom)));
        word.x0 = float(box.left());
        word.x1 = float(box.right());
        word.top = float(box.top());
        word.bottom = float(box.bottom());
        word.baseline = word.bottom - 0.22F * word.size; // as words are measured
        word.flags &= ~Word::Turned;
        return word;
    }

    QVector<Stroke> turned(const QVector<Stroke>& rules, bool wereVertical) const
    {
        QVector<Stroke> out;
        for (const Stroke& rule : rules) {
            const QRectF box = turned(wereVertical ? QRectF(rule.at, rule.from, 0, rule.length())
                                                   : QRectF(rule.from, rule.at, rule.length(), 0));
            out << (wereVertical ? Stroke{float(box.left()), float(box.right()), float(box.top())}
                                 : Stroke{float(box.top()), float(box.bottom()), float(box.left())});
        }
        return out;
    }

    const PageText& m_page;
    PageContent m_side;
};

/** A table with heads that run upwards has upright words, too: it was not turned. */
bool isTurnedWhole(const PageText& page, const Table& table)
{
    qsizetype own = 0, upright = 0;
    for (const GridCell& cell : table.cells) {
        for (const Fragment& line : cell.lines)
            own += line.words.size();
    }
    for (const Word& word : page.words)
        upright +=
            !word.is(Word::Turned) && word.length > 0 && table.box.contains(QPointF(word.centre(), word.middle()));
    return own >= fewestWords && upright * 20 <= own;
}

} // namespace

QVector<Table> findTurnedTables(const PageContent& page, const DocumentStyle& style)
{
    if (std::ranges::count_if(page.text.words, isTurnedText) < fewestWords)
        return {};
    const SidewaysPage side(page.text);
    QVector<Table> tables;
    for (const Table& found : findTables(side.content(), style)) {
        const Table table = side.onPage(found);
        if (isTurnedWhole(page.text, table))
            tables << table;
    }
    return tables;
}

} // namespace sheaf::layout
