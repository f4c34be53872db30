// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/** What a sample of values that a person has checked says about all values it was drawn from. Pure functions. */
namespace sheaf {

struct ErrorRate
{
    int values = 0; ///< that the sample was drawn from
    int checked = 0, wrong = 0;
    double low = 0, high = 1; ///< the share of wrong ones lies between, with 95 % confidence
};

/** Wilson's score interval (J. Am. Stat. Assoc. 22, 1927), narrowed for a sample that is a large part of the whole
 * (Cochran, Sampling Techniques, 1977, 2.6): when everything was checked, both ends are the share itself. */
ErrorRate errorRate(int values, int checked, int wrong);

/** How many more values must turn out right until the rate is surely below `limit`; 0 = it is. Where that cannot be
 * reached any more, as many as are left. */
int checksUntil(const ErrorRate& rate, double limit);

} // namespace sheaf
