// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ink.h"

#include <algorithm>

namespace sheaf::gpu {

namespace {

/** Of the brightness, between spots of one sheet: the faintest print on even paper, and the strongest noise. */
constexpr int leastGrain = 8, mostGrain = 24;
constexpr int spot = 4; ///< pixels a side whose mean is looked at: less noise, and a thin stroke is still seen
constexpr int cell = 8; ///< spots a side of what is ink or paper as a whole

/** Green stands for the brightness. */
int brightnessOf(const Bitmap& bitmap, int column, int row)
{
    int sum = 0;
    for (int y = row * spot; y < (row + 1) * spot; ++y) {
        const std::uint8_t* pixel = bitmap.at(column * spot, y) + 1;
        for (int x = 0; x < spot; ++x, pixel += 4)
            sum += *pixel;
    }
    return sum / (spot * spot);
}

/** Cells that something stands on, with the neighbours of each, so that no stroke ends at a border. */
class InkCells
{
public:
    explicit InkCells(const Bitmap& bitmap)
        : m_columns((bitmap.width / spot + cell - 1) / cell), m_rows((bitmap.height / spot + cell - 1) / cell),
          m_darkest(std::size_t(m_columns * m_rows), 255), m_lightest(m_darkest.size(), 0)
    {
        for (int y = 0; y < bitmap.height / spot; ++y) {
            for (int x = 0; x < bitmap.width / spot; ++x) {
                const auto at = std::size_t(y / cell * m_columns + x / cell);
                const int value = brightnessOf(bitmap, x, y);
                m_darkest[at] = std::min(m_darkest[at], value);
                m_lightest[at] = std::max(m_lightest[at], value);
            }
        }
        m_grain = grain();
    }

    int columns() const { return m_columns; }
    int rows() const { return m_rows; }
    /** Its own and its neighbours' spots differ: an evenly dark cell is not ink, its border is. */
    bool isInk(int column, int row) const
    {
        int darkest = 255, lightest = 0;
        for (int y = std::max(0, row - 1); y <= std::min(m_rows - 1, row + 1); ++y) {
            for (int x = std::max(0, column - 1); x <= std::min(m_columns - 1, column + 1); ++x) {
                darkest = std::min(darkest, m_darkest[std::size_t(y * m_columns + x)]);
                lightest = std::max(lightest, m_lightest[std::size_t(y * m_columns + x)]);
            }
        }
        return lightest - darkest > m_grain;
    }

private:
    /** Twice that of the quietest tenth of the page: that much is margin even on a full one. */
    int grain() const
    {
        std::vector<int> ranges;
        for (std::size_t i = 0; i < m_darkest.size(); ++i)
            ranges.push_back(m_lightest[i] - m_darkest[i]);
        if (ranges.empty())
            return mostGrain;
        const auto quiet = ranges.begin() + std::ptrdiff_t(ranges.size() / 10);
        std::ranges::nth_element(ranges, quiet);
        return std::clamp(2 * *quiet, leastGrain, mostGrain);
    }

    const int m_columns, m_rows;
    int m_grain = mostGrain;
    std::vector<int> m_darkest, m_lightest;
};

} // namespace

std::vector<PixelRange> inkBands(const Bitmap& bitmap, int gap)
{
    const InkCells cells(bitmap);
    constexpr int side = spot * cell;
    std::vector<PixelRange> bands;
    for (int row = 0; row < cells.rows(); ++row) {
        int first = cells.columns(), last = -1;
        for (int column = 0; column < cells.columns(); ++column) {
            if (cells.isInk(column, row)) {
                first = std::min(first, column);
                last = column;
            }
        }
        if (last < 0)
            continue;
        const PixelRange of{first * side, row * side, std::min((last + 1) * side, bitmap.width) - 1,
                            std::min((row + 1) * side, bitmap.height) - 1};
        if (bands.empty() || of.y0 - bands.back().y1 > gap) {
            bands.push_back(of);
            continue;
        }
        PixelRange& band = bands.back();
        band.x0 = std::min(band.x0, of.x0);
        band.x1 = std::max(band.x1, of.x1);
        band.y1 = of.y1;
    }
    return bands;
}

} // namespace sheaf::gpu
