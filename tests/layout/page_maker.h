// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/page_model.h"

/** Page models made by hand: what a page worker would hand over for text set on lines, without any PDF. */
namespace sheaf::testing {

class PageMaker
{
public:
    explicit PageMaker(int number = 1, QSizeF size = {600, 800});

    /** The font that the next text is set in. */
    PageMaker& font(const QString& name, bool bold = false, bool italic = false, bool monospace = false);
    /** Text from `x` on the baseline `y`: each letter half as wide as the size, spaces as gaps only. */
    PageMaker& text(double x, double y, const QString& text, double size = 10, int flags = 0);
    /** Several lines, 12 points apart. */
    PageMaker& lines(double x, double y, const QStringList& lines, double size = 10);
    PageMaker& rule(double x0, double x1, double y);
    PageMaker& vertical(double x, double y0, double y1);
    /** Rules at all these places, each as long as the whole grid. */
    PageMaker& grid(const QVector<double>& xs, const QVector<double>& ys);
    PageMaker& fill(const QRectF& box);
    /** A curve, of which only the box is known. */
    PageMaker& shape(const QRectF& box);
    PageMaker& image(const QRectF& box);
    Page take() { return std::move(m_page); }

    static double width(const QString& text, double size = 10) { return 0.5 * size * double(text.size()); }

private:
    Page m_page;
    quint16 m_font = 0;
};

} // namespace sheaf::testing
