// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_client.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** Names of query items that carry a key, a signature or a person's address. */
bool isPrivate(const QString& name)
{
    static const QStringList parts{u"key"_s, u"token"_s,      u"secret"_s,  u"pass"_s,  u"auth"_s,
                                   u"sig"_s, u"credential"_s, u"session"_s, u"email"_s, u"mailto"_s};
    return std::ranges::any_of(parts, [&](const QString& part) { return name.contains(part, Qt::CaseInsensitive); });
}

} // namespace

QString redacted(const QUrl& url)
{
    QUrl shown = url;
    shown.setUserInfo({});
    QList<QPair<QString, QString>> items = QUrlQuery(url).queryItems();
    for (auto& [name, value] : items) {
        if (isPrivate(name))
            value = u"…"_s;
    }
    QUrlQuery query;
    query.setQueryItems(items);
    shown.setQuery(query);
    return shown.toDisplayString();
}

} // namespace sheaf
