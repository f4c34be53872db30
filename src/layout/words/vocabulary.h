// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/words/text_model.h"

#include <QSet>

/**
 * The document's own words, to tell a hyphen that only breaks a line ("transfor-/mer") from one that belongs to the
 * word ("open-/source").
 */
namespace sheaf::layout {

class Vocabulary
{
public:
    void learn(const PageContent& page);
    /** `before` ends with a hyphen at its line's end, `after` begins the next line. */
    bool joinsWithoutHyphen(QStringView before, QStringView after) const;

private:
    QSet<QString> m_words;
};

} // namespace sheaf::layout
