// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/services/marker_reply.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sheaf {

Result<QString> markerMarkdown(const Result<HttpReply>& reply)
{
    if (!reply)
        return failureOfNet(reply.error());
    if (!reply->ok())
        return failureOfStatus(*reply);
    const QJsonObject answer = QJsonDocument::fromJson(reply->body).object();
    if (!answer["success"_L1].isBool())
        return serviceRefuses(u"no answer of marker_server: "_s +
                              QString::fromUtf8(reply->body.left(200)).simplified());
    if (!answer["success"_L1].toBool()) {
        const QString error = answer["error"_L1].toString();
        return isMemoryTrouble(error) ? documentNeedsMemory(error) : documentFailed(error);
    }
    if (!answer["output"_L1].isString())
        return documentFailed(u"the answer holds no text"_s);
    return answer["output"_L1].toString();
}

} // namespace sheaf
