// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/reader_checks.h"

#include "read/read_failure.h"
#include "read/read_text.h"

using namespace Qt::StringLiterals;

namespace sheaf {

Result<QUrl> serviceUrl(const Settings& settings, const QString& vendorsOwn)
{
    const QString wanted = settings.text(u"read.url"_s).trimmed();
    const QUrl url(wanted.isEmpty() ? vendorsOwn : wanted, QUrl::StrictMode);
    const bool http = url.scheme() == u"http"_s || url.scheme() == u"https"_s;
    if (!url.isValid() || !http || url.host().isEmpty())
        return std::unexpected(readFailure(
            "read.url",
            ReadText::tr("“%1” is no address of a service: it must begin with http:// or https://.").arg(wanted)));
    return url;
}

bool wantsBatches(const Settings& settings)
{
    const QString kind = settings.text(u"read.kind"_s), wish = settings.text(u"read.batch"_s);
    const QString address = settings.text(u"read.url"_s);
    if (kind == "offline"_L1 || wish == "never"_L1)
        return false;
    // Others speak OpenAI's language, and few of them have its batches: those are used when they are asked for.
    return kind == "anthropic"_L1 || wish == "always"_L1 || address.isEmpty() ||
           QUrl(address).host() == "api.openai.com"_L1;
}

Result<ModelPrice> knownPrice(const QString& model, const QUrl& server, const Settings& settings, const Prices& prices)
{
    if (auto price = priceOf(model, server, settings, prices))
        return *price;
    return std::unexpected(readFailure(
        "read.price",
        ReadText::tr("The price of %1 is not known. Set “read.price.in” and “read.price.out” (0 = free).").arg(model)));
}

Result<void> checkKey(const Secret& key, const QUrl& server)
{
    if (isNearby(server))
        return {};
    if (!key.isEmpty() && server.scheme() != u"https"_s)
        return std::unexpected(readFailure(
            "read.url", ReadText::tr("The key would travel to %1 unencrypted: use https://.").arg(server.host())));
    if (!key.isEmpty())
        return {};
    return std::unexpected(
        readFailure("read.key", ReadText::tr("The service at %1 needs a key.").arg(server.host()), {}, true));
}

} // namespace sheaf
