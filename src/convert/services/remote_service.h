// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "convert/converter.h"

/**
 * RemoteService: one kind of conversion service behind HTTP, document in, pieces of markdown out. What it shares with
 * the others (the pages' own words, placing blocks on them, the result's form) is RemoteConverter's. A service is made
 * once and called from all workers at once: it holds no state but its settings and what it learned of its version.
 * Failures: see service_failures.h.
 */
namespace sheaf {

/** A stretch of markdown of whole blocks, and what the service says of its place. */
struct RemotePiece
{
    QString markdown;
    int page = 0;                  ///< from 1, 0 = unknown; of the first block
    QVector<PageBox> boxes;        ///< as shares of the page, 0..1 from its upper left; empty = unknown
    std::optional<BlockKind> kind; ///< where the service knows more than the markdown tells
    bool isMissing = false;        ///< the service gave up on this page: the document's own text takes its place
};

struct RemoteText
{
    QVector<RemotePiece> pieces;
    QString version;       ///< of the service, as it says
    QJsonObject metadata;  ///< CSL-JSON, as in Conversion; empty = not told
    QJsonArray references; ///< the same
};

/** One document for a service. */
struct RemoteJob
{
    const ConvertInput& input;
    QString preset;
    RangeShelf* shelf = nullptr; ///< for a job's name, so that a restart finds it again; may be null
    ConvertProgress progress;
    std::stop_token stop;
    /** The pages' sizes in points; empty where the document cannot be read. Blocks until they are known. */
    std::function<QVector<QSizeF>()> pageSizes;
};

class RemoteService
{
public:
    virtual ~RemoteService() = default;
    virtual QString kind() const = 0;
    /** Of what is sent and the version that prepare() learned: part of the cache key. */
    virtual QString label() const = 0;
    /** Asks the service for its version, where it tells one. Blocks; nothing lost where it cannot be asked. */
    virtual void prepare(std::stop_token) {}
    virtual Result<RemoteText> convert(const RemoteJob& job) = 0;
};

} // namespace sheaf
