// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/calls/call_base.h"

/** The reader that needs no key, network or model: see offline_extractor.h. Works on a thread of the global pool; it
 * lives on the engine thread. */
namespace sheaf {

class OfflineReader : public Reader
{
    Q_OBJECT
public:
    static Result<std::unique_ptr<Reader>> make();

    ReaderTraits traits() const override;
    ReadEstimate estimate(const ReadRequest&, ReadMode) const override { return {}; }
    ReadCall* start(const QString& callId, const QVector<ReadRequest>& requests, ReadMode mode) override;
    /** Nothing was ever sent: all is to be read again. */
    ReadCall* recover(const QString& callId, const QString& remoteId, const QVector<ReadRequest>& requests,
                      ReadMode mode) override;
    void forget(const QString&) override {}
    void test(QObject* context, std::function<void(Result<QString>)> done) override;
};

} // namespace sheaf
