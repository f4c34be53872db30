// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "servers/http_server.h"

#include <QHash>

/**
 * A fake marker_server: takes uploads as the real one does, converts one at a time (a real one answers nothing else
 * meanwhile), and can run out of memory, fail, refuse, lie or drop the connection. The settings are for call().
 */
namespace sheaf::testing {

class MarkerServer
{
public:
    struct Behaviour
    {
        QString markdown =
            QStringLiteral("# Title\n\nText."); ///< of a page; asked for with marks, one is written before it
        int pages = 1;
        std::chrono::milliseconds conversion{0};
        QString error;                      ///< not empty: 200 with success false
        int mostPagesInMemory = 1'000;      ///< of one request; more are "CUDA out of memory"
        std::optional<ServedReply> instead; ///< answers this, whatever was sent
    };

    MarkerServer();

    QUrl url(const QString& path = {}) const { return m_server.url(path); }
    HttpServer& http() { return m_server; }
    void setBehaviour(const Behaviour& behaviour);
    /** The fields of each upload, in order; the file's own is its name. */
    QVector<QHash<QByteArray, QByteArray>> uploads() const;

private:
    ServedReply answer(const ServedRequest& request);
    ServedReply convert(const ServedRequest& request) const;
    QString pages(int first, int last, bool marked) const;

    Behaviour m_behaviour;
    std::chrono::steady_clock::time_point m_freeAt{}; ///< when the conversions before are done
    mutable HttpServer m_server;
};

} // namespace sheaf::testing
