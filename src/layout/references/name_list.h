// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/references/csl_item.h"

/**
 * Lists of people as papers print them: "Family, I. I.", "Family II", "I. Family", "Family, Given", "Given Family",
 * parted by commas, semicolons, "and" and its translations. Each way of writing is tried on the whole list, and the
 * one that reads most names and ends best wins. Pure functions, any thread.
 */
namespace sheaf::layout {

enum class NameForm
{
    None,
    FamilyInitials,     ///< Knuth, D. E.
    FamilyBareInitials, ///< Knuth DE
    InitialsFamily,     ///< D. E. Knuth
    FamilyGiven,        ///< Knuth, Donald
    FirstInverted,      ///< "Family, Given, Given Family, and Given Family"
    GivenFamily,        ///< Donald Knuth
};

struct NameList
{
    QVector<CslName> names;
    qsizetype end = 0; ///< behind the last name, with the stop of its initials and an "et al."
    bool etAl = false;
    NameForm form = NameForm::None; ///< of the first name

    bool isEmpty() const { return names.isEmpty(); }
};

/** The names that stand at `begin`; empty if there are none. */
NameList readNames(QStringView text, qsizetype begin);
/** The text names an organisation: university, institute, council. */
bool namesOrganisation(QStringView text);

} // namespace sheaf::layout
