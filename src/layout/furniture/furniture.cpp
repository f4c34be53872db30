// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/furniture/furniture.h"

#include "layout/figures/captions.h"
#include "layout/furniture/folios.h"
#include "layout/furniture/line_numbers.h"
#include "layout/furniture/repeated_lines.h"
#include "layout/furniture/section_marks.h"
#include "layout/order/fragments.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

constexpr float widestWhite = 2.5F; ///< of the size: between words of a justified line in a narrow column
constexpr int textLines = 6; ///< so many lines that go on with one another are text: no head or foot is that high

/** A row of fragments side by side, at the top or bottom of a page. */
struct Row
{
    QVector<int> fragments;
    float top = 0, bottom = 0, baseline = 0, size = 0;
    float gap = 1000;   ///< white towards the next row
    float nextSize = 0; ///< of the next row
};

/** Words that publishers, repositories and download sites print at a page's edge. */
bool isImprint(const QString& text)
{
    static const QRegularExpression imprint(
        u"©|\\(c\\) ?\\d{4}|copyright|all rights reserved|\\bissn\\b|\\bdoi\\b|doi\\.org|www\\.|https?://|downloaded "
        u"(from|by|on)|download date|"
        "\\bvol(\\.|ume)? ?\\d|published by|\\blicen[cs]e|creative ?commons|preprint|et al\\.|received|accepted|"
        "\\bpage \\d|\\brevision\\b|\\bissue\\b|e-?mail|freely available|open access|\\b(20|19)\\d\\d\\b.*[:;|]|proceedings of"_s,
        QRegularExpression::CaseInsensitiveOption);
    return imprint.match(text).hasMatch();
}

class FurnitureFinder
{
public:
    FurnitureFinder(QVector<PageContent>& pages, const DocumentStyle& style)
        : m_pages(pages), m_style(style), m_sections(pages, style)
    {}

    void run()
    {
        for (PageContent& page : m_pages) {
            m_page = &page;
            takeWatermarks();
        }
        m_repeats.learn(m_pages);
        m_folios.learn(m_pages);
        if (repeatsAsAWhole())
            m_repeats.forget();
        for (PageContent& page : m_pages) {
            turnTo(page);
            takeMarginStamps();
            takeEdge(true);
            takeEdge(false);
            drop();
        }
    }

private:
    void turnTo(PageContent& page)
    {
        m_page = &page;
        m_out = QVector<bool>(page.fragments.size(), false);
    }

    /** Copies of one sheet: without what repeats, less than half of the document would be left. */
    bool repeatsAsAWhole()
    {
        qsizetype all = 0, taken = 0;
        for (PageContent& page : m_pages) {
            turnTo(page);
            takeEdge(true);
            takeEdge(false);
            for (qsizetype i = 0; i < page.fragments.size(); ++i) {
                all += page.fragments[i].words.size();
                taken += m_out[i] ? page.fragments[i].words.size() : 0;
            }
        }
        return taken * 2 > all;
    }

    QString textOf(const PageContent& page, const Fragment& fragment) const
    {
        return plainText(page.text, fragment.words);
    }

    QVector<Row> rowsFromEdge(bool top) const
    {
        QVector<int> order;
        for (int i = 0; i < m_page->fragments.size(); ++i) {
            if (!m_out[i])
                order << i;
        }
        std::ranges::sort(order, [&](int a, int b) {
            return top ? m_page->fragments[a].baseline < m_page->fragments[b].baseline
                       : m_page->fragments[a].baseline > m_page->fragments[b].baseline;
        });
        QVector<Row> rows;
        for (int index : std::as_const(order)) {
            const Fragment& fragment = m_page->fragments[index];
            if (rows.isEmpty() || (std::abs(rows.last().baseline - fragment.baseline) > 0.35F * fragment.size &&
                                   !sharesLine(m_page->fragments[rows.last().fragments.first()], fragment))) {
                if (rows.size() == 8)
                    break;
                rows << Row{{}, fragment.top, fragment.bottom, fragment.baseline, fragment.size};
            }
            Row& row = rows.last();
            row.fragments << index;
            row.top = std::min(row.top, fragment.top);
            row.bottom = std::max(row.bottom, fragment.bottom);
            row.size = std::max(row.size, fragment.size);
        }
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const Row* next = i + 1 < rows.size() ? &rows[i + 1] : nullptr;
            rows[i].nextSize = next ? next->size : m_style.bodySize;
            if (next)
                rows[i].gap = top ? next->top - rows[i].bottom : rows[i].top - next->bottom;
        }
        return rows;
    }

    void takeEdge(bool top)
    {
        QVector<Row> rows = rowsFromEdge(top);
        bool folioTaken = false;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            Row& row = rows[i];
            const Fragment& first = m_page->fragments[row.fragments.first()];
            const bool outerFolio = i == 0 && row.fragments.size() == 1 && Folios::isFolio(textOf(*m_page, first));
            if (!RepeatedLines::inEdgeZone(m_page->text, first) && !outerFolio)
                break;
            bool isTaken = isFurnitureRow(row, first, folioTaken);
            if (isTaken && leaveText(row, top))
                isTaken = !row.fragments.isEmpty() && isFurnitureRow(row, first, folioTaken);
            if (!isTaken) {
                if (isNoise(row))
                    continue;
                // A foot of several lines stands as one: its lower lines may not repeat while its first does.
                if (i + 1 < rows.size() && row.gap < 0.6F * row.size && isRepeatedRow(rows[i + 1], folioTaken) &&
                    !leaveText(row, top))
                    continue;
                break;
            }
            folioTaken = folioTaken || holdsFolio(row);
            for (qsizetype j = 0; j <= i; ++j) {
                for (int index : std::as_const(rows[j].fragments))
                    m_out[index] = true;
            }
        }
    }

    /** A number at an end of the row, or free in its middle; one among words is theirs. */
    bool holdsFolio(const Row& row) const
    {
        return std::ranges::any_of(row.fragments, [&](int index) {
            const Fragment& own = m_page->fragments[index];
            const QString text = textOf(*m_page, own);
            if (!Folios::isFolio(text) || !m_folios.fits(text, m_page->text.number) || standsAtOtherEdge(text, own))
                return false;
            float left = 1e9F, right = 1e9F; // white up to its neighbours
            for (int other : std::as_const(row.fragments)) {
                const Fragment& part = m_page->fragments[other];
                if (part.x0 > own.x0)
                    right = std::min(right, part.x0 - own.x1);
                else if (other != index)
                    left = std::min(left, own.x0 - part.x1);
            }
            return std::min(left, right) > widestWhite * row.size || std::max(left, right) > 1e8F;
        });
    }

    /** The page has this folio at its foot or head already. */
    bool standsAtOtherEdge(const QString& folio, const Fragment& own) const
    {
        return std::ranges::any_of(m_page->fragments, [&](const Fragment& other) {
            return std::abs(other.baseline - own.baseline) > 0.5F * float(m_page->text.height()) &&
                   RepeatedLines::inEdgeZone(m_page->text, other) && textOf(*m_page, other) == folio;
        });
    }

    /** Takes lines of a column out of the row: a head or foot may stand beside one, and a line may repeat by chance.
     * True where it had some. */
    bool leaveText(Row& row, bool top) const
    {
        std::ranges::sort(row.fragments, {}, [&](int index) { return m_page->fragments[index].x0; });
        QVector<bool> isText;
        for (int index : std::as_const(row.fragments))
            isText << runsOn(index, top);
        // A widely spaced line is of several parts.
        const auto spread = [&](qsizetype from, qsizetype to) {
            const Fragment& a = m_page->fragments[row.fragments[from]];
            const Fragment& b = m_page->fragments[row.fragments[to]];
            isText[to] =
                isText[to] || (isText[from] && std::max(a.x0, b.x0) - std::min(a.x1, b.x1) < widestWhite * row.size);
        };
        for (qsizetype i = 1; i < isText.size(); ++i)
            spread(i - 1, i);
        for (qsizetype i = isText.size() - 1; i > 0; --i)
            spread(i, i - 1);
        qsizetype at = 0;
        return row.fragments.removeIf([&](int) { return isText[at++]; }) > 0;
    }

    /** It is the outermost of several lines that go on with one another: of more than a head or foot has, or of some
     * with one that stands on this page only. What stands on most pages is none. */
    bool runsOn(int index, bool top) const
    {
        const Fragment& own = m_page->fragments[index];
        const QString text = textOf(*m_page, own);
        if (Folios::isFolio(text) || m_repeats.isOnMostPages(text, own.baseline))
            return false;
        const bool byChance = own.font == m_style.bodyFont && m_style.isBody(own.size) &&
                              m_repeats.isRepeated(text, own.baseline) && m_repeats.isRare(text, own.baseline);
        int lines = 1;
        bool repeats = true;
        for (const Fragment* next = neighbour(own, top); next && lines < textLines; next = neighbour(*next, top)) {
            ++lines;
            repeats = repeats && m_repeats.isRepeated(textOf(*m_page, *next), next->baseline);
        }
        return lines >= textLines || (byChance && !repeats);
    }

    /** The next line of its column and size, away from the edge, if it is no further off than lines of a text are. */
    const Fragment* neighbour(const Fragment& line, bool below) const
    {
        // Recognised text has no true sizes.
        const float tolerance = m_page->text.invisible ? 0.2F * line.size : 0.35F;
        const Fragment* nearest = nullptr;
        for (const Fragment& other : std::as_const(m_page->fragments)) {
            const float step = below ? other.baseline - line.baseline : line.baseline - other.baseline;
            const float shared = std::min(line.x1, other.x1) - std::max(line.x0, other.x0);
            if (step < 0.5F * line.size || shared <= 0 || isApart(step - line.size, line.size))
                continue;
            if (!nearest || (below ? other.baseline < nearest->baseline : other.baseline > nearest->baseline))
                nearest = &other;
        }
        return nearest && std::abs(nearest->size - line.size) < tolerance ? nearest : nullptr;
    }

    /** White that is more than what stands between two lines of the text, which may be set widely. */
    bool isApart(float gap, float size) const
    {
        return gap > 0.9F * std::max(size, m_style.bodySize) && gap > 1.25F * (m_style.leading - m_style.bodySize);
    }

    /** Specks that a recogniser took for a mark. */
    bool isNoise(const Row& row) const
    {
        return std::ranges::all_of(row.fragments, [&](int index) {
            return std::ranges::none_of(textOf(*m_page, m_page->fragments[index]),
                                        [](QChar c) { return c.isLetterOrNumber(); });
        });
    }

    /** Half of its parts stand on other pages too; a short label beside a text that does not repeat proves nothing. A
     * page has one folio: more numbers are a table's. */
    bool isRepeatedRow(const Row& row, bool folioTaken) const
    {
        constexpr qsizetype shortLabel = 6; // letters: of an axis, perhaps
        qsizetype folios = 0, repeated = 0, letters = 0, repeatedLetters = 0;
        for (int index : row.fragments) {
            const Fragment& fragment = m_page->fragments[index];
            const QString text = textOf(*m_page, fragment);
            if (Folios::isFolio(text)) {
                ++folios;
                continue;
            }
            letters += text.size();
            if (isRepeatedPart(text, fragment.baseline)) {
                ++repeated;
                repeatedLetters += text.size();
            }
        }
        const qsizetype texts = row.fragments.size() - folios;
        if (texts == 0)
            return folios > 0 && folios <= 2 && !folioTaken;
        return repeated > 0 && repeated * 2 >= texts &&
               (repeatedLetters >= shortLabel || repeatedLetters * 2 >= letters);
    }

    /** A table's "Table 3" may stand at one height of many pages, an axis' "0.5" of some; a journal's mark of most. */
    bool isRepeatedPart(const QString& text, float baseline) const
    {
        const bool isWord = std::ranges::any_of(text, [](QChar c) { return c.isLetter(); });
        return beginsCaption(text) == CaptionOf::Nothing &&
               (isWord ? m_repeats.isRepeated(text, baseline) : m_repeats.isOnMostPages(text, baseline));
    }

    /** A footnote's raised mark is no folio. */
    bool beginsWithMark(const Row& row) const
    {
        const int leftmost =
            *std::ranges::min_element(row.fragments, {}, [&](int index) { return m_page->fragments[index].x0; });
        const Word& first = m_page->text.words[m_page->fragments[leftmost].words.first()];
        return first.size < 0.87F * row.size && first.baseline < row.baseline - 0.1F * first.size;
    }

    bool isFurnitureRow(const Row& row, const Fragment& first, bool folioTaken) const
    {
        QString text;
        for (int index : row.fragments)
            text += textOf(*m_page, m_page->fragments[index]) + u' ';
        if (text.size() < 300 && isRepeatedRow(row, folioTaken))
            return true;
        if (beginsWithMark(row))
            return false;
        const bool apart = isApart(row.gap, row.size) || ruleBeside(row);
        if (Folios::isFolio(text))
            return apart;
        const double y = first.middle() / std::max(1.0, m_page->text.height());
        const bool outermost = y < 0.1 || y > 0.9;
        if (outermost && apart && namesSections(row))
            return true;
        // Small against what it stands beside, too: a bibliography is set small as a whole.
        const bool smaller = row.size < m_style.bodySize && row.size < row.nextSize - 0.3F;
        if (row.fragments.size() > 1 && holdsFolio(row))
            return (apart || (m_page->text.invisible && text.size() < 60)) && (outermost || smaller) &&
                   text.size() < 200;
        const bool small = smaller && row.size < m_style.bodySize - 0.4F;
        return (outermost || isSpread(row)) && text.size() < 250 && (apart || small) &&
               row.size < 1.35F * m_style.bodySize && isImprint(text);
    }

    bool namesSections(const Row& row) const
    {
        bool names = false;
        for (int index : row.fragments) {
            const Fragment& fragment = m_page->fragments[index];
            const QString text = textOf(*m_page, fragment);
            if (Folios::isFolio(text))
                continue;
            if (!m_sections.names(text, fragment))
                return false;
            names = true;
        }
        return names;
    }

    /** Its parts stand at the left, the right and the middle of the page. */
    bool isSpread(const Row& row) const
    {
        QVector<std::pair<float, float>> parts;
        for (int index : row.fragments)
            parts.emplaceBack(m_page->fragments[index].x0, m_page->fragments[index].x1);
        std::ranges::sort(parts);
        float narrowest = 1e9F;
        for (qsizetype i = 1; i < parts.size(); ++i)
            narrowest = std::min(narrowest, parts[i].first - parts[i - 1].second);
        return parts.size() >= 3 && narrowest > 6 * row.size;
    }

    /** A rule just below a head or above a foot. */
    bool ruleBeside(const Row& row) const
    {
        return std::ranges::any_of(m_page->text.horizontals, [&](const Stroke& rule) {
            return rule.length() > 0.3 * m_page->text.width() && rule.at > row.top - 1.2F * row.size &&
                   rule.at < row.bottom + 1.2F * row.size;
        });
    }

    /** Turned text outside the text's own left and right edges: "arXiv:… 12 May 2020", "Downloaded from …". */
    void takeMarginStamps()
    {
        QVector<float> lefts, rights;
        for (const Fragment& fragment : std::as_const(m_page->fragments)) {
            if (fragment.words.size() >= 3) {
                lefts << fragment.x0;
                rights << fragment.x1;
            }
        }
        if (lefts.isEmpty())
            return;
        std::ranges::sort(lefts);
        std::ranges::sort(rights);
        const float left = lefts[lefts.size() / 20], right = rights[rights.size() - 1 - rights.size() / 20];
        for (Word& word : m_page->text.words) {
            if (word.is(Word::Turned) && (word.x1 < left + 2 || word.x0 > right - 2))
                word.flags |= Word::Furniture;
        }
    }

    /** Large letters over which, or under which, smaller words are set: "AUTHOR COPY" across the text. */
    bool isBehindText(const Word& word) const
    {
        if (word.length < 3 || word.size < 1.4F * m_style.bodySize)
            return false;
        const QRectF box(QPointF(word.x0, word.top), QPointF(word.x1, word.bottom));
        const auto crossed = std::ranges::count_if(m_page->text.words, [&](const Word& other) {
            const QRectF own(QPointF(other.x0, other.top), QPointF(other.x1, other.bottom));
            const QRectF shared = own.intersected(box);
            return other.size < 0.8F * word.size && other.length > 1 &&
                   shared.width() * shared.height() > 0.4 * own.width() * own.height();
        });
        return crossed >= 2;
    }

    /** Slanted text across the page, and text behind the text. */
    void takeWatermarks()
    {
        for (Word& word : m_page->text.words) {
            if ((word.is(Word::Turned) && word.size > 2.5F * m_style.bodySize) || isBehindText(word))
                word.flags |= Word::Furniture;
        }
        for (int i = 0; i < m_page->fragments.size(); ++i) {
            Fragment& fragment = m_page->fragments[i];
            const auto taken = fragment.words.removeIf([&](int word) {
                return m_page->text.words[word].is(Word::Furniture) && isBehindText(m_page->text.words[word]);
            });
            if (taken > 0 && !fragment.words.isEmpty())
                measure(m_page->text, fragment);
        }
        m_page->fragments.removeIf([](const Fragment& fragment) { return fragment.words.isEmpty(); });
    }

    void drop()
    {
        QVector<Fragment> kept;
        for (int i = 0; i < m_page->fragments.size(); ++i) {
            if (!m_out[i]) {
                kept << std::move(m_page->fragments[i]);
                continue;
            }
            for (int word : std::as_const(m_page->fragments[i].words))
                m_page->text.words[word].flags |= Word::Furniture;
        }
        m_page->fragments = std::move(kept);
    }

    QVector<PageContent>& m_pages;
    const DocumentStyle& m_style;
    const SectionMarks m_sections;
    RepeatedLines m_repeats;
    Folios m_folios;
    PageContent* m_page = nullptr;
    QVector<bool> m_out;
};

} // namespace

void removeFurniture(QVector<PageContent>& pages, const DocumentStyle& style)
{
    removeLineNumbers(pages, style);
    FurnitureFinder(pages, style).run();
}

} // namespace sheaf::layout
