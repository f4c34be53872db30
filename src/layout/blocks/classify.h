// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/order/line_groups.h"

/** What each group of lines is by its own look and place: heading, list item, code, paragraph. */
namespace sheaf::layout {

void classifyGroups(const LineContext& context, QVector<Group>& groups);

/** "3.1", "IV.", "A.2" in front of a heading; empty where there is none. */
QString sectionNumber(const QString& text);
/** A name that sections of papers have ("References", "Abstract", "Materials and methods"), without its number. */
bool isSectionName(const QString& text);

} // namespace sheaf::layout
