// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/courier/spool.h"

#include <QProcess>

/**
 * One paid delivery: a request that is sent by the program sheaf-courier, a process of its own that goes on when this
 * one dies, and leaves the reply in the spool. deliver() sends only when the spool knows nothing of the delivery: else
 * it takes what is there, or waits for the courier that is on its way. So a delivery is made once, over any number of
 * restarts. Lives on the engine thread; deleting it leaves the courier alone.
 *
 * Failures: net.* as the courier met them, read.not-sent (the courier could not start), read.in-doubt (sent, nobody
 * knows what became of it).
 */
namespace sheaf {

class Courier : public QObject
{
    Q_OBJECT
public:
    Courier(const Spool& spool, const QString& id, QObject* parent = nullptr);
    ~Courier() override;

    using Done = std::function<void(const Result<HttpReply>&)>;
    /** `done` is called once, later. The reply's body is kept in memory and in the spool. */
    void deliver(const HttpRequest& request, Done done);
    /** Where the program lies: beside ours, or in the private folder of an installation. */
    static QString programPath();

private:
    void launch(const HttpRequest& request);
    void awaitEnd();
    void report();
    void end(const Result<HttpReply>& reply);

    Spool m_spool;
    QString m_id;
    Done m_done;
    QProcess m_process;
};

} // namespace sheaf
