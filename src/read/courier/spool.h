// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http_client.h"

/**
 * The spool folder: what is known on disk of each paid delivery, so that it is found again after any kill. A delivery's
 * id is the call's id, a dot and its place in the call. Its files:
 *   ID.lock   locked (flock) from before its courier starts until the courier has ended, however it ended
 *   ID.sent   when the courier was about to send (milliseconds since 1970) and its process id, on disk before the first
 *             byte goes out
 *   ID.reply  what came back, complete: written aside and renamed
 * No file holds a request or a secret. Used by the program and by the courier; any thread. Linux: flock.
 */
namespace sheaf {

class Spool
{
public:
    enum class Trace
    {
        Nothing,  ///< nothing was sent
        Underway, ///< a courier is alive
        Replied,
        InDoubt ///< sent, but no reply and no courier: it may have been answered, and paid
    };

    Spool() = default;
    explicit Spool(QString folder) : m_folder(std::move(folder)) {}
    const QString& folder() const { return m_folder; }

    Trace trace(const QString& id) const;
    /** The reply, or the failure that the courier met; read.in-doubt where the file cannot be understood. */
    Result<HttpReply> reply(const QString& id) const;
    /** When it was sent; 0 = it was not. */
    qint64 sentAt(const QString& id) const;

    bool markSent(const QString& id) const;
    bool writeReply(const QString& id, const Result<HttpReply>& reply) const;
    /** Forgets one delivery, so that it can be made anew. */
    void clear(const QString& id) const;
    /** Forgets all deliveries of a call. */
    void clearCall(const QString& callId) const;
    /** Forgets what no server knows any more: files of a call that was never forgotten. */
    void clearOld() const;

    QString lockPath(const QString& id) const { return path(id, "lock"); }
    /** Takes the lock for a courier that will inherit the descriptor; −1 when somebody holds it or the folder cannot be
     * written. The caller closes it. */
    int lock(const QString& id) const;

private:
    QString path(const QString& id, const char* suffix) const;
    QString m_folder;
};

} // namespace sheaf
