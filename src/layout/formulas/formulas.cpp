// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/formulas/formulas.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

struct Look
{
    int words = 0, mathematical = 0, prose = 0;
    bool relation = false;
};

/** No display is longer; without a bound, a hostile page of nothing but signs takes cubic time. */
constexpr qsizetype mostLines = 60;

class FormulaFinder
{
public:
    FormulaFinder(const LineContext& context, QVector<Group>& groups) : m_context(context), m_groups(groups) {}

    void run()
    {
        for (qsizetype i = 0; i < m_groups.size(); ++i) {
            if (!isMathematical(m_groups[i]))
                continue;
            qsizetype end = i + 1;
            Group whole = m_groups[i];
            while (end < m_groups.size() && whole.lines.size() < mostLines && isMathematical(m_groups[end]) &&
                   goesOn(whole, m_groups[end])) {
                whole.lines += m_groups[end].lines;
                whole.gapBelow = m_groups[end].gapBelow;
                ++end;
            }
            if (!isFormula(whole))
                continue;
            whole.kind = BlockKind::Formula;
            m_groups[i] = whole;
            m_groups.remove(i + 1, end - i - 1);
        }
    }

private:
    Look lookOf(const Group& group) const
    {
        Look look;
        for (const Line& line : group.lines) {
            const PageText& page = m_context.pageOf(line);
            for (int index : line.words) {
                const QStringView text = page.textOf(page.words[index]);
                const bool math = m_context.fonts[page.words[index].font].math;
                const auto letters = std::ranges::count_if(text, [](QChar c) { return c.isLetter(); });
                ++look.words;
                look.mathematical += math || letters <= 1;
                look.prose += !math && letters >= 4;
                look.relation = look.relation || std::ranges::any_of(text, [](QChar c) {
                                    return QStringView(u"=≤≥∈<>≈→∑∫≡∼⟶⇒≠∝").contains(c);
                                });
            }
        }
        return look;
    }

    bool isMathematical(const Group& group) const
    {
        if (!group.isText() || group.kind != BlockKind::Paragraph || group.margin || group.lines.size() > 12)
            return false;
        const Look look = lookOf(group);
        return look.mathematical * 10 >= look.words * 6 && look.prose * 6 <= look.words;
    }

    bool goesOn(const Group& above, const Group& below) const
    {
        if (above.page != below.page || above.column != below.column)
            return false;
        const float em = m_context.style.bodySize;
        const float gap = extent(below).first - extent(above).second;
        // Two whole equations stay two; a numerator or a limit is part of its equation.
        const bool limits = largest(below) < 0.87F * largest(above);
        const bool both = !limits && lookOf(above).relation && lookOf(below).relation;
        return gap < (both ? -0.1F : 0.9F) * em;
    }

    float largest(const Group& group) const
    {
        float size = 0;
        for (const Line& line : group.lines) {
            for (int index : line.words)
                size = std::max(size, m_context.pageOf(line).words[index].size);
        }
        return size;
    }

    /** Top and bottom with all that is larger or raised. */
    std::pair<float, float> extent(const Group& group) const
    {
        float top = 1e9F, bottom = -1e9F;
        for (const Line& line : group.lines) {
            for (int index : line.words) {
                const Word& word = m_context.pageOf(line).words[index];
                top = std::min(top, word.top);
                bottom = std::max(bottom, word.bottom);
            }
        }
        return {top, bottom};
    }

    bool isFormula(const Group& group) const
    {
        const Look look = lookOf(group);
        if (!look.relation || look.words < 3)
            return false;
        float left = 1e9F;
        for (const Line& line : group.lines)
            left = std::min(left, line.x0);
        return left > group.first().left + 0.8F * m_context.style.bodySize;
    }

    const LineContext& m_context;
    QVector<Group>& m_groups;
};

} // namespace

void findFormulas(const LineContext& context, QVector<Group>& groups)
{
    FormulaFinder(context, groups).run();
}

} // namespace sheaf::layout
