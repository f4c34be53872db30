// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/prices.h"

/** What a reader that talks to a service checks before there is one: its address, its price, its key. Each failure says
 * what to do. Pure, any thread. */
namespace sheaf {

/** read.url, or the vendor's own; read.url (the code) where it is no http address. */
Result<QUrl> serviceUrl(const Settings& settings, const QString& vendorsOwn);

/** read.price where nobody knows what the model costs: a cap could not be kept. */
Result<ModelPrice> knownPrice(const QString& model, const QUrl& server, const Settings& settings, const Prices& prices);

/** read.key where a distant service would be asked without one; read.url where the key would travel in the clear. */
Result<void> checkKey(const Secret& key, const QUrl& server);

} // namespace sheaf
