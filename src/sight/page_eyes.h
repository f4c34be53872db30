// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pdf_document.h"
#include "sight/model_store.h"

#include <mutex>

/**
 * Reads pages from their pictures. One object serves all converters: its models are loaded when the first page is read,
 * and all pages share its threads fairly. Thread-safe. Failures: models.broken (they are there but do not load),
 * sight.failed, stopped.
 */
namespace sheaf {

namespace gpu {
class OcrEngine;
}

class PageEyes
{
public:
    explicit PageEyes(ModelStore store = ModelStore());
    ~PageEyes();

    /** The models are there. Cheap: looks at files only. */
    bool canRead() const;
    /** Names the models, for the key of the cache; empty when it cannot read. */
    QString label() const;

    /** The page with the text that its picture shows in place of its own. Blocks; returns within 200 ms of a stop. */
    Result<Page> read(const Page& page, const PagePicture& picture, std::stop_token stop) const;

private:
    Result<const gpu::OcrEngine*> engine() const;

    const ModelStore m_store;
    mutable std::mutex m_mutex; ///< guards what follows
    mutable std::unique_ptr<gpu::OcrEngine> m_engine;
    mutable QString m_problem;
};

} // namespace sheaf
