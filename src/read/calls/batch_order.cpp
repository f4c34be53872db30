// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/calls/batch_order.h"

#include <QCryptographicHash>

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

BatchOrder packBatch(const QVector<PaperReading>& papers, const BatchService& service, const BatchLimits& limits)
{
    constexpr qsizetype envelope = 1000; // around all entries
    BatchOrder order;
    qsizetype bytes = envelope;
    for (const PaperReading& paper : papers) {
        QByteArrayList entries;
        qsizetype size = 0;
        for (int part = 0; part < paper.partCount(); ++part) {
            entries.append(service.entry(customId(paper.requestId(), part), paper.promptOfPart(part)));
            size += entries.last().size() + 1;
        }
        const bool fits =
            !paper.isOver() && bytes + size <= limits.bytes && order.entries.size() + entries.size() <= limits.requests;
        order.included.append(fits);
        if (!fits)
            continue;
        order.entries += entries;
        bytes += size;
    }
    return order;
}

} // namespace sheaf
