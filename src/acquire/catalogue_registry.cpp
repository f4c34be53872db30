// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/catalogue.h"

namespace sheaf {

Catalogues makeCatalogues(HttpClient& http, const Settings& settings, const SecretSource& secrets)
{
    Catalogues all;
    all.push_back(makeCrossrefCatalogue(http, settings));
    all.push_back(makeOpenAlexCatalogue(http, settings, secrets));
    return all;
}

} // namespace sheaf
