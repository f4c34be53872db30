// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/furniture/line_numbers.h"

namespace sheaf::layout {

namespace {

constexpr int largestStep = 5;         ///< some number every fifth line only
constexpr float textReach = 12;        ///< of the number's size: how near the text beside it is
constexpr float centredTextReach = 60; ///< on a title page

struct LineNumber
{
    int fragment = 0, value = 0;
    float edge = 0, y = 0;
};

class LineNumbers
{
public:
    LineNumbers(QVector<PageContent>& pages, const DocumentStyle& style, bool left)
        : m_pages(pages), m_style(style), m_isLeft(left)
    {}

    void remove()
    {
        QVector<QVector<LineNumber>> runs(m_pages.size());
        bool isNumbered = false;
        for (qsizetype i = 0; i < m_pages.size(); ++i) {
            runs[i] = longestRun(i, textReach, [&](const QVector<LineNumber>& run) { return isSure(m_pages[i], run); });
            isNumbered = isNumbered || !runs[i].isEmpty();
        }
        if (!isNumbered)
            return;
        for (qsizetype i = 0; i < m_pages.size(); ++i) {
            const QVector<LineNumber> sure = runs[i];
            runs[i] = longestRun(i, centredTextReach, [&](const QVector<LineNumber>& run) {
                return sure.isEmpty() ? goesOn(runs, i, run) : holds(run, sure);
            });
        }
        for (qsizetype i = 0; i < m_pages.size(); ++i)
            take(m_pages[i], runs[i]);
    }

private:
    template <typename Believable>
    QVector<LineNumber> longestRun(qsizetype page, float reach, Believable isBelievable) const
    {
        const QVector<LineNumber> numbers = outerNumbers(m_pages[page], reach);
        QVector<LineNumber> longest;
        for (qsizetype i = 0; i < numbers.size(); ++i) {
            QVector<LineNumber> run = runFrom(numbers, i);
            if (run.size() > longest.size() && isBelievable(run))
                longest = std::move(run);
        }
        return longest;
    }

    /** Bare numbers at the outer ends of lines, with text beside them. */
    QVector<LineNumber> outerNumbers(const PageContent& page, float reach) const
    {
        QVector<LineNumber> numbers;
        for (int i = 0; i < page.fragments.size(); ++i) {
            const Fragment& fragment = page.fragments[i];
            const Word& word = page.text.words[m_isLeft ? fragment.words.first() : fragment.words.last()];
            bool isNumber = false;
            const QStringView text = page.text.textOf(word);
            const int value = text.toInt(&isNumber);
            // A bibliography's raised labels stand above the line.
            const bool raised = word.baseline < fragment.baseline - 0.1F * fragment.size;
            if (isNumber && text.size() <= 4 && word.size < m_style.bodySize + 0.1F && !raised &&
                standsBesideText(page, fragment, reach))
                numbers << LineNumber{i, value, m_isLeft ? word.x1 : word.x0, word.baseline};
        }
        return numbers;
    }

    /** Where the text beside the numbers ends: a page may have a further column beyond them. */
    bool standsBesideText(const PageContent& page, const Fragment& own, float reach) const
    {
        if (own.words.size() > 1)
            return isApart(page, own);
        return std::ranges::any_of(page.fragments, [&](const Fragment& other) {
            const float gap = m_isLeft ? other.x0 - own.x1 : own.x0 - other.x1;
            return gap > 0 && gap < reach * own.size && other.top < own.bottom && other.bottom > own.top;
        });
    }

    /** Joined to its line, it still stands further off than a word: "item 7" in a table's rows is no numbered line. */
    bool isApart(const PageContent& page, const Fragment& own) const
    {
        const qsizetype number = m_isLeft ? 0 : own.words.size() - 1;
        const Word& left = page.text.words[own.words[m_isLeft ? number : number - 1]];
        const Word& right = page.text.words[own.words[m_isLeft ? number + 1 : number]];
        return right.x0 - left.x1 > 0.45F * own.size || std::abs(left.size - right.size) > 0.1F * own.size;
    }

    static QVector<LineNumber> runFrom(const QVector<LineNumber>& numbers, qsizetype first)
    {
        QVector<LineNumber> run{numbers[first]};
        for (qsizetype i = first + 1; i < numbers.size(); ++i) { // fragments come by baseline
            const int step = numbers[i].value - run.last().value;
            if (std::abs(numbers[i].edge - run.last().edge) <= 3 && (step == 1 || step == largestStep))
                run << numbers[i];
        }
        return run;
    }

    bool isSure(const PageContent& page, const QVector<LineNumber>& run) const
    {
        return run.size() >= 8 && run.last().y - run.first().y > 0.25 * page.text.height() && isEven(run);
    }

    /** Lines are counted evenly, one by one: the numbers of a list stand as far apart as its entries are long. */
    bool isEven(const QVector<LineNumber>& run) const
    {
        QVector<float> steps;
        for (qsizetype i = 1; i < run.size(); ++i)
            steps << (run[i].y - run[i - 1].y) / float(run[i].value - run[i - 1].value);
        std::ranges::sort(steps);
        const float usual = steps[steps.size() / 2];
        const auto even =
            std::ranges::count_if(steps, [&](float step) { return std::abs(step - usual) < 0.15F * m_style.bodySize; });
        return even * 2 >= steps.size() && usual < 1.5F * m_style.leading;
    }

    static bool holds(const QVector<LineNumber>& run, const QVector<LineNumber>& part)
    {
        return std::ranges::any_of(run,
                                   [&](const LineNumber& number) { return number.fragment == part.first().fragment; });
    }

    /** It carries on from the page before, leads to the page after, or begins again where every page does. */
    static bool goesOn(const QVector<QVector<LineNumber>>& runs, qsizetype page, const QVector<LineNumber>& run)
    {
        const auto follows = [](int first, int second) { return second > first && second <= first + largestStep; };
        for (qsizetype i = page - 1; i >= 0; --i) {
            if (!runs[i].isEmpty()) {
                if (follows(runs[i].last().value, run.first().value))
                    return true;
                break;
            }
        }
        for (qsizetype i = page + 1; i < runs.size(); ++i) {
            if (!runs[i].isEmpty())
                return follows(run.last().value, runs[i].first().value) ||
                       (run.size() >= 3 && run.first().value == runs[i].first().value);
        }
        return false;
    }

    /** A number may stand so close that it was joined to its line. */
    void take(PageContent& page, const QVector<LineNumber>& run) const
    {
        for (const LineNumber& number : run) {
            Fragment& fragment = page.fragments[number.fragment];
            const int word = m_isLeft ? fragment.words.takeFirst() : fragment.words.takeLast();
            page.text.words[word].flags |= Word::Furniture;
            if (!fragment.words.isEmpty())
                measure(page.text, fragment);
        }
        page.fragments.removeIf([](const Fragment& fragment) { return fragment.words.isEmpty(); });
    }

    QVector<PageContent>& m_pages;
    const DocumentStyle& m_style;
    const bool m_isLeft;
};

} // namespace

void removeLineNumbers(QVector<PageContent>& pages, const DocumentStyle& style)
{
    for (bool left : {true, false})
        LineNumbers(pages, style, left).remove();
}

} // namespace sheaf::layout
