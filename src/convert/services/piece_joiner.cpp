// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/services/piece_joiner.h"

#include "convert/markdown_blocks.h"
#include "convert/services/block_placer.h"
#include "convert/services/estimated_words.h"
#include "convert/services/page_marks.h"

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** What the native conversion has of a page: blocks that begin there. */
QString nativeMarkdownOf(const Conversion& native, int page)
{
    QString markdown;
    for (const ConvertedBlock& block : native.blocks)
        if (!block.regions.isEmpty() && block.regions.first().page == page)
            markdown += native.markdown.sliced(block.begin, block.end - block.begin).trimmed() + u"\n\n"_s;
    return markdown.trimmed();
}

class Joiner
{
public:
    Joiner(const RemoteText& text, Result<NativePages>& native) : m_text(text), m_native(native) {}

    Conversion run()
    {
        join();
        m_conversion.blocks = markdownBlocks(m_conversion.markdown);
        m_conversion.title = markdownTitle(m_conversion.markdown, m_conversion.blocks);
        for (ConvertedBlock& block : m_conversion.blocks)
            block.kind = pieceOf(block).kind.value_or(block.kind);
        for (const RemotePiece& piece : m_text.pieces)
            m_conversion.pages = std::max(m_conversion.pages, piece.page);
        if (m_native)
            takeNative();
        if (!m_text.metadata.isEmpty())
            m_conversion.metadata = m_text.metadata;
        if (!m_text.references.isEmpty())
            m_conversion.references = m_text.references;
        return std::move(m_conversion);
    }

private:
    void join()
    {
        for (qsizetype i = 0; i < m_text.pieces.size(); ++i) {
            const RemotePiece& piece = m_text.pieces[i];
            QString markdown = piece.markdown;
            if (piece.isMissing && m_native)
                markdown = nativeMarkdownOf(m_native->conversion, piece.page);
            while (markdown.startsWith('\n'_L1))
                markdown.remove(0, 1);
            while (markdown.endsWith('\n'_L1))
                markdown.chop(1);
            if (markdown.isEmpty())
                continue;
            if (!m_conversion.markdown.isEmpty())
                m_conversion.markdown += u"\n\n"_s;
            m_begins.append(m_conversion.markdown.size());
            m_pieces.append(i);
            m_conversion.markdown += markdown;
        }
    }

    const RemotePiece& pieceOf(const ConvertedBlock& block) const
    {
        const auto after = std::ranges::upper_bound(m_begins, qsizetype(block.begin));
        return m_text.pieces.at(m_pieces.at(std::max<qsizetype>(0, after - m_begins.begin() - 1)));
    }

    void takeNative()
    {
        Conversion& native = m_native->conversion;
        BlockPlacer& placer = *m_native->placer;
        QVector<int> pages;
        for (const ConvertedBlock& block : m_conversion.blocks)
            pages.append(pieceOf(block).page);
        placer.place(m_conversion.markdown, m_conversion.blocks, pages);
        m_conversion.audits = placer.audits(std::move(native.audits));
        m_conversion.words = placer.takeWords();
        takeBoxes();
        m_conversion.pages = native.pages;
        m_conversion.doi = native.doi;
        m_conversion.metadata = std::move(native.metadata);
        m_conversion.references = std::move(native.references);
        if (m_conversion.title.isEmpty())
            m_conversion.title = native.title;
    }

    /** Where the words did not tell a block's place, the service's box does. */
    void takeBoxes()
    {
        const auto sizeOf = [this](int page) {
            return page > 0 && page <= m_conversion.words.size() ? m_conversion.words[page - 1].size : QSizeF();
        };
        for (ConvertedBlock& block : m_conversion.blocks) {
            const QVector<PageBox>& shares = pieceOf(block).boxes;
            const bool isPlaced = std::ranges::any_of(block.regions, [&](const PageBox& region) {
                return region.box != QRectF(QPointF(0, 0), sizeOf(region.page));
            });
            if (isPlaced || shares.isEmpty())
                continue;
            block.regions.clear();
            for (const PageBox& share : shares)
                if (const QSizeF size = sizeOf(share.page); !size.isEmpty())
                    block.regions.append({share.page,
                                          {share.box.x() * size.width(), share.box.y() * size.height(),
                                           share.box.width() * size.width(), share.box.height() * size.height()}});
        }
        estimateWords(m_conversion);
    }

    const RemoteText& m_text;
    Result<NativePages>& m_native;
    Conversion m_conversion;
    QVector<qsizetype> m_begins; ///< in the markdown
    QVector<qsizetype> m_pieces; ///< which piece begins there
};

} // namespace

Conversion joinPieces(const RemoteText& text, Result<NativePages>& native)
{
    return Joiner(text, native).run();
}

QVector<RemotePiece> piecesOfMarked(const QString& marked)
{
    const MarkedPages pages = withoutPageMarks(marked);
    QVector<RemotePiece> pieces;
    const qsizetype first = pages.starts.isEmpty() ? pages.markdown.size() : pages.starts.first().at;
    if (first > 0)
        pieces.append({.markdown = pages.markdown.left(first)});
    for (qsizetype i = 0; i < pages.starts.size(); ++i) {
        const qsizetype end = i + 1 < pages.starts.size() ? pages.starts[i + 1].at : pages.markdown.size();
        pieces.append({.markdown = pages.markdown.sliced(pages.starts[i].at, end - pages.starts[i].at),
                       .page = pages.starts[i].page});
    }
    return pieces;
}

} // namespace sheaf
