// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/courier/delivery.h"

/** Times and limits of a reader that talks to a service, which a test makes small. */
namespace sheaf {

struct BatchLimits
{
    qsizetype bytes = qsizetype(190) << 20; ///< OpenAI takes 200 MB, Anthropic 256 MB
    int requests = 50'000;                  ///< OpenAI; Anthropic takes 100,000
};

struct ReaderTuning
{
    RetryTiming timing;
    BatchLimits limits;
    std::chrono::milliseconds settle{10000}; ///< a batch may appear in the list so long after it was sent
    std::chrono::milliseconds cancelWait{
        60000}; ///< a cancelled batch whose time was over ends within so long, or never
    QString pricesFile;
};

} // namespace sheaf
