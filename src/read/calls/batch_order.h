// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/calls/batch_service.h"
#include "read/calls/paper_reading.h"
#include "read/reader_tuning.h"

/**
 * Papers → the requests of one batch. A paper in parts is several requests. What would pass the limits of a batch stays
 * out, whole papers only. The same papers give the same order, so that a recovered call knows what it sent. Engine
 * thread.
 */
namespace sheaf {

struct BatchOrder
{
    QByteArrayList entries;
    QVector<bool> included; ///< of each paper
};

BatchOrder packBatch(const QVector<PaperReading>& papers, const BatchService& service, const BatchLimits& limits);

/** The custom id of one part: the request's own for the first. */
QString customId(const QString& requestId, int part);

} // namespace sheaf
