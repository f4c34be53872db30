// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/words.h"
#include "layout/order/reading_order.h"
#include "layout/tables/table.h"
#include "layout/words/vocabulary.h"

/** Which block took which word, and the pages' words in reading order for proof and audit. */
namespace sheaf::layout {

struct PageFlow;

struct WordPlace
{
    int block = -1;
    int row = -1, cell = -1;
    bool silent = false; ///< in a block that is not written: furniture, a figure's inside
};

class WordPlaces
{
public:
    explicit WordPlaces(const QVector<PageContent>& pages);

    void place(int page, int word, const WordPlace& place);
    bool isPlaced(int page, int word) const { return m_places[page][word].block >= 0; }
    QVector<PageWords> write(const QVector<PageFlow>& flows, const Vocabulary& vocabulary) const;

private:
    const QVector<PageContent>& m_pages;
    QVector<QVector<WordPlace>> m_places;
};

} // namespace sheaf::layout
