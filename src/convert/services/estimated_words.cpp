// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/services/estimated_words.h"

#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr double lineHeight = 1.2, letterWidth = 0.5; ///< in heights of a letter: common proportions of print
constexpr double confidence = 0.8;                    ///< of a page whose text a service recognised

/** What a reader sees of a block's markdown. */
QStringList wordsOf(QString markdown)
{
    static const QRegularExpression markup(
        u"<[^<>]{1,200}>|!?\\[([^\\]]*)\\]\\([^)]*\\)|^[#>\\s]+|^\\s*[-*+]\\s|[*_`|$]+"_s,
        QRegularExpression::MultilineOption);
    markdown.replace(markup, u" \\1 "_s);
    return markdown.simplified().split(' '_L1, Qt::SkipEmptyParts);
}

/** Fills a box from its upper left, line by line. */
class BoxFiller
{
public:
    BoxFiller(const QRectF& box, qsizetype letters) : m_box(box)
    {
        const double height = std::sqrt(box.width() * box.height() / (lineHeight * letterWidth * double(letters)));
        const double lines = std::max(1.0, std::round(box.height() / (lineHeight * height)));
        m_lineHeight = box.height() / lines;
        m_letter = box.width() * lines / double(letters) * 0.98;
        m_at = box.topLeft();
    }

    /** Where the next word goes; `breaks`: on a new line. */
    QRectF next(qsizetype letters, bool& breaks)
    {
        const double width = std::min(m_letter * double(letters), m_box.width());
        breaks = m_at.x() + width > m_box.right() + m_letter && m_at.x() > m_box.left();
        if (breaks)
            m_at = QPointF(m_box.left(), std::min(m_at.y() + m_lineHeight, m_box.bottom() - m_lineHeight));
        const QRectF word(m_at.x(), m_at.y(), width, m_lineHeight);
        m_at.rx() += m_letter * double(letters + 1);
        return word;
    }

private:
    const QRectF m_box;
    double m_lineHeight = 0, m_letter = 0;
    QPointF m_at;
};

/** A block's words over its regions, by the regions' share of its area. */
void spread(const QStringList& texts, int block, const QVector<PageBox>& regions, QVector<PageWords>& pages)
{
    double area = 0;
    for (const PageBox& region : regions)
        area += region.box.width() * region.box.height();
    if (area <= 0)
        return;
    qsizetype next = 0;
    double share = 0;
    for (const PageBox& region : regions) {
        share += region.box.width() * region.box.height() / area;
        const qsizetype end = &region == &regions.last() ? texts.size() : qsizetype(share * double(texts.size()));
        QVector<PageWord>& words = pages[region.page - 1].words;
        int line = words.isEmpty() ? 0 : words.last().line + 1;
        const auto add = [&](const QRectF& box) {
            PageWord word{.text = texts[next], .box = box, .line = line, .column = 0, .block = block};
            words.append(word);
        };
        if (region.box == QRectF(QPointF(0, 0), pages[region.page - 1].size)) { // only the page is known
            for (; next < end; ++next)
                add(region.box);
            continue;
        }
        qsizetype letters = 1;
        for (qsizetype i = next; i < end; ++i)
            letters += texts[i].size() + 1;
        BoxFiller filler(region.box, letters);
        for (; next < end; ++next) {
            bool breaks = false;
            const QRectF box = filler.next(texts[next].size(), breaks);
            line += breaks;
            add(box);
        }
    }
}

} // namespace

void estimateWords(Conversion& conversion)
{
    QSet<int> silent; ///< pages
    for (const PageWords& page : std::as_const(conversion.words))
        if (page.words.isEmpty())
            silent.insert(page.page);
    if (silent.isEmpty())
        return;
    for (int i = 0; i < conversion.blocks.size(); ++i) {
        const ConvertedBlock& block = conversion.blocks[i];
        const auto isSilent = [&silent](const PageBox& region) { return silent.contains(region.page); };
        if (!block.regions.isEmpty() && std::ranges::all_of(block.regions, isSilent))
            spread(wordsOf(conversion.markdown.mid(block.begin, block.end - block.begin)), i, block.regions,
                   conversion.words);
    }
    for (PageAudit& audit : conversion.audits) {
        const bool isRead = silent.contains(audit.page) && !conversion.words[audit.page - 1].words.isEmpty();
        if (!isRead)
            continue;
        audit.reasons = {u"recognised text"_s};
        audit.words = int(conversion.words[audit.page - 1].words.size());
        audit.confidence = confidence;
        audit.coverage = 1;
    }
}

} // namespace sheaf
