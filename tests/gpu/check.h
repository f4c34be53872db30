// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdio>
#include <map>
#include <string_view>

/** Cases of a test in plain C++. */
namespace sheaf::testing {

inline std::atomic<int> failures = 0;

inline void check(bool holds, const char* what)
{
    if (!holds) {
        std::fprintf(stderr, "does not hold: %s\n", what);
        ++failures;
    }
}
#define CHECK(condition) sheaf::testing::check(condition, #condition)

/** All of them, or the one of that name; main()'s result. */
inline int runCases(const std::map<std::string_view, void (*)()>& cases, std::string_view only)
{
    for (const auto& [name, run] : cases) {
        if (!only.empty() && name != only)
            continue;
        const int before = failures;
        run();
        std::printf("%s %.*s\n", failures == before ? "holds" : "FAILS", int(name.size()), name.data());
    }
    return failures == 0 ? 0 : 1;
}

} // namespace sheaf::testing
