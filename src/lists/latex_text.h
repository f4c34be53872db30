// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/**
 * LaTeX as it stands in BibTeX fields → plain Unicode text: accents, symbols, ligatures and simple math; formatting
 * commands go, their arguments stay. Linear, any thread; nothing in it fails: what is unknown stays readable.
 */
namespace sheaf {

/** Prose: titles, names, abstracts. White space is folded, a paragraph break becomes a space too. */
QString latexToText(QStringView latex);
/** DOIs, URLs and paths: escapes and braces go, nothing else changes ("--" stays "--"). */
QString latexToVerbatim(QStringView latex);

/** The character that a command stands for ("alpha", "textendash", "ss"), empty if it is none. */
QString latexSymbol(QStringView command);
/** The combining mark of an accent command ("'", "c", "H"), null if it is none. */
QChar latexAccent(QStringView command);

} // namespace sheaf
