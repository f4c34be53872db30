// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/blocks/classify.h"

#include "layout/blocks/list_marker.h"
#include "layout/figures/seen_regions.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

int lettersIn(const QString& text)
{
    return int(std::ranges::count_if(text, [](QChar c) { return c.isLetter(); }));
}

/** Letters all capitals (or small capitals, which a file shows as capitals). */
bool isCapitals(const QString& text)
{
    int upper = 0, lower = 0;
    for (QChar c : text) {
        upper += c.isUpper();
        lower += c.isLower();
    }
    return upper >= 4 && lower * 12 < upper;
}

class Classifier
{
public:
    Classifier(const LineContext& context, QVector<Group>& groups) : m_context(context), m_groups(groups) {}

    void run()
    {
        for (qsizetype i = 0; i < m_groups.size(); ++i) {
            Group& group = m_groups[i];
            if (!group.isText() || group.kind != BlockKind::Paragraph)
                continue;
            if (isCode(group))
                group.kind = BlockKind::Code;
            else if (isHeading(i) || isSeenAsHeading(i))
                group.kind = BlockKind::Heading;
            else if (const auto marker = listMarker(m_context, group.first()))
                makeListItem(group, *marker);
        }
        nestLists();
        joinChapterLabels();
    }

private:
    bool isCode(const Group& group) const
    {
        return std::ranges::all_of(group.lines, [](const Line& line) { return line.monospace; }) &&
               lettersIn(m_context.text(group)) > 3;
    }

    bool isHeading(qsizetype i) const
    {
        const Group& group = m_groups[i];
        const QString text = m_context.text(group).trimmed();
        const int letters = lettersIn(text);
        if (group.margin || group.lines.size() > 4 || text.size() > 220 || letters < 3 || letters * 2 < text.size())
            return false;
        const Line& line = group.first();
        if (isSeenInFigure(m_context.pageOf(line), line.box()))
            return false;
        const DocumentStyle& style = m_context.style;
        const QString number = sectionNumber(text);
        const QString name = text.mid(number.size()).trimmed();
        const bool display = line.size > 1.25F * style.bodySize;
        if (name.isEmpty() || (name[0].isLower() && !display) ||
            (name[0].isPunct() && !QStringView(u"“‘\"'(¿¡[").contains(name[0])))
            return false;
        const std::optional<ListMarker> marker = listMarker(m_context, line);
        if (marker && marker->bullet)
            return false;
        if (isKeywordLine(text))
            return false;
        const bool capitals = isCapitals(name) || isSmallCaps(line);
        const bool known = isSectionName(text);
        const bool ends =
            text.endsWith(u',') || text.endsWith(u';') ||
            (text.endsWith(u'.') && !known && number.isEmpty() && group.lines.size() + text.size() / 60 > 1);
        static const QRegularExpression sentences(u"[\\p{Ll})\\]]\\. \\p{Lu}\\p{Ll}"_s,
                                                  QRegularExpression::UseUnicodePropertiesOption);
        if (ends || (text.size() > 80 && sentences.match(text).hasMatch()))
            return false;
        const bool apart = group.gapAbove > 1.15F * style.leading * std::max(1.F, line.size / style.bodySize);
        const bool larger = line.size > style.bodySize + 0.7F;
        const bool bold = line.bold && !style.bodyBold && line.size > style.bodySize - 1.1F;
        if (larger && (apart || line.bold || !number.isEmpty()))
            return group.lines.size() <= 3 || line.size > 1.4F * style.bodySize;
        if (bold)
            return (apart || group.gapBelow > 1.05F * style.leading || !number.isEmpty()) && !isRunIn(i);
        if (line.size < style.bodySize - 0.6F && !known)
            return false;
        if (group.lines.size() > 2 || !followedByText(i))
            return false;
        if (known && (apart || capitals))
            return true;
        if (capitals && apart && letters > 5)
            return true;
        const bool otherFace = line.italic || line.font != style.bodyFont;
        if (otherFace && apart && !number.isEmpty())
            return true;
        if (line.italic && apart && group.lines.size() == 1 && text.size() < 90 && !text.endsWith(u'.') &&
            startsColumn(line))
            return true;
        return apart && number.size() >= 3 && number.contains(u'.') && text.size() < 100;
    }

    /** The rules see no heading, the picture shows one, and what it says may be one. */
    bool isSeenAsHeading(qsizetype i) const
    {
        const Group& group = m_groups[i];
        if (group.margin || group.lines.size() > 2)
            return false;
        QRectF box;
        for (const Line& line : group.lines)
            box = united(box, line.box());
        const Line& line = group.first();
        const DocumentStyle& style = m_context.style;
        const QString text = m_context.text(group).trimmed();
        const bool isSetApart = line.bold || line.italic || line.font != style.bodyFont || !style.isBody(line.size) ||
                                !sectionNumber(text).isEmpty(); // a line above a formula is seen as a title, too
        return isSetApart && isSeenAsTitle(m_context.pageOf(line), box) && lettersIn(text) >= 3 &&
               (text[0].isUpper() || text[0].isDigit()) && !QStringView(u".,:;").contains(text.back()) &&
               followedByText(i);
    }

    /** "Index Terms—climate, reading": its list stands behind the word. */
    static bool isKeywordLine(const QString& text)
    {
        static const QRegularExpression keywords(u"^(index terms|key ?words|schlagw[öo]rter|mots[- ]cl[ée]s)\\W+\\w"_s,
                                                 QRegularExpression::CaseInsensitiveOption |
                                                     QRegularExpression::UseUnicodePropertiesOption);
        return keywords.match(text).hasMatch();
    }

    bool isSmallCaps(const Line& line) const
    {
        const PageText& page = m_context.pageOf(line);
        const auto small =
            std::ranges::count_if(line.words, [&](int word) { return page.words[word].is(Word::SmallCaps); });
        return small * 3 >= 2 * line.words.size();
    }

    static bool startsColumn(const Line& line) { return std::abs(line.x0 - line.left) < 0.4F * line.size; }

    bool followedByText(qsizetype i) const
    {
        for (qsizetype j = i + 1; j < m_groups.size(); ++j) {
            if (m_groups[j].isText() && !m_groups[j].margin)
                return true;
        }
        return false;
    }

    /** Bold words that are the beginning of a line that goes on in another weight are part of that paragraph. */
    bool isRunIn(qsizetype i) const
    {
        const Group& group = m_groups[i];
        if (i + 1 >= m_groups.size() || !m_groups[i + 1].isText())
            return false;
        const Line& next = m_groups[i + 1].first();
        return next.page == group.page && std::abs(next.baseline - group.last().baseline) < 2;
    }

    void makeListItem(Group& group, const ListMarker& marker) const
    {
        group.kind = BlockKind::ListItem;
        group.marker = marker.bullet ? u"-"_s : marker.text;
        group.markerWords = marker.words;
    }

    /** "Chapter 3" above the chapter's name. */
    void joinChapterLabels()
    {
        static const QRegularExpression label(
            u"^(chapter|part|appendix|kapitel|teil|anhang|chapitre|partie|annexe|cap[ií]tulo)\\s+([\\divxlc]+|[a-z])[.:]?$"_s,
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
        for (qsizetype i = 0; i + 1 < m_groups.size(); ++i) {
            Group& group = m_groups[i];
            const Group& next = m_groups[i + 1];
            if (group.kind != BlockKind::Heading || next.kind != BlockKind::Heading || group.page != next.page ||
                !label.match(m_context.text(group).trimmed()).hasMatch())
                continue;
            group.lines += next.lines;
            group.gapBelow = next.gapBelow;
            m_groups.removeAt(i + 1);
        }
    }

    /** Levels by the indents of the items that stand together. */
    void nestLists()
    {
        QVector<float> indents;
        for (Group& group : m_groups) {
            if (group.kind != BlockKind::ListItem) {
                const bool inside = group.isText() && group.kind == BlockKind::Paragraph && !indents.isEmpty() &&
                                    group.first().x0 - group.first().left > indents.first() + group.first().size;
                if (group.isText() && !inside)
                    indents.clear();
                continue;
            }
            const float indent = group.first().x0 - group.first().left;
            while (!indents.isEmpty() && indents.last() > indent + 3)
                indents.removeLast();
            if (indents.isEmpty() || indent > indents.last() + 4)
                indents << indent;
            group.level = int(indents.size()) - 1;
        }
    }

    const LineContext& m_context;
    QVector<Group>& m_groups;
};

} // namespace

QString sectionNumber(const QString& text)
{
    static const QRegularExpression number(
        u"^((?:section |chapter |appendix )?(?:\\d{1,2}(?:\\.\\d{1,2}){0,4}\\.?|[IVX]{1,5}\\.|[A-H]\\.\\d{1,2}(?:\\.\\d{1,2})?\\.?|[A-H]\\.?))\\s+(?=\\p{L}|[“\"(])"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const QRegularExpressionMatch match = number.match(text);
    if (!match.hasMatch())
        return {};
    const QString found = match.captured(1);
    // "A study of …" is no numbered heading, "A. Study" and "Appendix A" are.
    if (found.size() == 1 && found[0].isLetter())
        return {};
    return found;
}

bool isSectionName(const QString& text)
{
    static const QSet<QString> names{u"abstract"_s,
                                     u"summary"_s,
                                     u"introduction"_s,
                                     u"background"_s,
                                     u"related work"_s,
                                     u"methods"_s,
                                     u"method"_s,
                                     u"methodology"_s,
                                     u"materials and methods"_s,
                                     u"material and methods"_s,
                                     u"experiments"_s,
                                     u"experimental"_s,
                                     u"experimental section"_s,
                                     u"results"_s,
                                     u"results and discussion"_s,
                                     u"discussion"_s,
                                     u"discussion and conclusion"_s,
                                     u"discussion and conclusions"_s,
                                     u"conclusion"_s,
                                     u"conclusions"_s,
                                     u"conclusions and future work"_s,
                                     u"conclusion and future work"_s,
                                     u"future work"_s,
                                     u"limitations"_s,
                                     u"acknowledgements"_s,
                                     u"acknowledgments"_s,
                                     u"acknowledgement"_s,
                                     u"acknowledgment"_s,
                                     u"references"_s,
                                     u"bibliography"_s,
                                     u"literature cited"_s,
                                     u"works cited"_s,
                                     u"literatur"_s,
                                     u"appendix"_s,
                                     u"appendices"_s,
                                     u"funding"_s,
                                     u"author contributions"_s,
                                     u"conflict of interest"_s,
                                     u"conflicts of interest"_s,
                                     u"competing interests"_s,
                                     u"declaration of competing interest"_s,
                                     u"data availability"_s,
                                     u"data availability statement"_s,
                                     u"supplementary material"_s,
                                     u"supporting information"_s,
                                     u"keywords"_s,
                                     u"contents"_s,
                                     u"ethics statement"_s,
                                     u"preface"_s,
                                     u"zusammenfassung"_s,
                                     u"einleitung"_s,
                                     u"notes"_s,
                                     u"statement of need"_s};
    QString name = text.mid(sectionNumber(text).size()).trimmed().toLower();
    while (name.endsWith(u'.') || name.endsWith(u':'))
        name.chop(1);
    return names.contains(name);
}

void classifyGroups(const LineContext& context, QVector<Group>& groups)
{
    Classifier(context, groups).run();
}

} // namespace sheaf::layout
