// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/anthropic_service.h"
#include "read/paper_reading.h"

/**
 * Papers → the body of one batch. A paper in parts is several requests. What would pass the limits of a batch stays
 * out, whole papers only. The same papers give the same order, so that a recovered call knows what it sent. Engine
 * thread.
 */
namespace sheaf {

struct BatchLimits
{
    qsizetype bytes = qsizetype(200) << 20; ///< the vendor takes 256 MB
    int requests = 100'000;
};

struct BatchOrder
{
    QByteArray body;
    int requests = 0;
    QVector<bool> included; ///< of each paper
};

BatchOrder packBatch(const QVector<PaperReading>& papers, const AnthropicService& service, const BatchLimits& limits);

/** The custom id of one part: the request's own for the first. */
QString customId(const QString& requestId, int part);

} // namespace sheaf
