// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/reader.h"

/** What all calls share: they begin and end from the event loop, and end once. Engine thread. */
namespace sheaf {

class CallBase : public ReadCall
{
    Q_OBJECT
public:
    explicit CallBase(QObject* parent = nullptr);

protected:
    virtual void begin() = 0;
    /** finished() follows, later; what is concluded twice counts once. */
    void conclude(const QVector<ReadOutcome>& outcomes, const std::optional<Failure>& stageWide = {});
    bool isConcluded() const { return m_concluded; }

private:
    bool m_concluded = false;
};

/** An outcome without an answer. */
ReadOutcome failedOutcome(const ReadRequest& request, const Failure& failure);

Failure readStopped();
Failure notSentFailure();

} // namespace sheaf
