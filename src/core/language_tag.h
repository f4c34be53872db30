// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/** A document's language as lists write it ↔ a tag of BCP 47, so that "eng", "English", "ngerman" and "Deutsch" do not
 * stand side by side. Pure functions, any thread. */
namespace sheaf {

/** "en", "pt-BR"; of several languages the first. What is no known language stays as it is. */
QString languageTag(const QString& text);
/** "en" of "en-US". */
QString primaryLanguage(const QString& tag);
/** The name that Babel and biblatex's langid know it by: "german", "american"; the tag where it has none. */
QString babelLanguage(const QString& tag);

} // namespace sheaf
