// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>

#include <array>

/** How much of something happened a second over the last minute: a ring of one-second sums. One thread. */
namespace sheaf {

class RateMeter
{
public:
    RateMeter() { m_clock.start(); }
    void add(double amount);
    /** A second, over the last minute or since the first add() when that is shorter; 0 = nothing yet. */
    double perSecond();

private:
    static constexpr int Seconds = 60;
    void advance();

    QElapsedTimer m_clock;
    std::array<double, Seconds> m_sums{};
    qint64 m_now = 0;    ///< second that m_sums was advanced to
    qint64 m_first = -1; ///< second of the first add()
};

} // namespace sheaf
