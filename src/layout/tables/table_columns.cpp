// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/tables/table_columns.h"

#include <optional>

namespace sheaf::layout {

namespace {

struct Span
{
    float from, to;
};

/** Strips covered by at most `tolerated` of the spans, inside the table. */
QVector<Span> freeStrips(const QVector<Span>& spans, int tolerated, float narrowest)
{
    QVector<std::pair<float, int>> edges;
    for (const Span& span : spans) {
        edges.emplaceBack(span.from, 1);
        edges.emplaceBack(span.to, -1);
    }
    std::ranges::sort(edges, [](const auto& a, const auto& b) {
        return a.first < b.first || (a.first == b.first && a.second > b.second);
    });
    QVector<Span> strips;
    int cover = 0;
    float open = -1;
    bool started = false;
    for (const auto& [x, step] : edges) {
        const int before = cover;
        cover += step;
        started = started || cover > tolerated;
        if (started && before > tolerated && cover <= tolerated)
            open = x;
        else if (before <= tolerated && cover > tolerated && open >= 0) {
            if (x - open >= narrowest)
                strips << Span{open, x};
            open = -1;
        }
    }
    return strips;
}

bool isNumeric(QStringView text)
{
    bool digits = false;
    for (QChar c : text) {
        if (c.isLetter())
            return false;
        digits = digits || c.isDigit();
    }
    return digits;
}

/** The gap is the space in "38 482", "12.1 (0.3)" or "12.1 ± 0.3": what follows is always three digits or in brackets,
 * or a sign stands before it that wants a number. */
bool partsValues(const PageText& page, const QVector<TableLine>& lines, const Span& strip)
{
    const auto isOperator = [&](const Word& word) {
        const QStringView text = page.textOf(word);
        return text.size() == 1 && QStringView(u"±×/=<>≤≥").contains(text[0]);
    };
    const auto opensBracket = [&](const Word& word) { return QStringView(u"([±").contains(page.textOf(word)[0]); };
    int followers = 0, groups = 0;
    for (const TableLine& line : lines) {
        for (const Fragment& part : line.parts) {
            for (qsizetype i = 1; i < part.words.size(); ++i) {
                const Word &before = page.words[part.words[i - 1]], &word = page.words[part.words[i]];
                if (before.x1 > strip.from + 1 || word.x0 < strip.to - 1 || word.x0 > strip.to + 4)
                    continue;
                const QStringView text = page.textOf(word);
                ++followers;
                groups += (text.size() == 3 && std::ranges::all_of(text, [](QChar c) { return c.isDigit(); })) ||
                          (opensBracket(word) && !opensBracket(before)) || isOperator(before);
            }
        }
    }
    return followers > 0 && groups * 10 >= followers * 9;
}

/** Columns of numbers may stand closer than words do: a gap that all lines have, the header too, parts them. */
void addNarrowStrips(const PageText& page, const QVector<TableLine>& lines, float size, QVector<Span>& strips)
{
    QVector<Span> spans;
    int body = 0;
    const auto addPart = [&](const Fragment& part, bool header) {
        const auto apart = [&](int word) { return header || isNumeric(page.textOf(page.words[word])); };
        for (qsizetype i = 0; i < part.words.size(); ++i) {
            const Word& word = page.words[part.words[i]];
            const bool joined = i > 0 && !(apart(part.words[i - 1]) && apart(part.words[i]));
            if (joined)
                spans.last().to = std::max(spans.last().to, word.x1);
            else
                spans << Span{word.x0, word.x1};
        }
    };
    for (const TableLine& line : lines) {
        body += !line.header;
        for (const Fragment& part : line.parts)
            addPart(part, line.header);
    }
    if (body < 4 || spans.size() > 5000)
        return;
    for (const Span& strip : freeStrips(spans, 0, 0.22F * size)) {
        const bool known =
            std::ranges::any_of(strips, [&](const Span& s) { return s.from < strip.to && s.to > strip.from; });
        const auto crossed = std::ranges::count_if(lines, [&](const TableLine& line) {
            return !line.header && std::ranges::any_of(line.parts, [&](const Fragment& part) {
                return part.x0 < strip.from && part.x1 > strip.to;
            });
        });
        if (!known && crossed >= 3 && !partsValues(page, lines, strip))
            strips << strip;
    }
    std::ranges::sort(strips, {}, &Span::from);
}

/** Columns may stand as close as words: then the words behind the gap begin at one place in (nearly) all lines. */
void addAlignedStrips(const PageText& page, const QVector<TableLine>& lines, const QVector<const TableLine*>& body,
                      float size, QVector<Span>& strips)
{
    constexpr int fewest = 4; // lines: fewer words stand above each other by chance
    QVector<Span> spans;
    for (const TableLine* line : body) {
        for (const Fragment& part : line->parts) {
            for (int word : part.words)
                spans << Span{page.words[word].x0, page.words[word].x1};
        }
    }
    if (body.size() < fewest || spans.size() > 5000)
        return;
    for (const Span& strip : freeStrips(spans, 0, 0.18F * size)) {
        int crossing = 0, aligned = 0, lettered = 0;
        for (const TableLine* line : body) {
            int before = -1, behind = -1;
            for (const Fragment& part : line->parts) {
                for (int word : part.words) {
                    if (page.words[word].x0 < strip.from)
                        before = word;
                    else if (behind < 0)
                        behind = word;
                }
            }
            if (before < 0 || behind < 0)
                continue;
            ++crossing;
            aligned += page.words[behind].x0 < strip.to + 1;
            lettered += !isNumeric(page.textOf(page.words[before]));
        }
        const bool known =
            std::ranges::any_of(strips, [&](const Span& s) { return s.from < strip.to && s.to > strip.from; });
        // What follows numbers or bullets that stand in line is an item of a list.
        if (!known && crossing >= fewest && aligned * 10 >= crossing * 9 && lettered * 2 > crossing &&
            !partsValues(page, lines, strip))
            strips << strip;
    }
    std::ranges::sort(strips, {}, &Span::from);
}

/** It names the rows below it and need not keep to their columns. */
bool isGroupLabel(const TableLine& line, qsizetype widest, const QRectF& box)
{
    const bool lone = line.parts.size() == 1 && widest >= 3 && line.parts.first().width() > 0.25 * box.width();
    return lone || line.parts.size() * 4 <= widest;
}

} // namespace

QVector<TableColumn> tableColumns(const PageText& page, const QVector<TableLine>& lines,
                                  const QVector<float>& verticals, const QRectF& box)
{
    qsizetype widest = 0;
    bool hasBody = false;
    for (const TableLine& line : lines)
        hasBody = hasBody || !line.header;
    for (const TableLine& line : lines) {
        if (!hasBody || !line.header)
            widest = std::max(widest, line.parts.size());
    }
    QVector<Span> spans;
    QVector<const TableLine*> body;
    float size = 0;
    for (const TableLine& line : lines) {
        if ((hasBody && line.header) || isGroupLabel(line, widest, box))
            continue;
        body << &line;
        size = std::max(size, line.size);
        for (const Fragment& part : line.parts)
            spans << Span{part.x0, part.x1};
    }
    if (spans.isEmpty())
        return {};
    const float narrowest = std::max(2.5F, 0.42F * size);
    QVector<Span> strips = freeStrips(spans, 0, narrowest);
    // One long entry may cover a strip that all other lines respect.
    for (int tolerated = 1; tolerated <= body.size() / 8 && strips.size() + 1 < widest; ++tolerated)
        strips = freeStrips(spans, tolerated, narrowest);
    addNarrowStrips(page, lines, size, strips);
    addAlignedStrips(page, lines, body, size, strips);
    QVector<float> cuts;
    for (const Span& strip : std::as_const(strips))
        cuts << (strip.from + strip.to) / 2;
    for (float x : verticals) {
        const bool known = std::ranges::any_of(strips, [&](const Span& s) { return x > s.from - 2 && x < s.to + 2; });
        const bool crossed = std::ranges::any_of(spans, [&](const Span& s) { return s.from < x - 3 && s.to > x + 3; });
        if (!known && !crossed && x > box.left() + 6 && x < box.right() - 6)
            cuts << x;
    }
    std::ranges::sort(cuts);
    cuts << float(box.right() + 1000);
    QVector<TableColumn> columns;
    float from = float(box.left() - 1000);
    for (float to : std::as_const(cuts)) {
        TableColumn column{1e9F, -1e9F, from, to};
        for (const Span& span : std::as_const(spans)) {
            const float middle = (span.from + span.to) / 2;
            if (middle >= from && middle < to) {
                column.x0 = std::min(column.x0, std::max(span.from, from));
                column.x1 = std::max(column.x1, std::min(span.to, to));
            }
        }
        if (column.x1 < column.x0) {
            column.x0 = std::max(from, float(box.left()));
            column.x1 = std::min(to, float(box.right()));
        }
        columns << column;
        from = to;
    }
    return columns;
}

namespace {

/** A part taken apart at the white before a column. */
struct SplitPart
{
    Fragment left, right;
};

/** At the widest space near the white between two columns: heads may be wider than what stands below. */
std::optional<SplitPart> splitBefore(const PageText& page, const Fragment& whole, const TableColumn& before,
                                     const TableColumn& behind)
{
    qsizetype at = -1;
    float widest = 0.2F * whole.size;
    for (qsizetype w = 1; w < whole.words.size(); ++w) {
        const Word& left = page.words[whole.words[w - 1]];
        const Word& right = page.words[whole.words[w]];
        const float middle = (left.x1 + right.x0) / 2;
        const bool near = middle > before.x1 - 0.8F * whole.size && middle < behind.x0 + 0.8F * whole.size;
        if (near && right.x0 - left.x1 > widest) {
            widest = right.x0 - left.x1;
            at = w;
        }
    }
    if (at < 0)
        return std::nullopt;
    SplitPart split{whole, whole};
    split.left.words = whole.words.mid(0, at);
    split.right.words = whole.words.mid(at);
    measure(page, split.left);
    measure(page, split.right);
    return split;
}

/** It begins, ends or stands at the middle where the column does. */
bool isAligned(const Fragment& part, const TableColumn& column, float tolerance)
{
    return std::abs(part.x0 - column.x0) < tolerance || std::abs(part.x1 - column.x1) < tolerance ||
           std::abs(part.x0 + part.x1 - column.x0 - column.x1) < 2 * tolerance;
}

bool fits(const Fragment& part, const TableColumn& column)
{
    const float tolerance = 0.5F * part.size;
    return isAligned(part, column, tolerance) || (part.x0 > column.x0 - tolerance && part.x1 < column.x1 + tolerance);
}

/** A rule below shows that it heads all columns that it reaches over. */
bool isUnderlined(const Fragment& part, const TableColumn& from, const TableColumn& to, float tableWidth,
                  const QVector<Stroke>& rules)
{
    return std::ranges::any_of(rules, [&](const Stroke& rule) {
        return rule.at > part.baseline && rule.at < part.baseline + 1.3F * part.size && rule.from < part.x1 &&
               rule.to > part.x0 && rule.length() < 0.8F * tableWidth && rule.from < from.x1 && rule.to > to.x0;
    });
}

/** One label over several columns, each of which has a label of its own below: it stands over the middle of theirs. */
bool isLevel(const PageText& page, const QVector<TableColumn>& columns, const QVector<TableLine>& lines, qsizetype at,
             const Fragment& whole, const SplitPart& split, std::pair<int, int> touched)
{
    const auto [from, to] = touched;
    const float tolerance = 0.15F * whole.size;
    const bool isPair =
        isAligned(split.left, columns[from], tolerance) && isAligned(split.right, columns[to], tolerance);
    if (!lines[at].header || isPair || split.right.x0 - split.left.x1 > 0.45F * whole.size ||
        plainText(page, split.left.words).endsWith(u'-') || plainText(page, whole.words).endsWith(u'-'))
        return false;
    const auto hasOwn = [&](const TableLine& line, int column) {
        return std::ranges::any_of(
            line.parts, [&](const Fragment& part) { return columnsOf(part, columns) == std::pair(column, column); });
    };
    bool parted = false;
    for (qsizetype below = at + 1; below < lines.size() && lines[below].header; ++below)
        parted = parted || (hasOwn(lines[below], from) && hasOwn(lines[below], to));
    const QVector<TableColumn> wide = columnsWithLabels(columns, lines, at + 1);
    const float middle = (whole.x0 + whole.x1) / 2;
    for (int first = from; parted && first >= 0 && first >= from - 8; --first) {
        for (int last = to; last < columns.size() && last <= to + 8; ++last) {
            if (std::abs((wide[first].x0 + wide[last].x1) / 2 - middle) < 0.6F * whole.size)
                return true;
        }
    }
    return false;
}

/** The last column whose text the part touches. */
int lastTouched(const Fragment& part, const QVector<TableColumn>& columns)
{
    int last = 0;
    for (int i = 0; i < columns.size(); ++i) {
        if (std::min(part.x1, columns[i].x1) - std::max(part.x0, columns[i].x0) > 0.5F * part.size)
            last = i;
    }
    return last;
}

} // namespace

void splitAtColumns(const PageText& page, const QVector<TableColumn>& columns, const QVector<Stroke>& rules,
                    QVector<TableLine>& lines)
{
    const float width = columns.last().x1 - columns.first().x0;
    for (TableLine& line : lines) {
        const bool isLabel = line.parts.size() == 1 && !line.header; // over a group of rows, perhaps
        if (isLabel && columns.size() > 2)
            continue;
        for (qsizetype i = 0; i < line.parts.size(); ++i) {
            const Fragment whole = line.parts[i];
            const auto [from, last] = columnsOf(whole, columns);
            const int to = std::max(last, std::min(lastTouched(whole, columns), from + 1));
            if (from == to || isUnderlined(whole, columns[from], columns[to], width, rules))
                continue;
            const std::optional<SplitPart> split = splitBefore(page, whole, columns[from], columns[from + 1]);
            if (!split || isLevel(page, columns, lines, &line - lines.constData(), whole, *split, {from, to}))
                continue;
            const bool exact = isLabel || to > last; // it may be one text by the look of it
            const float tolerance = 0.15F * whole.size;
            const bool isPair =
                exact ? isAligned(split->left, columns[from], tolerance) &&
                            isAligned(split->right, columns[to], tolerance)
                      : fits(split->left, columns[from]) && (to > from + 1 || fits(split->right, columns[to]));
            if (!isPair)
                continue;
            line.parts[i] = split->left;
            line.parts.insert(i + 1, split->right);
        }
    }
}

QVector<TableColumn> columnsWithLabels(QVector<TableColumn> columns, const QVector<TableLine>& lines, qsizetype first)
{
    const QVector<TableColumn> narrow = columns;
    for (qsizetype i = first; i < lines.size() && lines[i].header; ++i) {
        for (const Fragment& part : lines[i].parts) {
            const auto [from, to] = columnsOf(part, narrow);
            if (from != to)
                continue;
            columns[from].x0 = std::min(columns[from].x0, part.x0);
            columns[from].x1 = std::max(columns[from].x1, part.x1);
        }
    }
    return columns;
}

std::pair<int, int> columnsOf(const Fragment& part, const QVector<TableColumn>& columns)
{
    int first = -1, last = -1, nearest = 0;
    float most = -1e9F;
    for (int i = 0; i < columns.size(); ++i) {
        const TableColumn& column = columns[i];
        const float band = std::min(part.x1, column.to) - std::max(part.x0, column.from);
        if (band > most) {
            most = band;
            nearest = i;
        }
        // It stands in a column when it covers the column's middle or most of it.
        const float content = std::min(part.x1, column.x1) - std::max(part.x0, column.x0);
        const float middle = (column.x0 + column.x1) / 2;
        const bool covers = content > 0.5F * (column.x1 - column.x0) || (part.x0 < middle && part.x1 > middle);
        if (covers) {
            first = first < 0 ? i : first;
            last = i;
        }
    }
    if (first < 0 || part.width() < 1)
        return {nearest, nearest};
    return {std::min(first, nearest), std::max(last, nearest)};
}

} // namespace sheaf::layout
