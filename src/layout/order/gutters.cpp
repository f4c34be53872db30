// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/order/gutters.h"

#include <algorithm>
#include <utility>

namespace sheaf::layout {

namespace {

constexpr float narrowestGutter = 0.55F; ///< of the body size
constexpr float narrowestColumn = 7.5F;  ///< of the body size
constexpr float narrowestFree = 5;
constexpr int fewestLines = 3;
constexpr int longLine = 28; ///< letters

class GutterFinder
{
public:
    GutterFinder(const QVector<Piece>& pieces, float bodySize) : m_pieces(pieces), m_em(bodySize)
    {
        std::ranges::sort(m_pieces, {}, &Piece::top);
    }

    std::optional<Gutter> best() const
    {
        QVector<Gutter> tried;
        std::optional<Gutter> best;
        float bestHeight = 0;
        for (qsizetype i = 0; i < m_pieces.size(); ++i) {
            const std::optional<Gutter> seed = gapRightOf(i);
            if (!seed || isTried(tried, *seed))
                continue;
            const Gutter grown = grow(*seed);
            tried << grown;
            const float height = grown.bottom - grown.top;
            if (height > bestHeight && separatesColumns(grown)) {
                bestHeight = height;
                best = grown;
            }
        }
        return best;
    }

private:
    /** The white between a piece and its nearest neighbour to the right. */
    std::optional<Gutter> gapRightOf(qsizetype i) const
    {
        const Piece& piece = m_pieces[i];
        float next = 1e9F;
        for (qsizetype j = 0; j < m_pieces.size(); ++j) {
            const Piece& other = m_pieces[j];
            if (other.top > piece.bottom)
                break;
            const float overlap = std::min(piece.bottom, other.bottom) - std::max(piece.top, other.top);
            if (other.x0 >= piece.x1 - 1 &&
                overlap > 0.3F * std::min(piece.bottom - piece.top, other.bottom - other.top))
                next = std::min(next, other.x0);
        }
        if (next > 1e8F || next - piece.x1 < narrowestGutter * m_em)
            return std::nullopt;
        return Gutter{piece.x1, next, piece.top, piece.bottom};
    }

    static bool isTried(const QVector<Gutter>& tried, const Gutter& seed)
    {
        const float middle = (seed.top + seed.bottom) / 2;
        return std::ranges::any_of(tried, [&](const Gutter& g) {
            return g.top <= middle && g.bottom >= middle && g.x0 >= seed.x0 - 1 && g.x1 <= seed.x1 + 1;
        });
    }

    /** Narrows the strip to pass the piece; false where it cannot. */
    bool pass(Gutter& gutter, const Piece& piece) const
    {
        if (piece.x1 <= gutter.x0 + 0.5F || piece.x0 >= gutter.x1 - 0.5F)
            return true;
        const float leftRest = piece.x0 - gutter.x0, rightRest = gutter.x1 - piece.x1;
        if (std::max(leftRest, rightRest) < narrowestGutter * m_em)
            return false;
        if (leftRest > rightRest)
            gutter.x1 = piece.x0;
        else
            gutter.x0 = piece.x1;
        return true;
    }

    Gutter grow(Gutter gutter) const
    {
        const float from = (gutter.top + gutter.bottom) / 2;
        float top = -1e9F, bottom = 1e9F;
        for (const Piece& piece : m_pieces) {
            if (piece.middle() >= from && !pass(gutter, piece)) {
                bottom = piece.top;
                break;
            }
        }
        for (qsizetype i = m_pieces.size() - 1; i >= 0; --i) {
            if (m_pieces[i].middle() < from && !pass(gutter, m_pieces[i])) {
                top = m_pieces[i].bottom;
                break;
            }
        }
        gutter.top = 1e9F;
        gutter.bottom = -1e9F;
        for (const Piece& piece : m_pieces) {
            if (piece.middle() > top && piece.middle() < bottom) {
                gutter.top = std::min(gutter.top, piece.top);
                gutter.bottom = std::max(gutter.bottom, piece.bottom);
            }
        }
        return gutter;
    }

    /** Another piece stands between this one and the gutter: it belongs to a further column. A label hides cells of its
     * table's row, but not the text that it stands before. */
    static bool isHidden(const Piece& piece, const QVector<Piece>& side, bool left)
    {
        constexpr qsizetype most = 600; // pages of more pieces are tables or drawings
        constexpr int cellLetters = 15;
        return side.size() < most && std::ranges::any_of(side, [&](const Piece& other) {
                   const bool between = left ? other.x0 >= piece.x1 - 1 : other.x1 <= piece.x0 + 1;
                   return between && (!isLabel(other) || piece.letters <= cellLetters) &&
                          std::min(piece.bottom, other.bottom) - std::max(piece.top, other.top) >
                              0.3F * std::min(piece.bottom - piece.top, other.bottom - other.top);
               });
    }

    struct Side
    {
        int lines = 0, letters = 0;
        float x0 = 1e9F, x1 = -1e9F, top = 1e9F, bottom = -1e9F, blockHeight = 0;
        QVector<std::pair<float, int>> widths; ///< with letters

        void add(const Piece& piece)
        {
            if (piece.obstacle >= 0)
                blockHeight += piece.bottom - piece.top;
            else
                ++lines;
            letters += piece.letters;
            x0 = std::min(x0, piece.x0);
            x1 = std::max(x1, piece.x1);
            top = std::min(top, piece.top);
            bottom = std::max(bottom, piece.bottom);
            widths.emplaceBack(piece.width(), piece.letters);
        }
    };

    static bool isLabel(const Piece& piece) { return piece.obstacle < 0 && piece.letters <= 5; }

    /** What ends at the gutter are labels of what stands behind it: the columns' own gutter is left of them. */
    bool endsInLabels(const QVector<Piece>& left, const Gutter& gutter) const
    {
        int labels = 0;
        for (const Piece& piece : left) {
            if (piece.x1 < gutter.x0 - 2.5F * m_em)
                continue;
            if (!isLabel(piece))
                return false;
            ++labels;
        }
        return labels >= 2;
    }

    /** Both sides hold lines as wide as a column's: not labels of a list, not cells of a table. */
    bool separatesColumns(const Gutter& gutter) const
    {
        Side left, right;
        QVector<Piece> leftPieces, rightPieces;
        for (const Piece& piece : m_pieces) {
            if (piece.middle() >= gutter.top && piece.middle() <= gutter.bottom)
                (piece.x1 <= gutter.x0 + 1 ? leftPieces : rightPieces) << piece;
        }
        if (endsInLabels(leftPieces, gutter))
            return false;
        for (const Piece& piece : std::as_const(leftPieces)) {
            if (!isHidden(piece, leftPieces, true))
                left.add(piece);
        }
        for (const Piece& piece : std::as_const(rightPieces)) {
            if (!isHidden(piece, rightPieces, false))
                right.add(piece);
        }
        const bool free = !standsInRows(leftPieces, rightPieces);
        return isColumn(left, free && isText(right)) && isColumn(right, free && isText(left)) &&
               std::min(left.bottom, right.bottom) - std::max(left.top, right.top) > m_em;
    }

    /** Half of the lines of one side, or more, have one of the other side at their height: both may be rows of a table.
     */
    static bool standsInRows(const QVector<Piece>& left, const QVector<Piece>& right)
    {
        constexpr float descent = 0.22F; // of a line's height
        const auto baseline = [](const Piece& piece) { return piece.bottom - descent * (piece.bottom - piece.top); };
        QVector<float> baselines;
        for (const Piece& piece : right)
            baselines << baseline(piece);
        std::ranges::sort(baselines);
        const auto shared = std::ranges::count_if(left, [&](const Piece& piece) {
            const float tolerance = 0.12F * (piece.bottom - piece.top);
            const auto next = std::ranges::lower_bound(baselines, baseline(piece) - tolerance);
            return next != baselines.end() && *next < baseline(piece) + tolerance;
        });
        return shared * 2 >= std::min(left.size(), right.size());
    }

    /** Lines as long as those of running text. */
    static bool isText(const Side& side) { return side.lines >= 5 && side.letters > longLine * side.lines; }

    /** `free`: beside a text with other baselines it may be narrow and of short lines. */
    bool isColumn(const Side& side, bool free) const
    {
        if (side.x1 - side.x0 < (free ? narrowestFree : narrowestColumn) * m_em)
            return false;
        if (side.blockHeight > 4 * m_em)
            return true;
        if (side.lines < fewestLines || side.letters < (free ? 8 : 12) * side.lines)
            return false;
        // Most letters stand in lines of more than half the column's width.
        int wide = 0;
        for (const auto& [width, letters] : std::as_const(side.widths))
            wide += width > 0.5F * (side.x1 - side.x0) ? letters : 0;
        return wide * 20 > side.letters * 9 || side.letters > longLine * side.lines;
    }

    QVector<Piece> m_pieces;
    float m_em;
};

} // namespace

std::optional<Gutter> bestGutter(const QVector<Piece>& pieces, float bodySize)
{
    return GutterFinder(pieces, bodySize).best();
}

} // namespace sheaf::layout
