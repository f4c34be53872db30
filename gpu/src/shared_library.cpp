// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared_library.h"

#include "gpu/device_probe.h"

#include <dlfcn.h>

namespace sheaf::gpu {

SharedLibrary::SharedLibrary(const char* name, Symbols symbols)
    : m_handle(dlopen(name, RTLD_NOW | (symbols == Symbols::ForAll ? RTLD_GLOBAL : RTLD_LOCAL)))
{
    if (m_handle)
        return;
    const char* error = dlerror();
    const std::string detail = error ? error : "";
    const bool absent = detail.find("No such file") != std::string::npos;
    m_problem = absent ? std::string(name) + " is not installed" : detail;
}

void* SharedLibrary::find(const char* symbol) const
{
    return m_handle ? dlsym(m_handle, symbol) : nullptr;
}

std::expected<void, std::string> openLibrary(const std::string& nameOrPath)
{
    const SharedLibrary library(nameOrPath.c_str());
    if (!library)
        return std::unexpected(library.problem());
    return {};
}

} // namespace sheaf::gpu
