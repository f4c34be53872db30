// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "convert/converter.h"
#include "read/reader.h"
#include "store/store.h"

/** From a stored conversion to what a reader is asked. Blocks for milliseconds; any thread with its own StoreReader. */
namespace sheaf {

struct PaperEntry;

/** Names a request before its text is loaded: handles are all that waits. */
struct RequestHandle
{
    QString requestId;
    Paper paper;
    QString conversionKey;
    bool abstractOnly = false;
};

/** Of the paper's document as it is now. */
RequestHandle requestHandle(const QString& requestId, const PaperEntry& paper);

struct Questions
{
    QVector<Column> columns;
    QString answerLanguage;
};

std::optional<Conversion> loadConversion(const StoreReader& store, const QString& key);
/** Nothing where the conversion is gone or damaged: the paper has to be converted again. */
std::optional<ReadRequest> buildRequest(const StoreReader& store, const RequestHandle& handle,
                                        const Questions& questions);
/** The same for several papers of one project file, without those that cannot be built. */
QVector<ReadRequest> buildRequests(const QString& project, const QVector<RequestHandle>& handles,
                                   const Questions& questions);

} // namespace sheaf
