// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/blocks/paragraphs.h"

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

class Joiner
{
public:
    Joiner(const LineContext& context, QVector<Group>& groups) : m_context(context), m_groups(groups) {}

    void run()
    {
        learnIndent();
        QVector<bool> gone(m_groups.size(), false);
        qsizetype open = -1;
        bool parted = false;
        for (qsizetype i = 0; i < m_groups.size(); ++i) {
            Group& group = m_groups[i];
            if (!isRunningText(group)) {
                const bool passes = group.margin || group.kind == BlockKind::Caption ||
                                    group.kind == BlockKind::Footnote || group.kind == BlockKind::Table ||
                                    group.kind == BlockKind::Figure || group.kind == BlockKind::Furniture;
                parted = true;
                if (!passes)
                    open = -1;
                continue;
            }
            const bool apart = open >= 0 && (parted || m_groups[open].last().page != group.page ||
                                             m_groups[open].last().column != group.column);
            if (apart && continues(m_groups[open], group)) {
                m_groups[open].lines += group.lines;
                gone[i] = true;
            } else {
                open = i;
            }
            parted = false;
        }
        removeGone(gone);
    }

private:
    static bool isRunningText(const Group& group)
    {
        return group.isText() && !group.margin &&
               (group.kind == BlockKind::Paragraph || group.kind == BlockKind::ListItem ||
                group.kind == BlockKind::Abstract || group.kind == BlockKind::Theorem);
    }

    void learnIndent()
    {
        int indented = 0, flush = 0;
        for (const Group& group : std::as_const(m_groups)) {
            if (group.kind != BlockKind::Paragraph || group.lines.size() < 3)
                continue;
            const float shift = group.lines[0].x0 - group.lines[1].x0;
            indented += shift > 0.7F * group.first().size;
            flush += std::abs(shift) < 0.3F * group.first().size;
        }
        m_indented = indented > flush;
    }

    bool continues(const Group& before, const Group& after) const
    {
        if (after.kind == BlockKind::ListItem || after.kind == BlockKind::Theorem ||
            std::abs(before.last().size - after.first().size) > 0.7F)
            return false;
        if (before.last().bold != after.first().bold)
            return false;
        const QString text = m_context.text(before.last()).trimmed();
        const QString next = m_context.text(after.first()).trimmed();
        if (text.isEmpty() || next.isEmpty())
            return false;
        const Line& last = before.last();
        const bool full = last.x1 > last.right - 1.8F * last.size;
        const bool startsLower = next[0].isLower() || (next[0] == u'(' && next.size() > 1 && next[1].isLower());
        if (endsWithHyphen(text) && startsLower)
            return true;
        if (!endsSentence(text))
            return startsLower || full;
        const bool flush = after.first().x0 < after.first().left + 0.5F * after.first().size;
        return full && flush && m_indented && after.lines.size() > 1;
    }

    static bool endsWithHyphen(const QString& text)
    {
        return text.size() > 1 && text.back() == u'-' && text[text.size() - 2].isLetter();
    }

    static bool endsSentence(const QString& text)
    {
        for (qsizetype i = text.size() - 1; i >= 0; --i) {
            if (u".?!:"_s.contains(text[i]))
                return true;
            if (!u"\"'”’)]»"_s.contains(text[i]) && !text[i].isDigit() && text[i] != u' ' && text[i] != u',')
                return false;
            if (text[i].isDigit() && text.size() - i > 4)
                return false;
        }
        return false;
    }

    void removeGone(const QVector<bool>& gone)
    {
        QVector<Group> kept;
        for (qsizetype i = 0; i < m_groups.size(); ++i) {
            if (!gone[i])
                kept << std::move(m_groups[i]);
        }
        m_groups = std::move(kept);
    }

    const LineContext& m_context;
    QVector<Group>& m_groups;
    bool m_indented = false;
};

} // namespace

void joinParagraphs(const LineContext& context, QVector<Group>& groups)
{
    Joiner(context, groups).run();
}

} // namespace sheaf::layout
