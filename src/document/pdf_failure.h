// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"

/** Every way in which a PDF cannot be read, with its stable code and its sentence. Any thread. */
namespace sheaf {

enum class PdfTrouble
{
    Missing,
    Unreadable,
    NoFile,
    NotAPdf,
    EmptyFile,
    NoPages,
    Broken,
    Incomplete,
    Encrypted,
    WrongPassword,
    Crash,
    CannotStart,
    Timeout,
    Memory,
    Protocol,
    Stopped,
};

std::unexpected<Failure> pdfFailure(PdfTrouble trouble, const QString& detail = {});

} // namespace sheaf
