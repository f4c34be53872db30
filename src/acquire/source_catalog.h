// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"
#include "core/secrets.h"
#include "core/settings.h"

#include <QObject>

#include <functional>

/** Which sources there are, in which order the user wants them, and whether they answer. */
namespace sheaf {

class HttpClient;

struct SourceFacts
{
    QString name;        ///< stable, as in the setting acquire.sources: "unpaywall"
    QString displayName; ///< for people: "Unpaywall"
    QString about;       ///< one line: what it knows
    QString urlKey;      ///< the setting with its address; empty = it has none
    std::optional<SecretName> key;
    bool needsKey = false; ///< without it nothing can be asked
    bool needsUrl = false; ///< its address is the user's to give: an institution's service
};

/** All of them, in the order of a fresh installation. Translated; any thread. */
QVector<SourceFacts> knownSources();

struct SourceChoice
{
    QString name;
    bool on = true;
    bool operator==(const SourceChoice&) const = default;
};
/** All known sources in the order of the setting acquire.sources; those it does not name come last, off. */
QVector<SourceChoice> sourceChoices(const Settings& settings);
/** The setting's text: "list, unpaywall, -openalex". */
QString sourceSetting(const QVector<SourceChoice>& choices);

/** What the source lacks before it can be asked, as a sentence; empty = nothing. Any thread. */
QString sourceLacks(const SourceFacts& source, const Settings& settings, const SecretSource& secrets);

/** Asks the source whether it answers, with settings that need not be saved. `done` gets a sentence or what is wrong,
 * later, on this thread, unless context is gone. Needs an event loop. */
void testSource(const QString& name, HttpClient& http, const Settings& settings, const SecretSource& secrets,
                QObject* context, std::function<void(Result<QString>)> done);

} // namespace sheaf
