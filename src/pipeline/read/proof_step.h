// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/engine/work_pool.h"
#include "pipeline/read/read_stage.h"

/** Last step before an answer is written: each quote of it is looked up among the words of the paper's pages, on
 * threads of its own. Engine thread. */
namespace sheaf {

/** Fills in every quote's state and place. Pure. */
void proveRecord(Record& record, const Conversion& conversion);

class ProofStep : public QObject
{
    Q_OBJECT
public:
    explicit ProofStep(const QString& projectPath, QObject* parent = nullptr);

    /** Against the conversions that were read. */
    void prove(const ReadAnswer& answer);
    bool isBusy() const { return m_running > 0; }

Q_SIGNALS:
    void proven(const sheaf::ReadAnswer& answer);

private:
    QString m_projectPath;
    int m_running = 0;
    WorkPool m_pool{2};
};

} // namespace sheaf
