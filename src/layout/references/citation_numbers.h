// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/blocks/styled_text.h"
#include "layout/references/csl_item.h"

/**
 * Year, volume, issue, pages and edition. Where words name them ("vol. 3, no. 2, pp. 1–9") they are taken by name;
 * bare numbers by their order, brackets and faces: "36(2):115–121", "22, 3 (Mar. 1992), 211–230", "2010, 132, 4567".
 * Pure functions, any thread.
 */
namespace sheaf::layout {

enum class BareNumbers
{
    Journal, ///< volume, issue and pages follow the container
    Ranges,  ///< only ranges are meant: pages
};

/** Takes the numbers of the range: blanks them in `text`, writes them into `item` where it is empty. */
void takeNumbers(StyledText& text, qsizetype begin, qsizetype end, BareNumbers bare, CslItem& item);

/** 1500 to 2099. */
bool isYear(QStringView digits);

} // namespace sheaf::layout
