// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"
#include "core/secrets.h"
#include "core/settings.h"
#include "core/words.h"
#include "layout/block.h"

#include <QJsonArray>
#include <QJsonObject>

#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>

class QIODevice;

/**
 * Converter: one document → markdown with blocks, pages, boxes and words. Kinds: native, passthrough, and the services
 * of converter_registry.cpp. A converter is made once and called from the four threads of the marker pool at the same
 * time: convert() is thread-safe and blocks.
 */
namespace sheaf {

/** One block's place in the markdown, so that a quote can be shown on the page and a page mark set in a prompt. */
struct ConvertedBlock
{
    BlockKind kind = BlockKind::Paragraph;
    int level = 0;
    int begin = 0, end = 0;   ///< range of Conversion::markdown, UTF-16 code units
    QVector<PageBox> regions; ///< empty for documents without pages (markdown)
    float confidence = 1;
};

/** Some pages in a row, packed to a tenth of their size: what a volume of thousands of pages keeps instead. */
struct PackedPages
{
    QByteArray text;    ///< markdown, blocks, audits and references, as if these pages were all
    QByteArray layout;  ///< with the words
    int firstBlock = 0; ///< what the words' blocks count from
};

struct Conversion
{
    QString markdown;
    QVector<ConvertedBlock> blocks;
    QVector<Block> layout;       ///< native only, for --json: tables as cells; may be empty
    QVector<PageWords> words;    ///< what proof matches against; empty for documents without pages
    QVector<PackedPages> packed; ///< of a volume: all its pages; layout, words and references are only here then
    QVector<PageAudit> audits;
    int pages = 0;         ///< 0 = has no pages
    QString title;         ///< the document's own, for "is this that paper?"
    QString doi;           ///< the document's own, if it prints one
    QJsonObject metadata;  ///< of the paper itself, as CSL-JSON; empty for documents without pages
    QJsonArray references; ///< its bibliography's entries, as CSL-JSON
    QString converter;     ///< "native", "passthrough", "grobid" …
    QString version;
    qint64 milliseconds = 0;
};

struct ConvertInput
{
    QString path;      ///< absolute
    QByteArray sha256; ///< of the file, lower-case hex
    QString password;
};

/** Where the finished ranges of a volume's pages wait until all are done, so that a kill in the middle costs one range.
 * A shelf belongs to one document, preset and converter. */
class RangeShelf
{
public:
    virtual ~RangeShelf() = default;
    virtual QByteArray get(const QString& range) = 0; ///< empty = not there
    virtual void put(const QString& range, const QByteArray& packed) = 0;
};

struct ConvertOptions
{
    QString preset = QStringLiteral("balanced"); ///< fast, balanced, quality
    RangeShelf* shelf = nullptr;                 ///< nothing is kept without one
    /** A converter could not do the document and the next one of the order tries it. On the converting thread. */
    std::function<void(const QString& kind, const Failure& failure)> onSkipped;
};

/** Pages done of pages; total 0 = unknown. Called from the converting thread, cheap, any number of times. */
using ConvertProgress = std::function<void(int done, int total)>;

class Converter
{
public:
    virtual ~Converter() = default;
    virtual QString kind() const = 0;
    /** Learns what cacheLabel() needs to know, as a service's version. Blocks, once; within 200 ms of a stop. */
    virtual void prepare(std::stop_token) {}
    /** Everything that changes the result besides the file and preset: program version, service label, options. Part of
     * the cache key. */
    virtual QString cacheLabel() const = 0;
    virtual bool accepts(const ConvertInput& input) const = 0;
    /** Blocks; returns within 200 ms of a stop with code "stopped". Service-wide troubles have codes
     * "convert.service-…" and are retryable. */
    virtual Result<Conversion> convert(const ConvertInput& input, const ConvertOptions& options,
                                       const ConvertProgress& progress, std::stop_token stop) = 0;
};

/** How long is waited between two looks at a service's job and for a service that is busy; both grow. Tests hurry. */
struct ServicePace
{
    std::chrono::milliseconds firstLook{250}, longestLook{5000};
    std::chrono::milliseconds shortestBusy{1000}, longestBusy{30000};
};

/** The registry: the converter that the settings choose ("convert.kind") for PDFs, behind it those that go on where it
 * fails with a document ("convert.fallback.PRESET"), with passthrough for markdown and text in front. */
Result<std::unique_ptr<Converter>> makeConverter(const Settings& settings, const SecretSource& secrets,
                                                 const ServicePace& pace = {});
QStringList converterKinds();
/** Hosts to which the settings send documents, in the order in which they are tried. */
QStringList converterHosts(const Settings& settings);

/** Visits all layout and words, of a volume range by range, so that only one of them is unpacked at a time. Blocks of
 * `layout` relate to each other within a visit; words name blocks of the whole conversion. */
using PagesVisitor = std::function<void(const QVector<Block>& layout, const QVector<PageWords>& words)>;
void forEachPages(const Conversion& conversion, const PagesVisitor& visit);
QVector<PageWords> allWords(const Conversion& conversion);
/** The same for the references; their ids count through. */
using ReferenceVisitor = std::function<void(const QJsonObject& reference)>;
void forEachReference(const Conversion& conversion, const ReferenceVisitor& visit);
/** Adds the conversion of the pages that follow; both are packed then. Title, DOI and converter stay the first's. */
void appendPages(Conversion& whole, Conversion&& next);

/** Conversion ↔ bytes for the cache (versioned, compressed, checked: nothing on malformed bytes). */
QByteArray packConversion(const Conversion& conversion);
std::optional<Conversion> unpackConversion(const QByteArray& bytes);

/** NAME.json of `sheaf-cli convert --json`: blocks, pages, boxes, confidence. Written piece by piece, a line for each
 * page, block and reference; what cannot be written is the device's to tell. */
void writeJson(const Conversion& conversion, QIODevice& out);

} // namespace sheaf
