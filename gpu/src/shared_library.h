// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace sheaf::gpu {

/** A library opened at run time, or not. Never closed again: drivers do not like to be unloaded. */
class SharedLibrary
{
public:
    enum class Symbols
    {
        Own,   ///< found by load() alone
        ForAll ///< by libraries too that are opened later
    };
    explicit SharedLibrary(const char* name, Symbols symbols = Symbols::Own);

    explicit operator bool() const { return m_handle != nullptr; }
    /** Why it is not open: "libcuda.so.1 is not installed", else the loader's words. */
    const std::string& problem() const { return m_problem; }

    /** Sets `function` to the symbol; false when the library lacks it. */
    template <typename Function> bool load(Function*& function, const char* symbol) const
    {
        function = reinterpret_cast<Function*>(find(symbol));
        return function != nullptr;
    }

private:
    void* find(const char* symbol) const;

    void* m_handle = nullptr;
    std::string m_problem;
};

} // namespace sheaf::gpu
