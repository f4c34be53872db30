// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/blocks/theorems.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

struct Head
{
    QString text;      ///< "Theorem 2.1", without what its end is marked by
    qsizetype end = 0; ///< behind its name in brackets and its full stop
    bool numbered = false;
    bool closed = false; ///< ends with a stop, colon or dash
};

std::optional<Head> headOf(const QString& text)
{
    static const QRegularExpression head(
        u"^(?<head>(?:(?:theorem|lemma|proposition|corollary|definition|conjecture|claim|axiom|assumption|hypothesis|"
        "observation|property|remark|example|counterexample|notation|problem|exercise|algorithm|proof(?: sketch| "
        "outline)?|sketch of (?:the )?proof|"
        "satz|korollar|beweis|bemerkung|beispiel|théorème|lemme|définition|corollaire|démonstration|preuve|remarque|"
        "exemple|teorema|lema|definición|demostración|corolario|ejemplo|observación)s?"
        "(?<number> (?:\\d+(?:\\.\\d+)*[a-z]?′?|[A-Z](?:\\.?\\d+)*|[IVX]+))?"
        "|(?:proof|beweis|preuve|démonstration|demostración)(?: of| von| de| des)? (?:the )?"
        "(?:theorem|lemma|proposition|corollary|claim|satz|théorème|lemme|teorema|lema) \\d+(?:\\.\\d+)*))"
        "(?: ?[(\\[][^)\\]]{1,90}[)\\]])?(?<stop> ?[.:—–]|\\.—)?(?= |$)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const QRegularExpressionMatch match = head.match(text);
    if (!match.hasMatch() || !text[0].isUpper())
        return std::nullopt;
    return Head{match.captured(u"head"_s), match.capturedEnd(), match.hasCaptured(u"number"_s),
                match.hasCaptured(u"stop"_s)};
}

class TheoremMarker
{
public:
    TheoremMarker(const LineContext& context, QVector<Group>& groups) : m_context(context), m_groups(groups) {}

    void run()
    {
        for (qsizetype i = 0; i < m_groups.size(); ++i) {
            Group& group = m_groups[i];
            if (!group.isText() || group.margin || group.markerWords > 0)
                continue;
            const std::optional<Head> head = headOf(m_context.text(group.first()));
            if (!head)
                continue;
            if (group.kind == BlockKind::Heading ? takesNext(i, *head) : isTheorem(group, *head)) {
                m_groups[i].kind = BlockKind::Theorem;
                m_groups[i].marker = head->text;
                takeRest(i, head->end);
            }
        }
    }

private:
    bool isTheorem(const Group& group, const Head& head) const
    {
        if (group.kind != BlockKind::Paragraph)
            return false;
        const PageText& page = m_context.pageOf(group.first());
        const Word& first = page.words[group.first().words.first()];
        const Font& face = m_context.fonts[first.font];
        const Font* next = faceBehind(group, head.end);
        const bool capitals = page.textOf(first).size() > 3 && page.textOf(first).toString().isUpper();
        const bool setOff =
            capitals || (face.bold && !m_context.style.bodyBold) || first.font != m_context.style.bodyFont;
        // A whole paragraph in another font is no head; one that goes on in italics is a statement.
        const bool changes = next && (*next != face);
        const bool statement = next && next->italic && !face.italic;
        return (head.closed || head.numbered) && (statement || (setOff && (changes || capitals)));
    }

    /** The font of the first word of text behind the head; mathematics and marks do not tell. */
    const Font* faceBehind(const Group& group, qsizetype headEnd) const
    {
        qsizetype at = 0;
        for (const Line& line : group.lines) {
            const PageText& page = m_context.pageOf(line);
            for (int index : line.words) {
                const Word& word = page.words[index];
                const Font& font = m_context.fonts[word.font];
                if (at >= headEnd && word.length > 1 && !font.math && page.textOf(word)[0].isLetter())
                    return &font;
                at += word.length + 1;
            }
        }
        return nullptr;
    }

    /** A numbered head on a line of its own, with its statement below. */
    bool takesNext(qsizetype i, const Head& head)
    {
        const bool whole = head.numbered && head.end >= m_context.text(m_groups[i]).size();
        static const QRegularExpression statement(u"^(theorem|lemma|proposition|corollary|definition)"_s,
                                                  QRegularExpression::CaseInsensitiveOption);
        if (!whole || !statement.match(head.text).hasMatch() || i + 1 >= m_groups.size())
            return false;
        const Group& next = m_groups[i + 1];
        if (next.kind != BlockKind::Paragraph || !next.isText() || next.page != m_groups[i].page)
            return false;
        m_groups[i].lines += next.lines;
        m_groups[i].gapBelow = next.gapBelow;
        m_groups.remove(i + 1);
        return true;
    }

    /** A statement in italics goes on behind its formulas. */
    void takeRest(qsizetype i, qsizetype headEnd)
    {
        const Font* face = faceBehind(m_groups[i], headEnd);
        for (qsizetype j = i + 1; face && face->italic && j < m_groups.size() && m_groups[j].isText(); ++j) {
            if (m_groups[j].kind == BlockKind::Paragraph && m_groups[j].first().italic)
                m_groups[j].kind = BlockKind::Theorem;
            else if (m_groups[j].kind != BlockKind::Formula)
                return;
        }
    }

    const LineContext& m_context;
    QVector<Group>& m_groups;
};

} // namespace

void markTheorems(const LineContext& context, QVector<Group>& groups)
{
    TheoremMarker(context, groups).run();
}

} // namespace sheaf::layout
