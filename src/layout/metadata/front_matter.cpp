// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/metadata/front_matter.h"

#include "layout/blocks/classify.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

constexpr qsizetype proseLines = 4, proseLetters = 300; ///< so much is running text

QString lettersOnly(const QString& text)
{
    QString letters;
    for (QChar c : text) {
        if (c.isLetterOrNumber())
            letters += c.toLower();
    }
    return letters;
}

bool namesPlace(const QString& text)
{
    static const QRegularExpression place(
        u"universi|department|dept\\.|institut|laborator|school of|facult|college|hospital|centre|center "
        u"for|research|academy|"
        "@|\\binc\\.|\\bltd|gmbh|corporation|foundation|ministry|division of|\\bCNRS\\b|\\b(USA|UK|China|Germany|France|Italy|Japan|India|Canada)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return place.match(text).hasMatch();
}

bool isPublisherNote(const QString& text)
{
    static const QRegularExpression note(
        u"^(received|accepted|published|submitted|available online|citation:|cite (this|as)|copyright|©|academic "
        u"editor|editor|editors|"
        "reviewed by|reviewers|edited by|correspondence|corresponding author|open access|licen[cs]e|article "
        "history|doi\\b|https?://(dx\\.)?doi|contents lists|"
        "journal homepage|publisher|how to cite|software\\b|specialty section|check for updates|e-?mail|research "
        "article|original (article|paper|research)|"
        "review article|article info|permission to make|this work is licensed|this is an open[- ]access)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return note.match(text.trimmed()).hasMatch();
}

/** Several of a publisher's data in one group. */
bool isImprintBox(const QString& text)
{
    int signs = 0;
    for (const QLatin1StringView sign :
         {"©"_L1, "doi:"_L1, "doi.org"_L1, "issn"_L1, "vol."_L1, "guidelines"_L1, "journals."_L1, "permissions"_L1})
        signs += text.contains(sign, Qt::CaseInsensitive);
    return signs >= 2 && text.size() < 500;
}

class FrontMatter
{
public:
    FrontMatter(const LineContext& context, const DocumentInfo& info, QVector<Group>& groups)
        : m_context(context), m_info(info), m_groups(groups)
    {}

    void run()
    {
        markMargins();
        splitAbstractLabels();
        const qsizetype title = titleGroup();
        if (title >= 0)
            markHead(title);
        markAbstract();
    }

private:
    bool onFirstPage(qsizetype i) const { return m_groups[i].page == m_groups.first().page; }

    /** The first page's margin may hold the publisher's data about the paper; without a sign of them it is text. */
    void markMargins()
    {
        const auto inMargin = [&](const Group& group) {
            return group.margin && group.page == m_groups.first().page && group.isText();
        };
        const bool isData = std::ranges::any_of(m_groups, [&](const Group& group) {
            const QString text = inMargin(group) ? m_context.text(group) : QString();
            return isPublisherNote(text) || isImprintBox(text);
        });
        for (Group& group : m_groups) {
            if (isData && inMargin(group))
                group.kind = BlockKind::Furniture;
        }
    }

    /** "Abstract—We show…" becomes a heading and its text. */
    void splitAbstractLabels()
    {
        static const QRegularExpression label(u"^(a ?b ?s ?t ?r ?a ?c ?t|abstract|summary)\\s*[.:—–-]+\\s*"_s,
                                              QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression bareLabel(u"^(abstract|summary)\\s+"_s,
                                                  QRegularExpression::CaseInsensitiveOption);
        for (qsizetype i = 0; i < m_groups.size() && m_groups[i].page <= m_groups.first().page + 1; ++i) {
            if (!m_groups[i].isText() || isSectionName(m_context.text(m_groups[i])))
                continue;
            Line& line = m_groups[i].lines.first();
            const PageText& page = m_context.pageOf(line);
            QRegularExpressionMatch match = label.match(m_context.text(line));
            if (!match.hasMatch() && hasBoldLabel(line))
                match = bareLabel.match(m_context.text(line));
            if (!match.hasMatch() || match.capturedEnd() >= m_context.text(m_groups[i]).size())
                continue;
            qsizetype words = 1;
            while (words < line.words.size() && plainText(page, line.words.mid(0, words)).size() < match.capturedEnd(1))
                ++words;
            if (words >= line.words.size())
                continue;
            Group heading = m_groups[i];
            heading.kind = BlockKind::Heading;
            heading.lines = {line};
            heading.lines.first().words = line.words.mid(0, words);
            measure(page, heading.lines.first());
            line.words = line.words.mid(words);
            measure(page, line);
            readStyle(m_context, line);
            if (m_groups[i].kind == BlockKind::Heading)
                m_groups[i].kind = BlockKind::Paragraph;
            m_groups[i].gapAbove = 1000;
            m_groups.insert(i, heading);
            return;
        }
    }

    /** The first word is bold and the second is not. */
    bool hasBoldLabel(const Line& line) const
    {
        const PageText& page = m_context.pageOf(line);
        return line.words.size() > 1 && m_context.fonts[page.words[line.words[0]].font].bold &&
               !m_context.fonts[page.words[line.words[1]].font].bold;
    }

    /** Much of the page is set as large: then this is no title. */
    bool isCommonSize(const Group& group) const
    {
        const PageContent& page = m_context.pages[group.page];
        int all = 0, asLarge = 0;
        for (const Fragment& fragment : page.fragments) {
            const int words = int(fragment.words.size());
            all += words;
            asLarge += fragment.size > 0.97F * group.first().size ? words : 0;
        }
        return asLarge * 3 > all && all > 60;
    }

    qsizetype titleGroup() const
    {
        float largest = 0;
        QVector<qsizetype> candidates;
        const QString announced = lettersOnly(m_info.title);
        for (qsizetype i = 0; i < m_groups.size() && onFirstPage(i); ++i) {
            const Group& group = m_groups[i];
            const QString text = group.isText() ? m_context.text(group) : QString();
            const bool fitting = lettersOnly(text).size() >= 5 && text.size() < 300 && !isCommonSize(group);
            if (!group.isText() || group.kind == BlockKind::Furniture || group.lines.size() > 8 || !fitting ||
                group.first().middle() > 0.62 * m_context.pageOf(group.first()).height())
                continue;
            if (announced.size() > 12 && group.first().size > m_context.style.bodySize &&
                announced.startsWith(lettersOnly(text).left(40)) && lettersOnly(text).size() > 12)
                return i;
            if (group.first().size < 1.12F * m_context.style.bodySize || isSectionName(text))
                continue;
            candidates << i;
            largest = std::max(largest, group.first().size);
        }
        // A journal's own name may be set as large as the title; the title is the longer text.
        qsizetype best = -1, bestLength = 0;
        for (qsizetype i : std::as_const(candidates)) {
            const Group& group = m_groups[i];
            const qsizetype length = m_context.text(group).size();
            const bool fits = group.first().size > 0.93F * largest ||
                              (group.first().size > 0.75F * largest && length > 30 && bestLength < 25);
            if (fits && (best < 0 || (bestLength < 25 && length > bestLength))) {
                best = i;
                bestLength = length;
            }
        }
        return best >= 0 ? best : plainTitle();
    }

    /** A title no larger than the text: the first group of all, centred in bold or capitals, and no section's name. */
    qsizetype plainTitle() const
    {
        for (qsizetype i = 0; i < m_groups.size() && onFirstPage(i); ++i) {
            const Group& group = m_groups[i];
            if (!group.isText() || group.kind == BlockKind::Furniture || group.margin)
                continue;
            const QString text = m_context.text(group);
            const Line& line = group.first();
            const float left = line.x0 - line.left, right = line.right - line.x1;
            const bool centred = group.lines.size() > 1 || std::abs(left - right) < 1.5F * line.size;
            const bool fits = text.size() > 14 && text.size() < 250 && group.lines.size() < 6 && !isSectionName(text) &&
                              sectionNumber(text).isEmpty() && !text.endsWith(u'.');
            const bool capitals = text == text.toUpper() && text != text.toLower(); // not a script without case
            const bool setOff = line.bold || capitals || group.kind == BlockKind::Heading;
            return fits && centred && setOff ? i : -1;
        }
        return -1;
    }

    void markHead(qsizetype title)
    {
        Group& head = m_groups[title];
        head.kind = BlockKind::Title;
        qsizetype next = title + 1;
        // A title's further lines may have been parted by its large leading.
        while (next < m_groups.size() && continuesTitle(head, m_groups[next])) {
            head.lines += m_groups[next].lines;
            m_groups.remove(next);
        }
        const bool followsText = std::any_of(m_groups.cbegin(), m_groups.cbegin() + title, [&](const Group& group) {
            return group.isText() && group.lines.size() >= proseLines && m_context.text(group).size() > proseLetters;
        });
        for (qsizetype i = 0; i < title; ++i) {
            Group& above = m_groups[i];
            if (!above.isText() || above.kind == BlockKind::Furniture || above.kind == BlockKind::Caption)
                continue;
            const QString text = m_context.text(above);
            const bool small = above.first().size < 1.05F * m_context.style.bodySize && text.size() < 120;
            if (isPublisherNote(text) || isImprintBox(text) || (small && !followsText))
                above.kind = BlockKind::Furniture;
        }
        bool seenAuthors = false;
        qsizetype last = -1;
        for (qsizetype i = next; i < m_groups.size() && onFirstPage(i); ++i) {
            Group& group = m_groups[i];
            if (!group.isText() || group.kind == BlockKind::Furniture || group.kind == BlockKind::Footnote)
                continue;
            const QString text = m_context.text(group);
            if (endsHead(group, text, seenAuthors))
                break;
            if (isPublisherNote(text) || isImprintBox(text))
                group.kind = BlockKind::Furniture;
            else if (!seenAuthors && !startsWithPlace(text)) {
                group.kind = BlockKind::Authors;
                seenAuthors = lettersOnly(text).size() > 2; // a mark alone is only a part of them
            } else
                group.kind = namesPlace(text) || seenAuthors ? BlockKind::Affiliation : BlockKind::Authors;
            group.markerWords = 0;
            last = i;
        }
        if (last >= 0)
            takeBesides(title, last);
    }

    /** Authors of a further column, which come behind all of the first one, text and all. */
    void takeBesides(qsizetype title, qsizetype last)
    {
        const float top = m_groups[title].last().baseline;
        const int column = m_groups[last].column;
        float bottom = 0;
        for (qsizetype i = title + 1; i <= last; ++i) {
            if (m_groups[i].isText())
                bottom = std::max(bottom, m_groups[i].last().bottom);
        }
        for (qsizetype i = last + 1; i < m_groups.size() && onFirstPage(i); ++i) {
            Group& group = m_groups[i];
            const bool beside = group.isText() && group.column != column &&
                                (group.kind == BlockKind::Paragraph || group.kind == BlockKind::Heading ||
                                 group.kind == BlockKind::ListItem) &&
                                group.first().top > top && group.last().bottom < bottom + 2 && group.lines.size() < 6;
            if (!beside || isSectionName(m_context.text(group)))
                continue;
            group.kind = BlockKind::Affiliation;
            group.markerWords = 0;
            m_groups.move(i, ++last);
        }
    }

    static bool startsWithPlace(const QString& text)
    {
        return namesPlace(text.left(40)) && !text.left(40).contains(u',');
    }

    /** A short last line may stand in a column of its own, with no gap above that counts: its place tells. */
    static bool continuesTitle(const Group& head, const Group& group)
    {
        if (!group.isText() || group.page != head.page || std::abs(group.first().size - head.first().size) > 0.3F ||
            group.first().font != head.first().font)
            return false;
        const float step = group.first().baseline - head.last().baseline;
        const bool below = step > 0 && step < 1.6F * head.first().size && group.first().x0 < head.last().x1;
        return group.gapAbove < 2.2F * head.first().size || below;
    }

    bool endsHead(const Group& group, const QString& text, bool seenAuthors) const
    {
        if (isSectionName(text) || text.startsWith("abstract"_L1, Qt::CaseInsensitive) ||
            text.startsWith("keywords"_L1, Qt::CaseInsensitive))
            return true;
        if (group.kind == BlockKind::Caption)
            return true;
        if (group.kind == BlockKind::Heading && seenAuthors && !namesPlace(text) &&
            (!sectionNumber(text).isEmpty() || (isLookShared(group) && isFollowedByProse(group))))
            return true;
        // Running text: long and in sentences.
        return group.lines.size() >= proseLines && group.first().size < m_context.style.bodySize + 0.35F &&
               text.size() > proseLetters && !namesPlace(text.left(200)) && text.contains(". "_L1);
    }

    bool isFollowedByProse(const Group& group) const
    {
        const qsizetype next = &group - m_groups.constData() + 1;
        return next < m_groups.size() && m_groups[next].isText() && m_context.text(m_groups[next]).size() > 150 &&
               m_context.style.isBody(m_groups[next].first().size);
    }

    /** Headings of later pages look the same. */
    bool isLookShared(const Group& group) const
    {
        return std::ranges::any_of(m_groups, [&](const Group& other) {
            return other.kind == BlockKind::Heading && other.page > group.page &&
                   std::abs(other.first().size - group.first().size) < 0.2F && other.first().font == group.first().font;
        });
    }

    void markAbstract()
    {
        for (qsizetype i = 0; i < m_groups.size() && m_groups[i].page <= m_groups.first().page + 1; ++i) {
            QString name = m_groups[i].isText() ? lettersOnly(m_context.text(m_groups[i])) : QString();
            if (name != "abstract"_L1)
                continue;
            m_groups[i].kind = BlockKind::Heading;
            for (qsizetype j = i + 1; j < m_groups.size(); ++j) {
                if (m_groups[j].kind == BlockKind::Heading)
                    return;
                if (m_groups[j].isText() && onFirstPage(j) && isImprintBox(m_context.text(m_groups[j])))
                    m_groups[j].kind = BlockKind::Furniture;
                if (m_groups[j].kind == BlockKind::Paragraph && m_groups[j].isText())
                    m_groups[j].kind = BlockKind::Abstract;
                if (m_groups[j].page > m_groups[i].page)
                    return;
            }
        }
    }

    const LineContext& m_context;
    const DocumentInfo& m_info;
    QVector<Group>& m_groups;
};

} // namespace

void findFrontMatter(const LineContext& context, const DocumentInfo& info, QVector<Group>& groups)
{
    if (!groups.isEmpty())
        FrontMatter(context, info, groups).run();
}

} // namespace sheaf::layout
