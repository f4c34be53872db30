// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/engine/rate_meter.h"

#include <algorithm>
#include <numeric>

namespace sheaf {

void RateMeter::advance()
{
    const qint64 second = m_clock.elapsed() / 1000;
    for (qint64 s = std::max(m_now + 1, second - Seconds + 1); s <= second; ++s)
        m_sums[std::size_t(s % Seconds)] = 0;
    m_now = second;
}

void RateMeter::add(double amount)
{
    advance();
    if (m_first < 0)
        m_first = m_now;
    m_sums[std::size_t(m_now % Seconds)] += amount;
}

double RateMeter::perSecond()
{
    advance();
    if (m_first < 0)
        return 0;
    const double sum = std::accumulate(m_sums.begin(), m_sums.end(), 0.0);
    return sum / double(std::min<qint64>(Seconds, m_now - m_first + 1));
}

} // namespace sheaf
