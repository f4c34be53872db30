// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/engine/model_fetch.h"

#include "sight/device_runtime.h"

#include <QCoreApplication>

#include <thread>

namespace sheaf {

struct ModelFetch::Private
{
    std::jthread thread;
    bool running = false;
};

ModelFetch::ModelFetch(QObject* parent) : QObject(parent), d(std::make_unique<Private>()) {}

ModelFetch::~ModelFetch() = default;

bool ModelFetch::isNeeded()
{
    return !ModelStore().missing().isEmpty();
}

bool ModelFetch::isRunning() const
{
    return d->running;
}

void ModelFetch::cancel()
{
    d->thread.request_stop();
}

void ModelFetch::start()
{
    if (std::exchange(d->running, true))
        return;
    // The thread is joined before this object ends, so what it posts finds it or is dropped with it.
    d->thread = std::jthread([this](const std::stop_token& stop) {
        const auto tell = [this](const QString& package) {
            const QString sentence = QCoreApplication::translate("pipeline", "Fetching %1…").arg(package);
            QMetaObject::invokeMethod(
                this, [this, sentence] { Q_EMIT progressed(sentence); }, Qt::QueuedConnection);
        };
        const Result<void> fetched = fetchModels(false, tell, stop);
        const auto failure = fetched ? std::nullopt : std::optional(fetched.error());
        QMetaObject::invokeMethod(
            this,
            [this, failure] {
                d->running = false;
                Q_EMIT finished(failure);
            },
            Qt::QueuedConnection);
    });
}

} // namespace sheaf
