// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;

namespace sheaf {

/** Shows the program in the system's language where a translation is among its resources (/i18n). Once, on the main
 * thread, before any text. */
void installTranslations(QCoreApplication& application);

} // namespace sheaf
