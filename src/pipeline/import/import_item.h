// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "acquire/acquirer.h"
#include "lists/list_reader.h"
#include "pipeline/import/import.h"
#include "sinks/zotero_source.h"

#include <stop_token>

/** The reading half of an import: what was given → inputs → what each holds. Blocking functions for a worker thread. */
namespace sheaf {

/** One file, or text that was pasted or given on the command line. */
struct ImportInput
{
    QString path; ///< absolute; empty for text
    QString text;
    bool named = true; ///< given by name; false: found in a folder, where not everything is meant

    bool operator==(const ImportInput&) const = default;
};

/** What an input holds: a list, a document, or a failure that says why neither. */
struct ImportItem
{
    ImportInput input;
    QString name; ///< of a list that is no file; empty = pasted text
    bool isDocument = false;
    bool isForeign = false; ///< found in a folder and not understood: nobody meant it
    std::optional<ParsedList> list;
    std::optional<DocumentFacts> facts;
    QByteArray sha256;
    qint64 bytes = 0;
    std::optional<Failure> failure;
    QStringList firstLines; ///< with a failure
};

/** Folders become their files, "file:" URLs paths; what is no path is text, as are Zotero's links. A path that leads
 * nowhere stays a path. */
QVector<ImportInput> expandInputs(const QStringList& pathsOrText, const std::stop_token& stop = {});

/** Returns within 200 ms of a stop, then with failure "stopped". */
ImportItem readImportItem(const ImportInput& input, const TableChoice& choice, const ZoteroAccess& zotero,
                          const std::stop_token& stop = {});

} // namespace sheaf
