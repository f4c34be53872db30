// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/run_observer.h"

#include <mutex>
#include <shared_mutex>
#include <vector>

namespace sheaf::gpu {

namespace {

struct Observers
{
    std::shared_mutex mutex;
    std::vector<const RunObserver*> all;
};

Observers& observers()
{
    static Observers shared;
    return shared;
}

} // namespace

RunObserver::RunObserver(Tell tell) : m_tell(std::move(tell))
{
    const std::unique_lock lock(observers().mutex);
    observers().all.push_back(this);
}

RunObserver::~RunObserver()
{
    const std::unique_lock lock(observers().mutex);
    std::erase(observers().all, this);
}

void RunObserver::tellAll(const RunSpan& span)
{
    const std::shared_lock lock(observers().mutex);
    for (const RunObserver* observer : observers().all)
        observer->m_tell(span);
}

} // namespace sheaf::gpu
