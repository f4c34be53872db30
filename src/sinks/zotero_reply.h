// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http_client.h"

#include <QJsonObject>

/** What became of each object of one write to Zotero, by its place in the request. A value, any thread. */
namespace sheaf {

class ZoteroReply
{
public:
    explicit ZoteroReply(const HttpReply& reply);

    bool isSaved(int place) const;
    /** As the server has it now; empty where nothing was changed. */
    QJsonObject saved(int place) const;
    /** Somebody else has written it meanwhile, or it is there already. */
    bool isConflict(int place) const;
    QString reason(int place) const;

private:
    QJsonObject failed(int place) const;

    int m_status;
    QJsonObject m_body;
};

} // namespace sheaf
