// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pdf_document.h"
#include "sight/model_store.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

/**
 * Reads pages from their pictures. One object serves all converters: its models are loaded when the first page is read
 * and let go when none was for a while, and all pages share its threads fairly. Thread-safe. Failures: models.broken
 * (they are there but do not load), sight.failed, stopped.
 */
namespace sheaf {

namespace gpu {
class OcrEngine;
}

class PageEyes
{
public:
    struct Options
    {
        std::chrono::milliseconds idle = std::chrono::minutes(1); ///< until the models are let go
        qint64 deviceMegabytes = 0; ///< that may be taken of a GPU's memory, see gpu::OcrOptions
    };
    explicit PageEyes(ModelStore store = ModelStore());
    PageEyes(ModelStore store, const Options& options);
    ~PageEyes();

    /** The models are there. Cheap: looks at files only. */
    bool canRead() const;
    /** Names the models, for the key of the cache; empty when it cannot read. */
    QString label() const;
    /** What the models run on, and why. Loads them. */
    Result<QString> device() const;
    /** The models are in memory. */
    bool isLoaded() const;

    /** The page with the text that its picture shows in place of its own. Blocks; returns within 200 ms of a stop. */
    Result<Page> read(const Page& page, const PagePicture& picture, std::stop_token stop) const;

private:
    using Engine = std::shared_ptr<const gpu::OcrEngine>;
    Result<Engine> engine() const;
    void unloadWhenIdle(const std::stop_token& stop) const;

    const ModelStore m_store;
    const Options m_options;
    mutable std::mutex m_mutex; ///< guards what follows
    mutable Engine m_engine;
    mutable QString m_problem;
    mutable std::chrono::steady_clock::time_point m_lastUse;
    mutable std::condition_variable_any m_never; ///< waited for until a stop or the time is up
    mutable std::jthread m_unloading;
};

} // namespace sheaf
