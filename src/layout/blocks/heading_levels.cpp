// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/blocks/heading_levels.h"

#include "layout/blocks/classify.h"

#include <QRegularExpression>
#include <QSet>

#include <cmath>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

/** A heading's look; equal looks have equal levels. */
struct Look
{
    int size = 0; ///< tenths of a point
    bool bold = false, capitals = false, italic = false;

    bool operator==(const Look&) const = default;
    /** Higher in the hierarchy. */
    bool above(const Look& other) const
    {
        if (std::abs(size - other.size) > 4)
            return size > other.size;
        return std::tuple(bold, capitals, !italic, size) >
               std::tuple(other.bold, other.capitals, !other.italic, other.size);
    }
};

int numberDepth(const QString& number)
{
    QString digits = number;
    while (digits.endsWith(u'.'))
        digits.chop(1);
    return int(digits.count(u'.')) + 1;
}

class Levels
{
public:
    Levels(const LineContext& context, const DocumentInfo& info, QVector<Group>& groups)
        : m_context(context), m_info(info), m_groups(groups)
    {}

    void run()
    {
        QVector<Group*> headings;
        QVector<Look> ranked;
        for (Group& group : m_groups) {
            if (group.kind == BlockKind::Title)
                group.level = 1;
            if (group.kind != BlockKind::Heading)
                continue;
            headings << &group;
        }
        m_hasRoman = std::ranges::count_if(headings, [&](const Group* heading) {
                         return romanNumber().match(m_context.text(*heading)).hasMatch();
                     }) >= 2;
        // An abstract's or a bibliography's own look says nothing about the sections.
        for (const Group* heading : std::as_const(headings)) {
            if (!ranked.contains(lookOf(*heading)) && !isOutside(*heading))
                ranked << lookOf(*heading);
        }
        std::ranges::sort(ranked, [](const Look& a, const Look& b) { return a.above(b); });
        const int byOutline = outlineOffset(headings);
        QVector<Group*> byLook;
        for (Group* heading : std::as_const(headings)) {
            const QString number = sectionNumber(m_context.text(*heading));
            const int outline = byOutline ? outlineLevel(*heading) : 0;
            if (outline > 0) {
                heading->level = outline + 2 - byOutline;
            } else if (!number.isEmpty() && number[0].isDigit()) {
                heading->level = numberDepth(number) + 1;
            } else if (m_hasRoman && romanNumber().match(m_context.text(*heading)).hasMatch()) {
                heading->level = 2;
            } else if (m_hasRoman && letterNumber().match(number).hasMatch()) {
                heading->level = 3;
            } else {
                heading->level = levelOfLook(headings, *heading, ranked);
                byLook << heading;
            }
        }
        closeUp(headings, byLook);
        setBelowOthers(headings);
        for (Group* heading : std::as_const(headings))
            heading->level = std::clamp(heading->level, 2, 6);
    }

private:
    static const QRegularExpression& romanNumber()
    {
        static const QRegularExpression number(u"^[IVX]{1,5}\\. "_s);
        return number;
    }
    static const QRegularExpression& letterNumber()
    {
        static const QRegularExpression number(u"^[A-H]\\.$"_s);
        return number;
    }

    bool isOutside(const Group& heading) const
    {
        static const QSet<QString> names{u"abstract"_s, u"keywords"_s, u"references"_s, u"bibliography"_s,
                                         u"summary"_s};
        return names.contains(lowerLetters(m_context.text(heading)));
    }

    Look lookOf(const Group& group) const
    {
        const Line& line = group.first();
        const QString text = m_context.text(group);
        return {int(std::lround(line.size * 10)), line.bold, text == text.toUpper(), line.italic};
    }

    /** The level that numbered headings of the same look have, else the look's rank. */
    int levelOfLook(const QVector<Group*>& headings, const Group& heading, const QVector<Look>& ranked) const
    {
        const Look own = lookOf(heading);
        for (const Group* other : headings) {
            const QString number = sectionNumber(m_context.text(*other));
            if (!number.isEmpty() && number[0].isDigit() && lookOf(*other) == own)
                return numberDepth(number) + 1;
        }
        if (isOutside(heading) || (isSectionName(m_context.text(heading)) && ranked.indexOf(own) < 2))
            return 2;
        int level = 2;
        for (const Look& look : ranked) {
            if (look == own)
                break;
            // Looks that no other heading shares rank as their neighbours do.
            ++level;
        }
        return level;
    }

    /** "1) Training", "b) Tests": whatever their look, they part the section that they stand in. */
    void setBelowOthers(const QVector<Group*>& headings) const
    {
        static const QRegularExpression bracketed(u"^(\\d{1,2}|[a-h])\\)\\s"_s);
        int above = 0;
        for (Group* heading : headings) {
            if (bracketed.match(m_context.text(*heading)).hasMatch())
                heading->level = std::max(heading->level, above + 1);
            else
                above = heading->level;
        }
    }

    /** A rank that only special headings have ("Abstract") leaves no gap among the levels. */
    static void closeUp(const QVector<Group*>& headings, const QVector<Group*>& byLook)
    {
        QSet<int> used;
        for (const Group* heading : headings)
            used.insert(heading->level);
        for (Group* heading : byLook) {
            int unused = 0;
            for (int level = 2; level < heading->level; ++level)
                unused += !used.contains(level);
            heading->level -= unused;
        }
    }

    int outlineLevel(const Group& heading) const
    {
        const QString text = lowerLetters(m_context.text(heading));
        for (const OutlineEntry& entry : m_info.outline) {
            if (text.size() > 3 && (lowerLetters(entry.title) == text || text.endsWith(lowerLetters(entry.title))) &&
                lowerLetters(entry.title).size() > 3)
                return entry.level;
        }
        return 0;
    }

    /** The outline's level of top sections; 0 when it names too few of the headings to be believed. */
    int outlineOffset(const QVector<Group*>& headings) const
    {
        if (m_info.outline.size() > 2000)
            return 0;
        int named = 0, highest = 100;
        for (const Group* heading : headings) {
            const int level = outlineLevel(*heading);
            named += level > 0;
            if (level > 0)
                highest = std::min(highest, level);
        }
        return named >= 3 && named * 2 >= headings.size() ? highest : 0;
    }

    const LineContext& m_context;
    const DocumentInfo& m_info;
    QVector<Group>& m_groups;
    bool m_hasRoman = false; ///< sections are numbered I, II, III; their parts A, B, C
};

} // namespace

void setHeadingLevels(const LineContext& context, const DocumentInfo& info, QVector<Group>& groups)
{
    Levels(context, info, groups).run();
}

} // namespace sheaf::layout
