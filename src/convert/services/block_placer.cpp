// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/services/block_placer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr qsizetype seedLength = 3;
constexpr qsizetype mostSeeds = 64;        ///< of one hash: the rest is a phrase of no use
constexpr qsizetype longestGap = 12;       ///< tokens that one side has and the other has not
constexpr qsizetype shortBlockReach = 600; ///< how far ahead a heading of one or two words is looked for

/** Hash of a word's letters and digits in lower case, 0 where it has none. */
size_t tokenHash(QStringView word)
{
    QVarLengthArray<char16_t, 64> letters;
    for (const QChar c : word) {
        if (c.isLetterOrNumber())
            letters.append(c.toLower().unicode());
    }
    return letters.isEmpty() ? 0 : qHashBits(letters.constData(), size_t(letters.size()) * sizeof(char16_t), 1) | 1;
}

/** Hashes of a piece of markdown's words; tags, link targets and table bars part words. */
QVector<size_t> tokensOf(QStringView markdown)
{
    QVector<size_t> tokens;
    qsizetype begin = 0;
    const auto finish = [&](qsizetype end) {
        if (const size_t hash = tokenHash(markdown.sliced(begin, end - begin)))
            tokens.append(hash);
    };
    for (qsizetype i = 0; i < markdown.size(); ++i) {
        const QChar c = markdown[i];
        const bool opensTarget = c == u'(' && i > 0 && markdown[i - 1] == u']';
        if (!c.isSpace() && c != u'|' && c != u'<' && !opensTarget)
            continue;
        finish(i);
        const qsizetype close = c == u'<' ? markdown.indexOf(u'>', i) : opensTarget ? markdown.indexOf(u')', i) : i;
        i = close >= i && close - i < 500 ? close : i;
        begin = i + 1;
    }
    if (begin < markdown.size())
        finish(markdown.size());
    return tokens;
}

size_t seedHash(size_t a, size_t b, size_t c)
{
    return (a * 31 + b) * 31 + c;
}

} // namespace

BlockPlacer::BlockPlacer(QVector<PageWords> words) : m_pages(std::move(words))
{
    for (quint32 p = 0; p < m_pages.size(); ++p) {
        for (quint32 w = 0; w < m_pages[p].words.size(); ++w) {
            PageWord& word = m_pages[p].words[w];
            if (const size_t hash = tokenHash(word.text))
                m_tokens.push_back({hash, p, w, word.block < 0});
            word.block = -1;
        }
    }
    for (quint32 i = 0; i + quint32(seedLength) <= m_tokens.size(); ++i)
        m_seeds.push_back({seedHash(m_tokens[i].hash, m_tokens[i + 1].hash, m_tokens[i + 2].hash), i});
    std::ranges::stable_sort(m_seeds, {}, &Seed::hash);
}

void BlockPlacer::place(QStringView markdown, QVector<ConvertedBlock>& blocks, const QVector<int>& pages)
{
    for (int i = 0; i < blocks.size(); ++i) {
        ConvertedBlock& block = blocks[i];
        placeBlock(tokensOf(markdown.sliced(block.begin, block.end - block.begin)), pages[i], {i, &block});
        const int page = pages[i];
        if (block.regions.isEmpty() && page > 0 && page <= m_pages.size()) // the page is known, the place is not
            block.regions.append({page, QRectF(QPointF(0, 0), m_pages[page - 1].size)});
    }
}

void BlockPlacer::placeBlock(const QVector<size_t>& text, int page, Target target)
{
    for (qsizetype offset = 0; offset < text.size();) {
        const qint64 token = anchor(text, offset, page);
        offset = token < 0 ? offset + 1 : align(text, offset, token, target);
    }
}

/** Where the text goes on, from this offset: its next tokens as they stand on the page, as near as may be. */
qint64 BlockPlacer::anchor(const QVector<size_t>& text, qsizetype offset, int page) const
{
    if (text.size() < seedLength) { // a short heading: next place with exactly these words
        const qsizetype end = std::min<qsizetype>(m_cursor + shortBlockReach, qsizetype(m_tokens.size()));
        for (qsizetype i = m_cursor; offset == 0 && i + text.size() <= end; ++i) {
            const auto matches = [&](qsizetype k) { return m_tokens[i + k].hash == text[k]; };
            if (matches(0) && matches(text.size() - 1))
                return i;
        }
        return -1;
    }
    if (offset + seedLength > text.size())
        return -1;
    const size_t hash = seedHash(text[offset], text[offset + 1], text[offset + 2]);
    const auto seeds = std::ranges::equal_range(m_seeds, hash, {}, &Seed::hash);
    if (seeds.empty() || std::ranges::ssize(seeds) > mostSeeds)
        return -1;
    return std::ranges::min_element(seeds, {}, [&](const Seed& seed) { return distance(seed.token, page); })->token;
}

/** The page that the service named first, then what follows the last block; what lies before it is less likely. */
qint64 BlockPlacer::distance(quint32 token, int page) const
{
    const qint64 ahead = qint64(token) - m_cursor;
    const bool isOnPage = page > 0 && m_pages[m_tokens[token].page].page == page;
    return (ahead >= 0 ? ahead : -3 * ahead) + (isOnPage || page == 0 ? 0 : qint64(m_tokens.size()) * 3);
}

/** Takes words along while both sides agree, over small gaps; returns the text's offset behind the last of them. */
qsizetype BlockPlacer::align(const QVector<size_t>& text, qsizetype offset, qsizetype token, Target& target)
{
    const qsizetype tokens = qsizetype(m_tokens.size());
    while (offset < text.size() && token < tokens) {
        if (m_tokens[token].hash == text[offset]) {
            assign(m_tokens[token++], target);
            ++offset;
            continue;
        }
        qsizetype skipText = 0, skipTokens = 0;
        for (qsizetype gap = 1; gap <= longestGap && skipText + skipTokens == 0; ++gap) {
            for (qsizetype inText = 0; inText <= gap; ++inText) {
                const qsizetype o = offset + inText, t = token + gap - inText;
                const bool agrees = o < text.size() && t < tokens && text[o] == m_tokens[t].hash &&
                                    (o + 1 >= text.size() || t + 1 >= tokens || text[o + 1] == m_tokens[t + 1].hash);
                if (agrees) {
                    skipText = inText;
                    skipTokens = gap - inText;
                    break;
                }
            }
        }
        if (skipText + skipTokens == 0)
            break;
        for (qsizetype i = 0; skipText > 0 && i < skipTokens;
             ++i) // the same words in other letters: "transfor-" "mation"
            assign(m_tokens[token + i], target);
        offset += skipText;
        token += skipTokens;
    }
    m_cursor = token;
    return offset;
}

void BlockPlacer::assign(const Token& token, Target& target)
{
    PageWord& word = m_pages[token.page].words[token.word];
    if (word.block >= 0)
        return;
    word.block = target.index;
    QVector<PageBox>& regions = target.block->regions;
    const int page = m_pages[token.page].page;
    if (!regions.isEmpty() && regions.constLast().page == page && word.column == target.column)
        regions.last().box |= word.box;
    else
        regions.append({page, word.box});
    target.column = word.column;
}

QVector<QSizeF> BlockPlacer::pageSizes() const
{
    QVector<QSizeF> sizes;
    for (const PageWords& page : m_pages)
        sizes.append(page.size);
    return sizes;
}

QVector<PageAudit> BlockPlacer::audits(QVector<PageAudit> ofPages) const
{
    QHash<int, std::pair<int, int>> counts; // page → words of its text, and those of them in blocks
    for (const Token& token : m_tokens) {
        if (token.isFurniture)
            continue;
        auto& [all, placed] = counts[m_pages[token.page].page];
        ++all;
        placed += m_pages[token.page].words[token.word].block >= 0;
    }
    for (PageAudit& audit : ofPages) {
        const auto [all, placed] = counts.value(audit.page);
        for (const QString& ofOurBlocks :
             {u"words lost"_s, u"order unsure"_s, u"columns mixed"_s, u"line numbers in text"_s, u"text in figures"_s,
              u"table unsure"_s, u"title block unsure"_s})
            audit.reasons.removeAll(ofOurBlocks); // the service has made its own
        if (all == 0)
            continue;
        audit.coverage = double(placed) / all;
        audit.confidence = audit.reasons.isEmpty() ? audit.coverage : std::min(audit.confidence, audit.coverage);
        if (audit.coverage < 0.9)
            audit.reasons.append(u"words lost"_s);
    }
    return ofPages;
}

} // namespace sheaf
