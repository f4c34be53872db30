// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"
#include "core/paper.h"
#include "core/secrets.h"
#include "core/settings.h"

#include <functional>
#include <memory>
#include <vector>

class QObject;

/**
 * Catalogue: a bibliographic service that knows works, asked for what a list leaves out and for what became of a work
 * since. Belongs to one thread with an event loop. A new one is one file and one line in catalogue_registry.cpp.
 */
namespace sheaf {

class HttpClient;

/** A work as a catalogue knows it. */
struct CatalogueWork
{
    QString doi; ///< normalised
    QString title, subtitle;
    QVector<Author> authors;
    QVector<int> years; ///< of print, of the web …; the one to cite first
    QString venue;
    QString type;         ///< the catalogue's own word
    QStringList sameWork; ///< DOIs of its preprint, or of the article that it became
    QString notice;       ///< what became of it, "retraction", "expression_of_concern"; empty = nothing known
    QString noticeDoi;    ///< of the notice, where it is known
};

class Catalogue
{
public:
    virtual ~Catalogue() = default;
    virtual QString displayName() const = 0;
    using Done = std::function<void(Result<QVector<CatalogueWork>>)>;
    /** What it knows of these DOIs, mostAtOnce at most; `done` later, unless `context` is gone. */
    virtual void byDois(const QStringList& dois, QObject* context, Done done) = 0;
    /** Works that may be this one: alike, no more. */
    virtual void byTitle(const Paper& paper, QObject* context, Done done) = 0;

    static constexpr int mostAtOnce = 30; ///< what fits into an address
};

using Catalogues = std::vector<std::unique_ptr<Catalogue>>;
/** In the order in which they are asked. */
Catalogues makeCatalogues(HttpClient& http, const Settings& settings, const SecretSource& secrets);

std::unique_ptr<Catalogue> makeCrossrefCatalogue(HttpClient& http, const Settings& settings);
std::unique_ptr<Catalogue> makeOpenAlexCatalogue(HttpClient& http, const Settings& settings,
                                                 const SecretSource& secrets);

} // namespace sheaf
