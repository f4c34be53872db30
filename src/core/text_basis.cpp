// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text_basis.h"

#include "core/name_table.h"

namespace sheaf {

namespace {

constexpr auto names = nameTable<TextBasis>("", "full_text", "abstract_only");

} // namespace

QString textBasisName(TextBasis basis)
{
    return names.name(basis);
}

TextBasis textBasisFromName(QStringView name)
{
    return names.value(name).value_or(TextBasis::Unknown);
}

bool hasAbstract(const Paper& paper)
{
    constexpr qsizetype leastWords = 30;
    return foldForMatching(paper.abstractText).count(u' ') + 1 >= leastWords;
}

} // namespace sheaf
