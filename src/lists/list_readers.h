// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/list_reader.h"

/** The readers of the registry, each defined in the file of its format. Private to this room. */
namespace sheaf {

const ListReader& bibitemReader();
const ListReader& bibtexReader();
const ListReader& crossrefXmlReader();
const ListReader& cslJsonReader();
const ListReader& cslYamlReader();
const ListReader& csvReader();
const ListReader& dataciteJsonReader();
const ListReader& embaseRowsReader();
const ListReader& endnoteXmlReader();
const ListReader& medlineReader();
const ListReader& modsXmlReader();
const ListReader& openAlexJsonReader();
const ListReader& ovidReader();
const ListReader& plainTextReader();
const ListReader& pubmedXmlReader();
const ListReader& referReader();
const ListReader& refworksReader();
const ListReader& risReader();
const ListReader& webOfScienceReader();
const ListReader& zoteroJsonReader();
const ListReader& zoteroRdfReader();

} // namespace sheaf
