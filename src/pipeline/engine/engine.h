// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/column.h"
#include "core/failure.h"
#include "core/paper.h"
#include "core/record.h"
#include "core/secrets.h"
#include "core/settings.h"
#include "pipeline/engine/snapshot.h"
#include "pipeline/import/import.h"
#include "pipeline/read/price.h"
#include "pipeline/read/proposals.h"
#include "pipeline/results/export_choice.h"

#include <QObject>

#include <memory>

/**
 * The engine: owns all pipeline state on a thread of its own. This object is its handle: made and used on the main
 * thread, every command returns at once and takes effect in order; answers come as signals on the main thread.
 * Destroying it stops cleanly.
 */
namespace sheaf {

struct EngineOptions
{
    SecretSource secrets = secretFromEnvironment;
    SecretKeeper keepSecret{};
    QString cacheFolder; ///< empty = the user's cache folder
    int snapshotMs = 100;
};

struct RunSummary
{
    int done = 0, failed = 0, skipped = 0, cancelled = 0, held = 0;
    int waiting = 0;      ///< all others: with these the sum is all papers
    int unsent = 0;       ///< results that wait for a service
    bool stopped = false; ///< by the user, before everything had ended
    qint64 elapsedMs = 0;
};

class Engine : public QObject
{
    Q_OBJECT
public:
    explicit Engine(EngineOptions options = {}, QObject* parent = nullptr);
    ~Engine() override;

    /** Opens or creates the project file; opened() or openFailed() follows, then a snapshot with reset. Closes what was
     * open. */
    void open(const QString& path);
    void close();

    void addPapers(const ImportPlan& plan);
    void removePapers(const QVector<PaperId>& papers);
    /** Papers that were read are to be read for new and changed questions alone. A removed column's answers stay in the
     * file, so that it can come back. */
    void setColumns(const QVector<Column>& columns);
    /** Asks again what was answered, and starts; the answers stay until the new ones come, what the user decided stays.
     * No papers = all that were read, no columns = all. */
    void readAgain(const QVector<PaperId>& papers, const QStringList& columns);
    /** What a change of the columns, or reading again, would cost; priced() follows, several times while counting. */
    void price(const PriceQuestion& question);
    /** Asks the reader for further columns from a few papers that were read; proposed() follows. */
    void proposeColumns();
    /** Takes effect while running. */
    void setSettings(const Settings& settings);

    void start(); ///< everything that is not final or held
    void pause(); ///< running steps finish, nothing new starts
    void resume();
    void stop(); ///< running steps end now and will run again at the next start
    void pausePapers(const QVector<PaperId>& papers);
    void resumePapers(const QVector<PaperId>& papers);
    void cancelPapers(const QVector<PaperId>& papers);
    /** Failed, cancelled, needs attention, without their second reading; empty = all of them. */
    void retryPapers(const QVector<PaperId>& papers);
    void attachFile(PaperId paper, const QString& path); ///< "drop the PDF here"
    void readAbstract(PaperId paper);                    ///< of the list, for want of a document
    /** Looks again for the documents of papers that were done with their abstract. Their answers stay until the new
     * ones come, and where nothing is found. */
    void findFullText(const QVector<PaperId>& papers);
    void setPassword(PaperId paper, const QString& password); ///< kept in memory only
    void decide(PaperId paper, const Cell& cell);             ///< accepted, edited, rejected, or none again
    void takeBack(PaperId paper, const QString& field);       ///< what was filled in (filled_fields.h) stays empty
    void retryTrouble();                                      ///< the stage that was stopped tries again now

    /** Exports what there is now; exported() follows. Without a format the path's suffix says it. */
    void exportTo(const QString& path, const ExportChoice& choice = {});
    /** Writes these papers (none = all that were read) to a service; delivered() follows. */
    void sendTo(const QString& sink, const QVector<PaperId>& papers = {});
    void testReader(const Settings& settings, ReaderRole role);     ///< readerTested() follows
    void testConverter(const Settings& settings);                   ///< converterTested() follows
    void testSink(const QString& sink, const Settings& settings);   ///< sinkTested() follows
    void testSource(const QString& name, const Settings& settings); ///< sourceTested() follows

Q_SIGNALS:
    void opened(const QString& path, const sheaf::Settings& settings, const QVector<sheaf::Column>& columns);
    void openFailed(const QString& path, const sheaf::Failure& failure);
    void snapshot(const sheaf::SnapshotPtr& snapshot);
    void priced(const sheaf::PriceAnswer& answer);
    void proposed(const sheaf::ProposalAnswer& answer);
    void runFinished(const sheaf::RunSummary& summary);
    void exported(const QString& path, const std::optional<sheaf::Failure>& failure);
    void readerTested(sheaf::ReaderRole role, bool ok, const QString& sentence);
    void converterTested(bool ok, const QString& sentence);
    void delivered(const sheaf::DeliverySummary& summary);
    void sinkTested(const QString& sink, bool ok, const QString& sentence);
    void sourceTested(const QString& name, bool ok, const QString& sentence);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace sheaf
