// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/source_registry.h"

using namespace Qt::StringLiterals;

namespace sheaf {

Sources makeSources(HttpClient& http, const Settings& settings)
{
    Sources sources;
    sources.push_back(makeListPdfs());
    sources.push_back(makeUnpaywall(http, settings));
    sources.push_back(makeArxiv(settings));
    sources.push_back(makeListPages());
    return sources;
}

QUrl addressUnder(const QUrl& base, const QString& path)
{
    QString own = base.path();
    while (own.endsWith('/'_L1))
        own.chop(1);
    QUrl url = base;
    url.setPath(own + path, QUrl::DecodedMode);
    return url;
}

} // namespace sheaf
