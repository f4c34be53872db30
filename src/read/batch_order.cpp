// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/batch_order.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sheaf {

QString customId(const QString& requestId, int part)
{
    constexpr qsizetype longest = 64;
    if (part == 0)
        return requestId;
    const QString id = u"%1-p%2"_s.arg(requestId).arg(part);
    if (id.size() <= longest)
        return id;
    const QByteArray hash = QCryptographicHash::hash(id.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex()); // 64 characters
}

BatchOrder packBatch(const QVector<PaperReading>& papers, const AnthropicService& service, const BatchLimits& limits)
{
    BatchOrder order;
    order.body = R"({"requests":[)";
    for (const PaperReading& paper : papers) {
        QByteArray lines;
        for (int part = 0; part < paper.partCount(); ++part) {
            const QJsonObject request{
                {u"custom_id"_s, customId(paper.requestId(), part)},
                {u"params"_s, service.messageBody(paper.promptOfPart(part), AnthropicService::Cache::Nothing)}};
            lines += QJsonDocument(request).toJson(QJsonDocument::Compact) + ',';
        }
        const bool fits = !paper.isOver() && order.body.size() + lines.size() + 2 <= limits.bytes &&
                          order.requests + paper.partCount() <= limits.requests;
        order.included.append(fits);
        if (!fits)
            continue;
        order.body += lines;
        order.requests += paper.partCount();
    }
    if (order.body.endsWith(','))
        order.body.chop(1);
    order.body += "]}";
    return order;
}

} // namespace sheaf
