// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>
#include <QVector>

/** Where sentences begin and end in one paragraph of scholarly prose: full stops of abbreviations ("et al.", "Fig. 3",
 * "e.g."), initials and numbers end nothing. Pure, any thread. */
namespace sheaf {

struct TextRange
{
    qsizetype begin = 0, end = 0;
};

QVector<TextRange> sentencesOf(QStringView paragraph);

} // namespace sheaf
