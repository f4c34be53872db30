// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/ocr_engine.h"
#include "gpu/session.h"

/** The network that reads lines: crops → words. Thread-safe. */
namespace sheaf::gpu {

class LineRecogniser
{
public:
    static std::expected<LineRecogniser, std::string> open(const std::string& modelPath);

    /** Columns of the network's input that a line's crop takes. */
    static int columnsOf(const OrientedBox& box);
    /** Fills the words of lines of similar width, in one run. */
    std::expected<void, std::string> read(const Bitmap& page, std::span<ReadLine* const> lines,
                                          const std::stop_token& stop) const;

private:
    LineRecogniser(Session session, std::vector<std::string> signs);

    std::vector<ReadWord> wordsOf(const OrientedBox& box, const float* probabilities, int steps, int classes,
                                  float stepLength) const;

    Session m_session;
    std::vector<std::string> m_signs; ///< by class; the first one is the blank
};

} // namespace sheaf::gpu
