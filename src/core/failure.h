// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <expected>

/** What went wrong, as a value. No exception crosses a room: every fallible call returns Result<T>. */
namespace sheaf {

/** The step of a paper's life in which a failure happened. */
enum class Stage
{
    Load,
    Acquire,
    Convert,
    Read,
    Write,
    Store
};

QString stageName(Stage stage); ///< stable lower-case name: "acquire", as in results and the journal
std::optional<Stage> stageFromName(QStringView name);

/**
 * One failure. `code` is stable and dotted ("pdf.encrypted", "http.429", "read.schema"): tests, facets and the button
 * that helps depend on it. `message` is one sentence for the user, already translated; `detail` is for the log and
 * carries no secret.
 */
struct Failure
{
    Stage stage = Stage::Load;
    QString code;
    QString message;
    QString detail;
    bool retryable = false;

    bool operator==(const Failure&) const = default;
};

template <typename T> using Result = std::expected<T, Failure>;

inline std::unexpected<Failure> fail(Stage stage, QString code, QString message, QString detail = {},
                                     bool retryable = false)
{
    return std::unexpected(Failure{stage, std::move(code), std::move(message), std::move(detail), retryable});
}

} // namespace sheaf
