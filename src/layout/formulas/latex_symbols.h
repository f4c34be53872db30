// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/** Characters of formulas as LaTeX commands. */
namespace sheaf::layout {

/** `text` of one glyph run in LaTeX's mathematical mode; commands end with a space where letters may follow. */
QString latexSymbols(QStringView text);
/** sin, log, max ...: names that LaTeX sets upright by a command of their own. */
bool isLatexFunction(const QString& name);
/** Sums, products, integrals: limits stand above and below or beside them. */
bool isBigOperator(QStringView text);

} // namespace sheaf::layout
