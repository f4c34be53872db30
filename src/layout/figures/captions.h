// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/order/line_groups.h"

/** Captions: found by their label ("Figure 3:", "Table 2. "), bound to the nearest figure or table. */
namespace sheaf::layout {

enum class CaptionOf
{
    Nothing,
    Figure,
    Table
};

/** By the label and by how it is set off; running text that begins "Table 2 shows" is none. */
CaptionOf captionLabel(const LineContext& context, const Group& group);
/** A line that begins a caption by its wording alone. */
CaptionOf beginsCaption(const QString& text);

/** A table's caption begins right above or below the box. */
bool hasTableCaption(const PageContent& page, const QRectF& box);

void markCaptions(const LineContext& context, QVector<Group>& groups);
/** Binds each to a figure or table of its page (Group::relates). */
void bindCaptions(const LineContext& context, QVector<Group>& groups);

} // namespace sheaf::layout
