// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sight/drawn_ink.h"

#include <vector>

namespace sheaf {

namespace {

constexpr double cellSide = 4;     ///< points: a chart's strokes touch each other's cells, a paragraph's lines do not
constexpr int smallestDrawing = 9; ///< cells a side: half an inch
constexpr int inkOnPaper = 48;     ///< of the brightness, between the pixels of one cell

/** The page's picture in cells with ink that no text covers. */
class LooseInk
{
public:
    explicit LooseInk(const PagePicture& picture)
        : m_pixels(std::max(1, int(std::lround(cellSide * picture.width / picture.pageSize.width())))),
          m_points(m_pixels * picture.pageSize.width() / picture.width),
          m_columns((picture.width + m_pixels - 1) / m_pixels), m_rows((picture.height + m_pixels - 1) / m_pixels),
          m_ink(std::size_t(m_columns) * std::size_t(m_rows))
    {
        for (int row = 0; row < m_rows; ++row)
            for (int column = 0; column < m_columns; ++column)
                m_ink[at(column, row)] = isInk(picture, column, row);
    }

    /** Without what the glyph covers, and the cells around it. */
    void cover(const Glyph& glyph)
    {
        const auto cell = [this](float place, int most) {
            return int(std::clamp(std::floor(place / m_points), -1.0, double(most)));
        };
        const int left = cell(glyph.x0, m_columns), right = cell(glyph.x1, m_columns);
        for (int row = cell(glyph.y0, m_rows) - 1; row <= cell(glyph.y1, m_rows) + 1; ++row)
            for (int column = left - 1; column <= right + 1; ++column)
                take(column, row);
    }

    /** Takes the ink away. */
    bool hasDrawing()
    {
        for (int row = 0; row < m_rows; ++row)
            for (int column = 0; column < m_columns; ++column)
                if (take(column, row) && isLarge(column, row))
                    return true;
        return false;
    }

private:
    std::size_t at(int column, int row) const
    {
        return std::size_t(row) * std::size_t(m_columns) + std::size_t(column);
    }

    bool take(int column, int row)
    {
        return column >= 0 && row >= 0 && column < m_columns && row < m_rows &&
               std::exchange(m_ink[at(column, row)], quint8(0));
    }

    bool isInk(const PagePicture& picture, int column, int row) const
    {
        const auto* pixels = reinterpret_cast<const quint8*>(picture.pixels.constData());
        int darkest = 255, lightest = 0;
        for (int y = row * m_pixels; y < std::min((row + 1) * m_pixels, picture.height); ++y) {
            for (int x = column * m_pixels; x < std::min((column + 1) * m_pixels, picture.width); ++x) {
                const int green = pixels[(qsizetype(y) * picture.width + x) * 4 + 1]; // stands for the brightness
                darkest = std::min(darkest, green);
                lightest = std::max(lightest, green);
            }
        }
        return lightest - darkest > inkOnPaper;
    }

    /** What hangs together with a cell that was taken. */
    bool isLarge(int column, int row)
    {
        QRect extent(column, row, 1, 1);
        std::vector<QPoint> open{extent.topLeft()};
        while (!open.empty()) {
            const QPoint cell = open.back();
            open.pop_back();
            extent |= QRect(cell, QSize(1, 1));
            for (int y = cell.y() - 1; y <= cell.y() + 1; ++y)
                for (int x = cell.x() - 1; x <= cell.x() + 1; ++x)
                    if (take(x, y))
                        open.emplace_back(x, y);
        }
        return std::min(extent.width(), extent.height()) >= smallestDrawing;
    }

    const int m_pixels;    ///< a cell's side
    const double m_points; ///< the same
    const int m_columns, m_rows;
    std::vector<quint8> m_ink;
};

} // namespace

bool showsDrawing(const Page& read, const PagePicture& picture)
{
    LooseInk ink(picture);
    for (const Glyph& glyph : read.glyphs)
        ink.cover(glyph);
    return ink.hasDrawing();
}

double textShare(const Page& read, const QRectF& box)
{
    double covered = 0;
    for (const Glyph& glyph : read.glyphs)
        if (const QRectF own(QPointF(glyph.x0, glyph.y0), QPointF(glyph.x1, glyph.y1)); box.contains(own.center()))
            covered += own.width() * own.height();
    return covered / std::max(1.0, box.width() * box.height());
}

} // namespace sheaf
