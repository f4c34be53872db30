// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "convert/converter.h"

#include <vector>

/**
 * Puts the blocks of a service's markdown back onto the pages: each block's text is aligned with the words of the
 * pages, which gives its regions, and each word its block. Made while the service works; place() is about linear and
 * takes milliseconds, as the next document waits for it. One thread at a time.
 */
namespace sheaf {

class BlockPlacer
{
public:
    explicit BlockPlacer(QVector<PageWords> words);

    /** Fills the blocks' regions; `pages` holds each block's page where the service named it, 0 = unknown. */
    void place(QStringView markdown, QVector<ConvertedBlock>& blocks, const QVector<int>& pages);
    /** How much of each page's text is in the blocks; what else is known of the pages is kept. */
    QVector<PageAudit> audits(QVector<PageAudit> ofPages) const;
    QVector<QSizeF> pageSizes() const;
    /** The words with their blocks, -1 where none holds them. Ends this object's use. */
    QVector<PageWords> takeWords() { return std::move(m_pages); }

private:
    struct Token
    {
        size_t hash = 0;
        quint32 page = 0, word = 0; ///< indices
        bool isFurniture = false;
    };
    /** Three tokens that follow one another. */
    struct Seed
    {
        size_t hash = 0;
        quint32 token = 0;
    };
    struct Target
    {
        int index = 0; ///< of the block
        ConvertedBlock* block = nullptr;
        int column = -1; ///< of the last region
    };

    void placeBlock(const QVector<size_t>& text, int page, Target target);
    qint64 anchor(const QVector<size_t>& text, qsizetype offset, int page) const;
    qsizetype align(const QVector<size_t>& text, qsizetype offset, qsizetype token, Target& target);
    void assign(const Token& token, Target& target);
    qint64 distance(quint32 token, int page) const;

    QVector<PageWords> m_pages;
    std::vector<Token> m_tokens; ///< of all words that have letters or digits, in reading order
    std::vector<Seed> m_seeds;   ///< sorted by hash
    qsizetype m_cursor = 0;      ///< behind the last token that was placed
};

} // namespace sheaf
