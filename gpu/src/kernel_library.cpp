// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernel_library.h"

#include "shared_library.h"

#ifndef SHEAF_CUDA_RUNTIME // built without kernels: another build's may be there all the same
#define SHEAF_CUDA_RUNTIME "libcudart.so.13"
#endif

namespace sheaf::gpu {

namespace {

std::expected<const DeviceKernels*, std::string> open(const std::string& libraryPath)
{
    if (libraryPath.empty())
        return std::unexpected(std::string("the kernels' library is not installed"));
    const SharedLibrary runtime(SHEAF_CUDA_RUNTIME, SharedLibrary::Symbols::ForAll), library(libraryPath.c_str());
    if (!library)
        return std::unexpected(runtime ? library.problem() : runtime.problem());
    const DeviceKernels* (*kernels)() = nullptr;
    if (!library.load(kernels, "sheafDeviceKernels"))
        return std::unexpected(libraryPath + " is not the kernels' library");
    if (kernels()->version != DeviceKernels::currentVersion)
        return std::unexpected(libraryPath + " is of another version");
    return kernels();
}

} // namespace

std::expected<const DeviceKernels*, std::string> openDeviceKernels(const std::string& libraryPath)
{
    static const auto opened = open(libraryPath);
    return opened;
}

} // namespace sheaf::gpu
