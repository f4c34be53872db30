// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace sheaf {

/** The translation context of this room's free functions. */
struct ReadText
{
    Q_DECLARE_TR_FUNCTIONS(read)
};

} // namespace sheaf
