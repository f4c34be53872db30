// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

/** What a vision model answers for the picture of one page. Pure, any thread. */
namespace sheaf {

struct VisionAnswer
{
    QString markdown; ///< without front matter, fences and figures' names; empty = it saw a blank page
    int turnedBy = 0; ///< the picture stands wrong: turn it counter-clockwise by 90, 180 or 270 degrees, ask again
};

/** Nothing where the answer is no page: a front matter without its end, a text that repeats itself without end. */
std::optional<VisionAnswer> visionAnswer(const QString& content);

/** Ours, for servers and models without a wording of their own. */
QString visionPrompt();

} // namespace sheaf
