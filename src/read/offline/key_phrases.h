// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/offline/paper_outline.h"

/** What a paper without keywords is about, and what kind of study it is. Pure, any thread. */
namespace sheaf {

/** Phrases of two or three words that come back often, title and abstract weighing more; most telling first. */
QStringList keyPhrases(const PaperOutline& outline, const QString& title, qsizetype most);

struct StudyDesign
{
    QString value;
    OutlineSentence sentence; ///< the clearest sign
};
/** The design with clearly the most signs in title, abstract and methods; nothing where there are too few. */
std::optional<StudyDesign> studyDesign(const PaperOutline& outline, const QString& title);

} // namespace sheaf
