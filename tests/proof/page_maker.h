// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/words.h"

#include <QStringList>

/** Makes pages of words for tests: lines of text in columns, and tables. */
namespace sheaf::testing {

class PageMaker
{
public:
    explicit PageMaker(int page) { m_page.page = page, m_page.size = QSizeF(600, 800); }

    /** Lines below each other, the first at `top`, 12 points each; a line that ends with "~" joins with the next. */
    PageMaker& text(int block, int column, const QStringList& lines, double left = 50, double top = 50)
    {
        for (const QString& line : lines) {
            double x = left;
            for (QString word : line.split(u' ')) {
                const bool joins = word.endsWith(u'~');
                if (joins)
                    word.back() = u'-';
                add(word, x, top, block, column);
                m_page.words.last().joinsNext = joins;
                x += 5.0 * double(word.size()) + 4;
            }
            ++m_line;
            top += 12;
        }
        return *this;
    }

    /** Rows of cells, 100 points apart. */
    PageMaker& table(int block, int column, const QVector<QStringList>& rows, double left = 50, double top = 400)
    {
        for (int row = 0; row < rows.size(); ++row) {
            for (int cell = 0; cell < rows[row].size(); ++cell) {
                double x = left + 100 * cell;
                for (const QString& word : rows[row][cell].split(u' ', Qt::SkipEmptyParts)) {
                    add(word, x, top, block, column);
                    m_page.words.last().row = row;
                    m_page.words.last().cell = cell;
                    x += 5.0 * double(word.size()) + 4;
                }
            }
            ++m_line;
            top += 12;
        }
        return *this;
    }

    operator PageWords() const { return m_page; }

private:
    void add(const QString& text, double x, double top, int block, int column)
    {
        PageWord word;
        word.text = text;
        word.box = QRectF(x, top, 5.0 * double(text.size()), 10);
        word.line = m_line;
        word.column = column;
        word.block = block;
        m_page.words.append(word);
    }

    PageWords m_page;
    int m_line = 0;
};

} // namespace sheaf::testing
