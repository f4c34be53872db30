// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error_rate.h"

#include <algorithm>
#include <cmath>

namespace sheaf {

ErrorRate errorRate(int values, int checked, int wrong)
{
    ErrorRate rate{.values = values, .checked = checked, .wrong = wrong};
    if (checked <= 0)
        return rate;
    const double share = double(wrong) / checked;
    if (checked >= values) {
        rate.low = rate.high = share;
        return rate;
    }
    constexpr double z = 1.959964; // 95 %, two-sided
    const double n = double(checked) * (values - 1) / (values - checked);
    const double centre = share + z * z / (2 * n);
    const double spread = z * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    rate.low = std::max(0.0, (centre - spread) / (1 + z * z / n));
    rate.high = std::min(1.0, (centre + spread) / (1 + z * z / n));
    return rate;
}

int checksUntil(const ErrorRate& rate, double limit)
{
    int more = 0;
    while (rate.checked + more < rate.values && errorRate(rate.values, rate.checked + more, rate.wrong).high > limit)
        ++more;
    return more;
}

} // namespace sheaf
