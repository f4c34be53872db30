// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/page_regions.h"
#include "document/pdf_document.h"
#include "sight/idle_keeper.h"
#include "sight/model_store.h"

/**
 * Reads pages from their pictures, and sees where these show what. One object serves all converters: its models are
 * loaded when the first page is looked at and let go when none was for a while, and all pages share its threads fairly.
 * Thread-safe. Failures: models.broken (they are there but do not load), sight.failed, stopped.
 */
namespace sheaf {

namespace gpu {
class OcrEngine;
class RegionFinder;
class Workplace;
} // namespace gpu

class PageEyes
{
public:
    struct Options
    {
        std::chrono::milliseconds idle = std::chrono::minutes(1); ///< until the models are let go
        qint64 deviceMegabytes = 0; ///< that may be taken of a GPU's memory, see gpu::WorkplaceOptions
    };
    explicit PageEyes(ModelStore store = ModelStore());
    PageEyes(ModelStore store, const Options& options);
    ~PageEyes();

    /** The models are there. Cheap: looks at files only. */
    bool canRead() const;
    /** The model of findRegions() is there. Cheap as well. */
    bool canFindRegions() const;
    /** Names the models that are there, for the key of the cache; empty when it can neither read nor find. */
    QString label() const;
    /** What the models run on, and why. Loads them. */
    Result<QString> device() const;
    /** The models are in memory. */
    bool isLoaded() const;

    /** The page with the text that its picture shows in place of its own. Blocks; returns within 200 ms of a stop. */
    Result<Page> read(const Page& page, const PagePicture& picture, std::stop_token stop) const;
    /** What the picture shows where, the surest first. Blocks for about 0.3 s. */
    Result<QVector<PageRegion>> findRegions(const PagePicture& picture, std::stop_token stop) const;

private:
    using Engine = std::shared_ptr<const gpu::OcrEngine>;
    using Finder = std::shared_ptr<const gpu::RegionFinder>;
    using Place = std::shared_ptr<const gpu::Workplace>;
    Result<Place> place() const;
    Result<Place> openPlace() const;
    Result<Engine> engine() const;
    Result<Engine> openEngine() const;
    Result<Finder> openFinder() const;

    const ModelStore m_store;
    const Options m_options;
    mutable IdleKeeper<gpu::Workplace> m_place; ///< both others' own
    mutable IdleKeeper<gpu::OcrEngine> m_engine;
    mutable IdleKeeper<gpu::RegionFinder> m_finder;
};

} // namespace sheaf
