// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "device_road.h"
#include "gpu/session.h"
#include "network_budget.h"
#include "planner.h"

namespace sheaf::gpu {

/** Where a network runs, and how. What is pointed to outlives the network. */
struct NetworkPlaces
{
    std::vector<SessionOptions> sessions; ///< one a device, or one on the processor
    std::vector<DeviceRoad*> roads;       ///< one a device, or none
    NetworkBudget budget;
    Planner* planner = nullptr; ///< plans a device's shapes ahead; null = each is planned by the first who needs it
    std::function<void(const std::string&)> tell = [](const std::string&) {}; ///< for the log
};

} // namespace sheaf::gpu
