// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"
#include "core/paper.h"

#include <QObject>
#include <QUrl>
#include <QVector>

#include <functional>

/** What a source of documents is. Engine thread, signal-driven. */
namespace sheaf {

struct HttpRequest;

/** A place where a paper's document may lie. */
struct Candidate
{
    QUrl url;
    QString version; ///< "publishedVersion", "acceptedVersion", "submittedVersion", empty = the source does not say
    QString license;
    QString title;       ///< what the source calls the paper; stands in where the list has no title
    bool isPage = false; ///< a page about the paper, which may name the PDF
};

using Candidates = QVector<Candidate>;

/** One source. A new one is one file and one line in source_registry.cpp. */
class SourceResolver
{
public:
    virtual ~SourceResolver() = default;
    virtual QString displayName() const = 0; ///< for people: "Unpaywall"
    /** The service it asks before it knows a place; empty = it asks nobody. */
    virtual QUrl service() const { return {}; }
    /** Where it is itself: that service, or the host that all its places begin at; empty = nowhere. */
    virtual QUrl home() const { return service(); }
    /** Left until nothing else has helped, preprints included: it costs others time. */
    virtual bool isLastResort() const { return false; }
    /** Its pages may be menus of links to the full text. */
    virtual bool readsMenus() const { return false; }
    /** Whether it could know this paper at all. */
    virtual bool knows(const Paper& paper) const = 0;
    /** Calls `done` exactly once, later, unless context is gone: candidates, best first; empty = has none; failures are
     * transient or a setting's fault. The source outlives the context. */
    virtual void find(const Paper& paper, QObject* context, std::function<void(Result<Candidates>)> done) = 0;
    /** Adds what the service itself wants to see when one of its candidates is downloaded, such as a key. */
    virtual void authorise(HttpRequest&) const {}
    /** "Test": says in one sentence what is there. As find(). */
    virtual void probe(QObject* context, std::function<void(Result<QString>)> done);
};

/** Calls `done` later, from the event loop, unless `context` is gone. */
template <typename Value>
void answerLater(QObject* context, std::function<void(Result<Value>)> done, Result<Value> value)
{
    QMetaObject::invokeMethod(
        context, [done = std::move(done), value = std::move(value)] { done(value); }, Qt::QueuedConnection);
}

} // namespace sheaf
