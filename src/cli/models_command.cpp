// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"
#include "cli/console.h"
#include "cli/stop_signals.h"
#include "cli/verbs.h"

#include "sight/device_runtime.h"

#include <QCoreApplication>
#include <QLocale>

#include <thread>

using namespace Qt::StringLiterals;

namespace sheaf::cli {

namespace {

QString line(const ModelSpec& spec, const QString& state)
{
    return u"%1  %2  %3  %4  %5"_s.arg(spec.name, -30)
        .arg(spec.version, -18)
        .arg(QLocale().formattedDataSize(spec.bytes), 10)
        .arg(spec.licence, -11)
        .arg(state);
}

/** Of what a CUDA device would need and was not fetched. */
QString absence(const ModelSpec& spec)
{
    if (spec.device.isEmpty())
        return QCoreApplication::translate("cli", "missing");
    if (!DeviceRuntime::isOfUse())
        return QCoreApplication::translate("cli", "not needed: there is no CUDA device");
    return DeviceRuntime::isSystems(spec) ? QCoreApplication::translate("cli", "the system's own")
                                          : QCoreApplication::translate("cli", "missing");
}

int list(const ModelStore& store)
{
    for (const ModelSpec& spec : store.specs()) {
        const QString path = store.path(spec);
        say(line(spec, path.isEmpty() ? absence(spec) : path));
    }
    return AllDone;
}

int verify(const ModelStore& store)
{
    bool whole = true;
    for (const ModelSpec& spec : store.specs()) {
        const bool isThere = !store.path(spec).isEmpty();
        const bool isGenuine = isThere && store.isGenuine(spec);
        say(line(spec, isGenuine ? QCoreApplication::translate("cli", "as it should be")
                       : isThere ? QCoreApplication::translate("cli", "has other bytes than it should: delete it")
                                 : absence(spec)));
        whole = whole && (isGenuine || (!isThere && !spec.device.isEmpty()));
    }
    return whole ? AllDone : SomeFailed;
}

int fetch(const ModelStore& store, bool evenWithoutDevice)
{
    // The fetching blocks, and a stop comes through the event loop.
    Result<void> outcome;
    std::jthread fetching([&](const std::stop_token& stop) {
        outcome = fetchModels(
            evenWithoutDevice,
            [](const QString& package) { say(QCoreApplication::translate("cli", "Fetching %1").arg(package)); }, stop);
        QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    });
    StopSignals stopSignals;
    QObject::connect(&stopSignals, &StopSignals::stopRequested, &stopSignals, [&] { fetching.request_stop(); });
    QCoreApplication::exec();
    fetching.join();
    if (!outcome) {
        complain(outcome.error());
        return outcome.error().code == "stopped"_L1 ? Stopped : CouldNotRun;
    }
    say(QCoreApplication::translate("cli", "The models are in %1").arg(store.folder()));
    return AllDone;
}

} // namespace

int models(const QStringList& given)
{
    Arguments arguments(u"models list|fetch [--cuda]|verify"_s,
                        QCoreApplication::translate("cli",
                                                    "The models that read scanned pages: which there are, fetching "
                                                    "what is missing, and whether they are whole."));
    arguments.parser().addOption(
        {u"cuda"_s,
         QCoreApplication::translate("cli", "Fetches what a CUDA device needs (1.2 GB) where none is found, too.")});
    if (!arguments.parse(given))
        return arguments.exitStatus();
    const ModelStore store(ModelStore::standardFolders(), modelSpecs() + deviceSpecs());
    const QStringList words = arguments.positional();
    if (words == QStringList(u"list"_s))
        return list(store);
    if (words == QStringList(u"fetch"_s))
        return fetch(store, arguments.has(u"cuda"_s));
    if (words == QStringList(u"verify"_s))
        return verify(store);
    return arguments.refuse(QCoreApplication::translate("cli", "One of list, fetch or verify is needed."));
}

} // namespace sheaf::cli
