// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/kernels/text_regions.h"

#include <algorithm>
#include <numeric>

namespace sheaf::gpu {

namespace {

struct Run
{
    int row = 0, from = 0, to = 0; ///< pixels from..to, the last one included
};

/** Which runs touch, as a forest whose roots name the regions. */
class Forest
{
public:
    void add() { m_parent.push_back(int(m_parent.size())); }
    int root(int node)
    {
        while (m_parent[std::size_t(node)] != node) {
            int& parent = m_parent[std::size_t(node)];
            parent = m_parent[std::size_t(parent)];
            node = parent;
        }
        return node;
    }
    void join(int a, int b)
    {
        a = root(a);
        b = root(b);
        m_parent[std::size_t(std::max(a, b))] = std::min(a, b);
    }

private:
    std::vector<int> m_parent;
};

std::vector<Run> runsOf(const ProbabilityMap& map, float threshold)
{
    std::vector<Run> runs;
    for (int y = 0; y < map.height; ++y) {
        for (int x = 0; x < map.width; ++x) {
            if (map.at(x, y) <= threshold)
                continue;
            const int from = x;
            while (x + 1 < map.width && map.at(x + 1, y) > threshold)
                ++x;
            runs.push_back({y, from, x});
        }
    }
    return runs;
}

/** Twice the area of the triangle; positive if o → a → b turns left (y upwards). */
float cross(const MapPoint& o, const MapPoint& a, const MapPoint& b)
{
    return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

std::vector<MapPoint> hullOf(std::vector<MapPoint> points)
{
    std::ranges::sort(points,
                      [](const MapPoint& a, const MapPoint& b) { return a.x < b.x || (a.x == b.x && a.y < b.y); });
    std::vector<MapPoint> hull;
    const auto grow = [&](const MapPoint& point, std::size_t floor) {
        while (hull.size() >= floor + 2 && cross(hull[hull.size() - 2], hull.back(), point) <= 0)
            hull.pop_back();
        hull.push_back(point);
    };
    for (const MapPoint& point : points)
        grow(point, 0);
    const std::size_t lower = hull.size() - 1;
    for (auto point = points.rbegin() + 1; point != points.rend(); ++point)
        grow(*point, lower);
    hull.pop_back();
    return hull;
}

/** The rectangle around the points with one side along (x, y). */
OrientedBox boxAlong(const std::vector<MapPoint>& points, float x, float y)
{
    float left = 1e9F, right = -1e9F, top = 1e9F, bottom = -1e9F;
    for (const MapPoint& point : points) {
        const float u = point.x * x + point.y * y, v = point.y * x - point.x * y;
        left = std::min(left, u);
        right = std::max(right, u);
        top = std::min(top, v);
        bottom = std::max(bottom, v);
    }
    const float u = (left + right) / 2, v = (top + bottom) / 2;
    return {u * x - v * y, u * y + v * x, x, y, right - left, bottom - top};
}

} // namespace

std::vector<std::vector<MapPoint>> connectedRegions(const ProbabilityMap& map, float threshold)
{
    const std::vector<Run> runs = runsOf(map, threshold);
    Forest forest;
    std::size_t above = 0; // first run of the row above that may still touch
    for (std::size_t i = 0; i < runs.size(); ++i) {
        forest.add();
        while (above < i && (runs[above].row < runs[i].row - 1 ||
                             (runs[above].row == runs[i].row - 1 && runs[above].to < runs[i].from - 1)))
            ++above;
        for (std::size_t j = above; j < i && runs[j].row == runs[i].row - 1 && runs[j].from <= runs[i].to + 1; ++j)
            forest.join(int(i), int(j));
    }
    std::vector<int> regionOfRoot(runs.size(), -1);
    std::vector<std::vector<MapPoint>> regions;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        int& region = regionOfRoot[std::size_t(forest.root(int(i)))];
        if (region < 0) {
            region = int(regions.size());
            regions.emplace_back();
        }
        for (const int x : {runs[i].from, runs[i].to + 1})
            for (const int y : {runs[i].row, runs[i].row + 1})
                regions[std::size_t(region)].push_back({float(x), float(y)});
    }
    return regions;
}

OrientedBox smallestBox(std::vector<MapPoint> points)
{
    if (points.size() < 3)
        return points.empty() ? OrientedBox{} : boxAlong(points, 1, 0);
    const std::vector<MapPoint> hull = hullOf(std::move(points));
    OrientedBox best = boxAlong(hull, 1, 0);
    for (std::size_t i = 0; i < hull.size(); ++i) {
        const MapPoint &a = hull[i], &b = hull[(i + 1) % hull.size()];
        float x = b.x - a.x, y = b.y - a.y;
        const float length = std::hypot(x, y);
        if (length <= 0)
            continue;
        x /= length;
        y /= length;
        // Of the rectangle's four directions the one that points to the right.
        if (std::abs(x) < std::abs(y))
            std::swap(x, y), y = -y;
        if (x < 0)
            x = -x, y = -y;
        const OrientedBox box = boxAlong(hull, x, y);
        if (box.width * box.height < 0.999F * best.width * best.height)
            best = box;
    }
    return best;
}

float meanInside(const ProbabilityMap& map, const OrientedBox& box)
{
    const PixelRange range = pixelsAround(box, map.width, map.height);
    double sum = 0;
    int count = 0;
    for (int y = range.y0; y <= range.y1; ++y) {
        for (int x = range.x0; x <= range.x1; ++x) {
            if (isInside(box, x, y)) {
                sum += double(map.at(x, y));
                ++count;
            }
        }
    }
    return count > 0 ? float(sum / count) : 0;
}

std::vector<TextRegion> textRegions(const ProbabilityMap& map, const RegionOptions& options)
{
    std::vector<TextRegion> found;
    for (std::vector<MapPoint>& points : connectedRegions(map, options.threshold)) {
        const OrientedBox box = smallestBox(std::move(points));
        if (std::min(box.width, box.height) < options.smallest)
            continue;
        const float score = meanInside(map, box);
        if (score >= options.score)
            found.push_back({unclipped(box, options.unclip), score});
    }
    return found;
}

} // namespace sheaf::gpu
