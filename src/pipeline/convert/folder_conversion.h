// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "convert/converter.h"
#include "pipeline/engine/work_pool.h"
#include "store/cache.h"

#include <deque>

/**
 * Documents → markdown files beside each other in one folder, without a project: `sheaf-cli convert`. At most `jobs`
 * conversions are in memory at a time. Every input ends done or failed. A document that was converted before comes from
 * the cache. One thread with an event loop.
 */
namespace sheaf {

struct FolderConversionItem
{
    QString input;
    QString output; ///< empty when it failed
    std::optional<Failure> failure;
    std::optional<Failure> figures; ///< why they are missing; the paper is done all the same
    int pages = 0;
    double confidence = 0;
    int doubtful = 0;   ///< pages that are not to be trusted
    QStringList doubts; ///< why, each reason once
    qint64 milliseconds = 0;
};

class FolderConversion : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        QStringList inputs; ///< files and folders; folders are searched for PDFs, markdown and text
        QString outputFolder;
        QString preset;
        bool json = false;    ///< NAME.json as well
        bool fresh = false;   ///< converts in any case; the cache is only written
        double figureDpi = 0; ///< above 0: NAME.figures with a PNG for each figure, linked in the markdown
        int jobs = 4;
    };
    FolderConversion(std::shared_ptr<Converter> converter, ConversionCache cache, Options options,
                     QObject* parent = nullptr);
    ~FolderConversion() override;

    /** finished() follows, also when there is nothing to do. */
    void start();
    /** Running conversions end now; what was not begun is left out. */
    void stop();

Q_SIGNALS:
    void converted(const sheaf::FolderConversionItem& item);
    void finished(int done, int failed, bool stopped);

private:
    struct Job
    {
        QString input;
        QString stem; ///< output without its suffix
    };
    void startNext();
    void report(const FolderConversionItem& item);

    std::shared_ptr<Converter> m_converter;
    const ConversionCache m_cache;
    Options m_options;
    std::deque<Job> m_waiting;
    std::stop_source m_stop;
    int m_running = 0, m_done = 0, m_failed = 0;
    WorkPool m_pool;
};

/** The documents among files and folders, in a stable order, each once. */
QStringList documentsIn(const QStringList& filesAndFolders);

} // namespace sheaf
