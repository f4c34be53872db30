// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/** The language of running text, by its script or its commonest words. Pure function, any thread. */
namespace sheaf::layout {

/** ISO 639-1, empty if unsure. Looks at the first 20,000 characters. */
QString languageOf(QStringView text);

} // namespace sheaf::layout
