// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QUrl>
#include <QVector>

#include <functional>
#include <optional>

/** The Robots Exclusion Protocol (RFC 9309): what a host wants programs to leave alone. */
namespace sheaf {

class HttpClient;

/** One robots.txt, as it concerns us. Pure value; the bytes are untrusted. */
class RobotsRules
{
public:
    /** Nothing is forbidden. */
    RobotsRules() = default;
    /** The group for `product`, else the one for everybody. */
    RobotsRules(const QByteArray& text, QByteArrayView product);
    static RobotsRules forbiddingAll();

    /** The longest rule that matches decides; "allow" wins a draw. */
    bool allow(const QUrl& url) const;

private:
    struct Rule
    {
        QByteArray path; ///< may hold * and end in $
        bool allow = false;
    };
    QVector<Rule> m_rules;
};

/** Asks each host once and keeps what it said. Engine thread. */
class Robots
{
public:
    explicit Robots(HttpClient& http);
    ~Robots();

    /** Calls `done` exactly once, later, unless context is gone. A host that has no robots.txt allows everything, one
     * that fails to give it (5xx) nothing, as the RFC asks; one that cannot be reached allows it: the request will
     * tell. */
    void ask(const QUrl& url, QObject* context, std::function<void(bool allowed)> done);

private:
    struct Waiting
    {
        QUrl url;
        QPointer<QObject> context;
        std::function<void(bool)> done;
    };
    struct Host
    {
        std::optional<RobotsRules> rules;
        QVector<Waiting> waiting;
    };
    void know(const QString& origin, const RobotsRules& rules);
    void leaveOpen(const QString& origin);
    static void answer(const RobotsRules& rules, const Waiting& waiting);

    HttpClient& m_http;
    QObject m_context; ///< with it the open questions go
    QHash<QString, Host> m_hosts;
};

} // namespace sheaf
