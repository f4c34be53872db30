// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sinks/zotero_reply.h"

#include "sinks/waiting.h"

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr int Conflict = 412; ///< "precondition failed": of the whole request, or of one object

} // namespace

ZoteroReply::ZoteroReply(const HttpReply& reply) : m_status(reply.status), m_body(jsonOf(reply.body).toObject()) {}

bool ZoteroReply::isSaved(int place) const
{
    const QString name = QString::number(place);
    return m_body["success"_L1].toObject().contains(name) || m_body["unchanged"_L1].toObject().contains(name);
}

QJsonObject ZoteroReply::saved(int place) const
{
    return m_body["successful"_L1].toObject().value(QString::number(place)).toObject();
}

QJsonObject ZoteroReply::failed(int place) const
{
    return m_body["failed"_L1].toObject().value(QString::number(place)).toObject();
}

bool ZoteroReply::isConflict(int place) const
{
    return m_status == Conflict || failed(place)["code"_L1].toInt() == Conflict;
}

QString ZoteroReply::reason(int place) const
{
    const QString message = failed(place)["message"_L1].toString();
    return message.isEmpty() ? u"HTTP %1"_s.arg(m_status) : message;
}

} // namespace sheaf
