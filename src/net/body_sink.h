// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http_client.h"

#include <QFile>

/**
 * Where a reply's body goes: memory, or a file through "NAME.part" that is renamed when complete and removed when not.
 * One thread.
 */
namespace sheaf {

class BodySink
{
public:
    explicit BodySink(const HttpRequest& request);
    ~BodySink();
    BodySink(const BodySink&) = delete;
    BodySink& operator=(const BodySink&) = delete;

    /** Failures net.too-large, net.disk. */
    Result<void> write(const QByteArray& piece);
    /** Failure net.too-large, as soon as the server announces too much. */
    Result<void> expect(qint64 length);
    /** The body is complete: checks the announced length (net.dropped) and gives the file its name. */
    Result<QByteArray> finish();

private:
    std::unexpected<Failure> tooLarge() const;
    std::unexpected<Failure> diskFailure() const;

    QString m_path; ///< empty = memory
    QFile m_part;
    QByteArray m_body;
    qint64 m_limit;
    qint64 m_expected = -1;
    qint64 m_size = 0;
    Stage m_stage;
};

} // namespace sheaf
