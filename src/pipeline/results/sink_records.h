// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sinks/service_sink.h"
#include "store/store.h"

/** Papers of the file as services get them, in order; those that were removed are left out. Blocks while reading the
 * file; any thread. */
namespace sheaf {

QVector<SinkRecord> sinkRecords(const StoreReader& store, const QVector<PaperId>& papers,
                                const QHash<PaperId, QJsonObject>& memos, bool withText);

} // namespace sheaf
