// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "acquire/acquirer.h"

/** What the acquire stage asks of acquisition: the Acquirer in the program, a stand-in in tests. Engine thread. */
namespace sheaf {

class Fetcher
{
public:
    virtual ~Fetcher() = default;
    virtual void setSettings(const Settings& settings) = 0;
    /** Calls `done` exactly once, later. */
    virtual void fetch(const Paper& paper, const QString& password, Acquirer::Note note,
                       std::function<void(Result<Acquired>)> done) = 0;
    /** `done` gets code "stopped". */
    virtual void cancel(PaperId paper) = 0;
};

} // namespace sheaf
