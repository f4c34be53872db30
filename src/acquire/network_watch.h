// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUrl>
#include <QVector>

#include <functional>
#include <memory>

/**
 * Tells a host that is down from a network that is away: when one host does not answer, others are asked for their
 * head, nothing more. Engine thread.
 */
namespace sheaf {

class HttpClient;

class NetworkWatch
{
public:
    explicit NetworkWatch(HttpClient& http);

    /** Who is asked: services that have nothing to do with each other, none of this house. */
    void setWitnesses(const QVector<QUrl>& witnesses) { m_witnesses = witnesses; }
    /** One of them. */
    QUrl witness() const { return m_witnesses.value(0); }
    /** A host out there has answered. */
    void heard() { m_heard.start(); }
    /** Whether anybody has, since this began. */
    bool hasHeard() const { return m_heard.isValid(); }
    /** Whether anybody answers at all: `done` later, unless `context` is gone. */
    void ask(QObject* context, std::function<void(bool isThere)> done);

private:
    struct Waiting
    {
        QPointer<QObject> context;
        std::function<void(bool)> done;
    };
    void conclude(bool isThere);

    HttpClient& m_http;
    QVector<QUrl> m_witnesses;
    QElapsedTimer m_heard; ///< since the last answer; not valid = none so far
    QVector<Waiting> m_waiting;
    std::unique_ptr<QObject> m_round; ///< the questions that are out
    QTimer m_patience;
    int m_silent = 0;
};

/** No contact came about: the host's fault, or the network's. Who hangs up was there. */
bool mayBeTheNetwork(const Failure& failure);

} // namespace sheaf
