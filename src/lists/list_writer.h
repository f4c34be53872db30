// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paper.h"

#include <QByteArray>

/**
 * ListWriter: papers → one bibliographic format's bytes, UTF-8. What a reader of this room makes of them is equal, as
 * far as the format has a place for it. Pure functions, any thread. A new format is one file and one line in
 * list_writers.cpp.
 */
namespace sheaf {

class ListWriter
{
public:
    virtual ~ListWriter() = default;
    virtual QString format() const = 0; ///< "bibtex"
    virtual QString suffix() const = 0; ///< ".bib"
    virtual QString label() const = 0;  ///< the format's own name
    virtual QByteArray write(const QVector<Paper>& papers) const = 0;
    /** The same with a note beside each paper (HTML, empty = none), where the format has a place for it. */
    virtual bool hasNotes() const { return false; }
    virtual QByteArray writeWithNotes(const QVector<Paper>& papers, const QStringList& notes) const
    {
        Q_UNUSED(notes);
        return write(papers);
    }
};

const QVector<const ListWriter*>& listWriters();

const ListWriter& biblatexWriter();
const ListWriter& bibtexWriter();
const ListWriter& cslJsonWriter();
const ListWriter& risWriter();
const ListWriter& zoteroRdfWriter();

} // namespace sheaf
