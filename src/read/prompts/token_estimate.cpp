// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/prompts/token_estimate.h"

#include <cmath>

namespace sheaf {

namespace {

double weight(QChar c)
{
    constexpr double letter = 1.3 / 4;
    const char16_t u = c.unicode();
    if (u < 0x80)
        return c.isLetter() || c.isSpace() ? letter : 1; // some tokenizers take every digit alone
    if (u < 0x250)
        return 2 * letter; // accented Latin
    return 1.2;
}

} // namespace

qint64 estimateTokens(QStringView text)
{
    double sum = 0;
    for (const QChar c : text)
        sum += weight(c);
    return qint64(std::ceil(sum));
}

} // namespace sheaf
