// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

/** Points, boxes and paths in page coordinates: points (1/72 inch), origin upper left, y downwards. */
namespace sheaf::worker {

struct Point
{
    double x = 0, y = 0;

    Point operator+(Point other) const { return {x + other.x, y + other.y}; }
    Point operator*(double factor) const { return {x * factor, y * factor}; }
    double length() const { return std::hypot(x, y); }
};

/** Empty until something was included. */
struct Box
{
    double x0 = 1e30, y0 = 1e30, x1 = -1e30, y1 = -1e30;

    void include(Point p)
    {
        x0 = std::min(x0, p.x);
        y0 = std::min(y0, p.y);
        x1 = std::max(x1, p.x);
        y1 = std::max(y1, p.y);
    }
    double width() const { return x1 - x0; }
    double height() const { return y1 - y0; }
    Point centre() const { return {(x0 + x1) / 2, (y0 + y1) / 2}; }
    /** A box without width or height is there too: rules are such boxes. */
    bool isEmpty() const { return !(x0 <= x1 && y0 <= y1); }
    bool contains(Point p) const { return p.x >= x0 && p.x <= x1 && p.y >= y0 && p.y <= y1; }
    Box intersected(const Box& other) const
    {
        return {std::max(x0, other.x0), std::max(y0, other.y0), std::min(x1, other.x1), std::min(y1, other.y1)};
    }
    Box united(const Box& other) const
    {
        return {std::min(x0, other.x0), std::min(y0, other.y0), std::max(x1, other.x1), std::max(y1, other.y1)};
    }
};

struct Subpath
{
    std::size_t begin = 0, end = 0; ///< into Path::points; control points of curves are among them
    bool curved = false;
    bool closed = false;
};

struct Path
{
    std::vector<Point> points;
    std::vector<Subpath> subpaths;

    void clear()
    {
        points.clear();
        subpaths.clear();
    }
};

} // namespace sheaf::worker
