// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"

#include <QObject>

#include <memory>
#include <optional>

/** Fetches the models that read scanned pages, on a thread of its own. Main thread; destroying it stops the fetch. What
 * has come whole is kept, so that the next one goes on from there. */
namespace sheaf {

class ModelFetch : public QObject
{
    Q_OBJECT
public:
    explicit ModelFetch(QObject* parent = nullptr);
    ~ModelFetch() override;

    /** Some are not on this machine. Looks at files only. */
    static bool isNeeded();
    void start(); ///< nothing when it runs already
    void cancel();
    bool isRunning() const;

Q_SIGNALS:
    void progressed(const QString& sentence);
    /** Failures as in sight/model_store.h; "stopped" after cancel(). */
    void finished(const std::optional<sheaf::Failure>& failure);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace sheaf
