// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/page_model.h"

/**
 * Any bytes as a program that draws pages the way typesetters do: words from a paper's vocabulary, lines, columns,
 * scripts, rules, grids, pictures, and runs of these again and again, as rows and lines are. Random glyphs make no
 * table and no bibliography; this does after some mutations, and a few hundred bytes fill a page.
 */
namespace sheaf::fuzz {

/** One instruction; each takes two arguments, whether it needs them or not. */
struct Step
{
    quint8 op = 0, a = 0, b = 0;
};

class PageProgram
{
public:
    explicit PageProgram(QByteArrayView code);

    QVector<Page> run();
    const DocumentInfo& info() const { return m_info; } ///< of a program that ran

private:
    void perform(const Step& step);
    void repeat(qsizetype at);
    void draw(const QString& text);
    void drawLetter(QStringView letter);
    void script(const QString& text, double rise);
    void grid(int rows, int columns);
    void rule(const QRectF& box, bool filled = false);
    void newLine(double factor);
    void newPage();
    void distort(const Step& step);
    void tell(const Step& step);

    QVector<Step> m_steps;
    QVector<Page> m_pages;
    Page m_page;
    DocumentInfo m_info;
    qsizetype m_budget = 5000; ///< letters and steps, so that a run takes milliseconds
    double m_x = 50, m_y = 60, m_margin = 50, m_size = 10;
    int m_angle = 0;
    quint8 m_flags = 0;
    quint16 m_font = 0;
};

} // namespace sheaf::fuzz
