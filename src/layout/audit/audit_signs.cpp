// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/audit/audit_signs.h"

#include <QHash>
#include <QMap>
#include <QSet>

namespace sheaf::layout {

namespace {

class Spelling
{
public:
    explicit Spelling(const PageWords& page)
    {
        for (const PageWord& word : page.words) {
            qsizetype begin = 0;
            for (qsizetype i = 0; i <= word.text.size(); ++i) {
                if (i < word.text.size() && word.text[i].isLetter())
                    continue;
                count(QStringView(word.text).mid(begin, i - begin));
                begin = i + 1;
            }
        }
    }

    bool isGarbled() const
    {
        // On real pages, of many languages and typesetters, at least 75 % and 65 %; on garbled ones at most 50 % and 40
        // %.
        return (m_letters >= 40 && m_lettersInWords < 0.6 * m_letters) ||
               (m_latinLetters >= 100 && m_commonLetters < 0.52 * m_latinLetters);
    }

private:
    void count(QStringView letters)
    {
        m_letters += letters.size();
        if (letters.size() < 3)
            return;
        m_lettersInWords += letters.size();
        const bool capitals = std::ranges::all_of(letters, [](QChar c) { return c.isUpper(); });
        for (const QChar c : letters) {
            if (c.unicode() >= 0x80 || capitals)
                continue;
            ++m_latinLetters;
            m_commonLetters += common.contains(c.toLower());
        }
    }

    static constexpr QLatin1StringView common{"etaoinsrlu"};
    qsizetype m_letters = 0, m_lettersInWords = 0, m_latinLetters = 0, m_commonLetters = 0;
};

/** A word's place in the file's drawing order, by its box. */
class DrawingOrder
{
public:
    explicit DrawingOrder(const PageText& page)
    {
        for (int i = 0; i < page.words.size(); ++i) {
            const Word& word = page.words[i];
            const QRectF box = page.toPage(QRectF(QPointF(word.x0, word.top), QPointF(word.x1, word.bottom)));
            m_places.insert(key(box), i);
        }
    }
    int of(const PageWord& word) const { return m_places.value(key(word.box), -1); }

private:
    static std::pair<int, int> key(const QRectF& box) { return {qRound(4 * box.left()), qRound(4 * box.top())}; }

    QHash<std::pair<int, int>, int> m_places;
};

bool isRunning(const PageWord& word, const QVector<Block>& blocks)
{
    if (word.block < 0)
        return false;
    const BlockKind kind = blocks[word.block].kind;
    return kind == BlockKind::Paragraph || kind == BlockKind::Abstract || kind == BlockKind::Theorem;
}

/** Numbers at the beginning of its lines may be its own. */
bool countsItself(const Block& block)
{
    return block.kind == BlockKind::ListItem || block.kind == BlockKind::Reference || block.kind == BlockKind::Table;
}

/** 0 where it is none. */
int lineNumber(const QString& text)
{
    const bool digits = !text.isEmpty() && text.size() <= 4 &&
                        std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    return digits ? text.toInt() : 0;
}

bool isNumber(QStringView text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.isDigit(); }) &&
           std::ranges::all_of(text, [](QChar c) { return c.isDigit() || QStringView(u".,+-−–%").contains(c); });
}

/** "120 98": two rows' numbers. */
bool holdsSeveralNumbers(const QString& cell)
{
    const auto parts = QStringView(cell).split(u' ', Qt::SkipEmptyParts);
    return parts.size() > 1 && std::ranges::all_of(parts, isNumber);
}

bool beginsWith(const QString& cell, bool (QChar::*is)() const)
{
    return !cell.isEmpty() && (cell[0].*is)();
}

} // namespace

double orderedShare(const PageWords& page)
{
    int steps = 0, downward = 0;
    const PageWord* previous = nullptr;
    for (const PageWord& word : page.words) {
        if (word.block < 0 || word.row >= 0)
            continue;
        if (previous && previous->line != word.line && previous->column == word.column) {
            ++steps;
            downward += word.box.center().y() >= previous->box.center().y() - 1;
        }
        previous = &word;
    }
    return steps < 4 ? 1 : double(downward) / steps;
}

std::optional<double> drawnShare(const PageText& page, const PageWords& words, const QVector<Block>& blocks)
{
    constexpr int pieces = 3; // that one word may be drawn in
    const DrawingOrder order(page);
    int pairs = 0, drawn = 0;
    for (qsizetype i = 1; i < words.words.size(); ++i) {
        const PageWord &before = words.words[i - 1], &word = words.words[i];
        if (before.block != word.block || !isRunning(word, blocks))
            continue;
        const int from = order.of(before), to = order.of(word);
        if (from < 0 || to < 0)
            continue;
        ++pairs;
        drawn += to > from && to <= from + pieces;
    }
    return pairs < 40 ? std::nullopt : std::optional(double(drawn) / pairs);
}

double repeatedShare(const PageWords& page)
{
    constexpr double near = 4;          // points
    constexpr qsizetype longEnough = 3; // to be no neighbour
    QSet<std::pair<size_t, std::pair<int, int>>> seen;
    int all = 0, repeated = 0;
    for (const PageWord& word : page.words) {
        if (word.text.size() < longEnough)
            continue;
        const size_t text = qHash(word.text);
        const int column = qRound(word.box.center().x() / near), row = qRound(word.box.center().y() / near);
        bool isThere = false;
        for (int i = 0; i < 9; ++i)
            isThere = isThere || seen.contains({text, {column - 1 + i % 3, row - 1 + i / 3}});
        seen.insert({text, {column, row}});
        ++all;
        repeated += isThere;
    }
    return all < 20 ? 0 : double(repeated) / all;
}

double numberedShare(const PageWords& page, const QVector<Block>& blocks)
{
    int lines = 0, numbered = 0, before = 0, blockBefore = -1, line = -1;
    bool crossesBlocks = false;
    for (const PageWord& word : page.words) {
        if (word.line == line)
            continue;
        line = word.line;
        ++lines;
        const int number = lineNumber(word.text);
        if (number == 0)
            continue;
        const bool follows = before > 0 && number == before + 1;
        numbered += follows;
        crossesBlocks = crossesBlocks || (follows && word.block != blockBefore &&
                                          (!countsItself(blocks[word.block]) || !countsItself(blocks[blockBefore])));
        before = number;
        blockBefore = word.block;
    }
    return numbered < 7 || !crossesBlocks ? 0 : double(numbered) / lines;
}

double figureTextShare(const PageWords& page, const QVector<Block>& blocks)
{
    qsizetype text = 0;
    for (qsizetype begin = 0; begin < page.words.size();) {
        qsizetype end = begin, words = 0;
        for (; end < page.words.size() && page.words[end].line == page.words[begin].line; ++end)
            words += std::ranges::count_if(page.words[end].text, [](QChar c) { return c.isLetter(); }) > 2;
        const int block = page.words[begin].block;
        if (end - begin > 2 && words > 0 && block >= 0 && blocks[block].kind == BlockKind::Figure)
            text += end - begin;
        begin = end;
    }
    return page.words.isEmpty() ? 0 : double(text) / double(page.words.size());
}

double titleBlockShare(const PageWords& running, const QVector<Block>& blocks)
{
    const auto inBlock = std::ranges::count_if(running.words, [&](const PageWord& word) {
        return blocks[word.block].kind == BlockKind::Authors || blocks[word.block].kind == BlockKind::Affiliation;
    });
    return inBlock < 80 ? 0 : double(inBlock) / double(running.words.size());
}

double brokenShare(const Block& table)
{
    QMap<int, QMap<int, QString>> rows;
    for (const TableCell& cell : table.cells) {
        if (!cell.header && !cell.text.isEmpty())
            rows[cell.row][cell.column] = cell.text;
    }
    qsizetype all = 0, broken = 0;
    const QMap<int, QString>* above = nullptr;
    for (const QMap<int, QString>& row : std::as_const(rows)) {
        int goesOn = 0, several = 0, words = 0;
        qsizetype length = 0;
        for (auto cell = row.begin(); cell != row.end(); ++cell) {
            const QString over = above ? above->value(cell.key()) : QString();
            length += cell->size();
            words += beginsWith(*cell, &QChar::isLetter);
            goesOn += beginsWith(*cell, &QChar::isLower) && beginsWith(over, &QChar::isUpper);
            several += holdsSeveralNumbers(*cell);
        }
        all += length;
        broken += several > 1 || (goesOn > 0 && 2 * goesOn >= words) ? length : 0;
        above = &row;
    }
    return all == 0 ? 0 : double(broken) / double(all);
}

bool isGarbled(const PageWords& page)
{
    return Spelling(page).isGarbled();
}

} // namespace sheaf::layout
