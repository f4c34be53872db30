// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/engine/engine.h"

#include <QHash>

/** How a run is shown on the terminal: plain lines, one JSON object a line, or nothing. Main thread. */
namespace sheaf::cli {

class Progress
{
public:
    virtual ~Progress() = default;
    virtual void show(const Snapshot& snapshot) = 0;
    virtual void end(const RunSummary& summary) = 0;
};

/** nullptr for an unknown name. */
std::unique_ptr<Progress> makeProgress(const QString& name);

} // namespace sheaf::cli
