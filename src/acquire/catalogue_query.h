// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "acquire/catalogue.h"
#include "net/http_client.h"

#include <QJsonObject>
#include <QUrlQuery>

/** What questions to catalogues share: the contact address, short deadlines, JSON. Private to this room. */
namespace sheaf {

class CatalogueQuery
{
public:
    /** `base`: the setting with the service's address. */
    CatalogueQuery(HttpClient& http, const Settings& settings, const QString& base, const QString& name);

    using Read = std::function<QVector<CatalogueWork>(const QJsonObject&)>;
    /** Asks for a path with these fields; the contact address goes along. */
    void ask(const QString& path, const QVector<QPair<QString, QString>>& fields, QObject* context, Read read,
             Catalogue::Done done) const;

private:
    HttpClient& m_http;
    const QUrl m_base;
    const QString m_email, m_name;
};

} // namespace sheaf
