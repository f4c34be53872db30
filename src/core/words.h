// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QVector>

/**
 * The words of a document's pages in their boxes and in reading order: what a conversion keeps next to the markdown and
 * what proof matches quotes against. Value types, any thread. Units: points (1/72 inch), origin upper left, y
 * downwards, page upright.
 */
namespace sheaf {

struct PageWord
{
    QString text; ///< as drawn; ligatures expanded; a hyphen at the line's end is still there
    QRectF box;
    int line = -1;           ///< line of text on this page, counting up in reading order
    int column = -1;         ///< column of text on this page: a quote is one run of one column
    int block = -1;          ///< index into the conversion's blocks, -1 = in none (running head, folio)
    int row = -1, cell = -1; ///< of a table's word: row from 0 and cell in the row from 0
    bool joinsNext = false;  ///< ends with a line-end hyphen that belongs to no word: "transfor-" + "mer"

    bool operator==(const PageWord&) const = default;
};

struct PageWords
{
    int page = 0; ///< from 1
    QSizeF size;
    QVector<PageWord> words; ///< in reading order

    bool operator==(const PageWords&) const = default;
};

/** Compact binary form for the store (versioned, checked on reading; nothing on malformed bytes). */
QByteArray packWords(const QVector<PageWords>& pages);
std::optional<QVector<PageWords>> unpackWords(const QByteArray& bytes);

} // namespace sheaf
