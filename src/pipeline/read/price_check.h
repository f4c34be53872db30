// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/engine/paper_book.h"
#include "pipeline/engine/work_pool.h"
#include "pipeline/read/price.h"
#include "pipeline/read/request_builder.h"
#include "read/reader.h"

#include <map>

/**
 * Counts what reading again would cost: builds each request that would be sent, off the engine's thread and a few at a
 * time, and adds up the reader's estimates. A later question of the same asker takes the earlier one's place. Engine
 * thread.
 */
namespace sheaf {

/** Both readers; the second is none where there is no second reader. */
struct ReaderPair
{
    Result<std::shared_ptr<Reader>> first, second;
};

class PriceCheck : public QObject
{
    Q_OBJECT
public:
    PriceCheck(const PaperBook& papers, const QString& projectPath, QObject* parent = nullptr);
    void ask(const PriceQuestion& question, const ReaderPair& readers, const Settings& settings);

Q_SIGNALS:
    /** While counting, and with the last paper. */
    void told(const sheaf::PriceAnswer& answer);

private:
    struct Count;
    using CountPtr = std::shared_ptr<Count>;
    void plan(Count& count, const PriceQuestion& question, const Settings& settings) const;
    bool setReaders(Count& count, const ReaderPair& readers, const Settings& settings) const;
    static void add(Count& count, const ReadRequest& request, ReaderRole role);
    void goOn(const CountPtr& count);

    const PaperBook& m_papers;
    QString m_projectPath;
    std::map<PriceAsker, CountPtr> m_counts; ///< by asker
    WorkPool m_pool{1};
};

} // namespace sheaf
