// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/list_writer.h"

namespace sheaf {

const QVector<const ListWriter*>& listWriters()
{
    static const QVector<const ListWriter*> all{
        &bibtexWriter(), &biblatexWriter(), &risWriter(), &cslJsonWriter(), &zoteroRdfWriter(),
    };
    return all;
}

} // namespace sheaf
