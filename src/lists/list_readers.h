// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/list_reader.h"

/** The readers of the registry, each defined in the file of its format. Private to this room. */
namespace sheaf {

const ListReader& bibtexReader();
const ListReader& cslJsonReader();
const ListReader& csvReader();
const ListReader& endnoteXmlReader();
const ListReader& medlineReader();
const ListReader& plainTextReader();
const ListReader& pubmedXmlReader();
const ListReader& referReader();
const ListReader& refworksReader();
const ListReader& risReader();
const ListReader& webOfScienceReader();

} // namespace sheaf
