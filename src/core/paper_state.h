// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

/** Where a paper is in its life (design: "The life of a paper"). The names are stable: they stand in files, JSON and
 * the journal. */
namespace sheaf {

enum class State
{
    Waiting,
    Acquiring,
    QueuedForConversion,
    Converting,
    QueuedForReading,
    Reading,
    Writing,
    Done,
    Failed,
    Skipped, ///< duplicate of another paper
    Cancelled,
    Paused,         ///< held by the user
    NeedsAttention, ///< held: the user can solve it (a password, no open copy, a key refused)
};
inline constexpr int StateCount = 13;

QString stateName(State state); ///< stable: "queued-for-conversion"
std::optional<State> stateFromName(QStringView name);
QString stateLabel(State state); ///< for people, translated

constexpr bool isFinal(State s)
{
    return s == State::Done || s == State::Failed || s == State::Skipped || s == State::Cancelled;
}
constexpr bool isHeld(State s)
{
    return s == State::Paused || s == State::NeedsAttention;
}
constexpr bool isRunning(State s)
{
    return s != State::Waiting && !isFinal(s) && !isHeld(s);
}

} // namespace sheaf
