// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/closest_passage.h"
#include "core/column.h"
#include "core/paper.h"
#include "core/record.h"
#include "core/secrets.h"
#include "core/settings.h"
#include "core/words.h"
#include "pipeline/engine/snapshot.h"
#include "store/store.h"

#include <QObject>
#include <QSizeF>

#include <memory>

/** One paper in full, for the dock, the review and exports. Read from the store's read side; blocks for milliseconds;
 * any thread. */
namespace sheaf {

struct MarkdownBlock
{
    QString kind; ///< "heading", "paragraph", …
    int level = 0;
    int begin = 0, end = 0; ///< UTF-16 range of the markdown
    QVector<PageBox> regions;
    double confidence = 1;
};

struct PageNote
{
    int page = 0;
    double confidence = 1;
    double coverage = 1;
    QStringList reasons;
};

struct PaperDetails
{
    StoredPaper stored;
    Record record;        ///< as decided, where the user decided
    Record first, second; ///< the readers' own, of columns that the second reader answered
    QString markdown;
    QVector<MarkdownBlock> blocks;
    QVector<PageNote> pageNotes;
    QVector<HistoryEntry> history;
    QHash<QString, ClosestPassage> closest; ///< by the text of a quote that was not found; none = nothing is like it
};

std::optional<PaperDetails> loadDetails(const StoreReader& store, PaperId paper);

/** Pages as pictures, rendered by the sandboxed page worker off the main thread; newest request first, a few pages are
 * kept. */
class PageRenderer : public QObject
{
    Q_OBJECT
public:
    explicit PageRenderer(QObject* parent = nullptr);
    ~PageRenderer() override;
    void request(const QString& path, int page, double dpi, const QString& password = {});

Q_SIGNALS:
    /** pixels: width × height × 4 bytes, Format_RGB32. */
    void ready(const QString& path, int page, double dpi, int width, int height, QSizeF pageSize,
               const QByteArray& pixels);
    void failed(const QString& path, int page, const sheaf::Failure& failure);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/** Facts of this machine and start: the window's set-up rows and `sheaf-cli doctor` show the same. */
struct SetupFact
{
    enum Sign
    {
        Ready,
        Missing,
        Optional,
        Broken
    };
    QString id; ///< "pdf", "reader", "open-copies", "scans", "graphics-card"
    Sign sign = Ready;
    QString name;
    QString sentence;
    QString action; ///< the button that helps: "choose-reader", "set-email", "fetch-models", empty = none
};
/** Blocks up to a second (asks the worker, probes devices): call it off the main thread. */
QVector<SetupFact> setupFacts(const Settings& settings, const SecretSource& secrets);
/** What scanned pages are read on and why, found out by loading the models (half a second, more with a GPU): for
 * `sheaf-cli doctor`. Nothing without models. */
std::optional<SetupFact> networksFact();

} // namespace sheaf
