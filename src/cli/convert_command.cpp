// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"
#include "cli/console.h"
#include "cli/stop_signals.h"
#include "cli/verbs.h"

#include "core/paper_state.h"
#include "core/secrets.h"
#include "pipeline/folder_conversion.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace sheaf::cli {

namespace {

QString line(const FolderConversionItem& item)
{
    if (item.failure)
        return u"%1 – %2: %3 [%4]"_s.arg(item.input, stateLabel(State::Failed), item.failure->message,
                                         item.failure->code);
    return QCoreApplication::translate("cli", "%1 – %2 pages in %3 s, confidence %4")
        .arg(item.input)
        .arg(item.pages)
        .arg(QLocale().toString(double(item.milliseconds) / 1000, 'f', 2), QLocale().toString(item.confidence, 'f', 2));
}

} // namespace

int convert(const QStringList& given)
{
    Arguments arguments(u"convert PDF|FOLDER… -o DIR [--preset fast|balanced|quality] [--json] [--jobs N] "
                        "[--set KEY=VALUE]…"_s,
                        QCoreApplication::translate("cli", "Converts documents to markdown: DIR/NAME.md for each."));
    arguments.parser().addOption(
        {{u"o"_s, u"output"_s}, QCoreApplication::translate("cli", "Where the files go."), u"DIR"_s});
    arguments.parser().addOption(
        {u"preset"_s, QCoreApplication::translate("cli", "fast, balanced or quality."), u"PRESET"_s});
    arguments.parser().addOption(
        {u"json"_s, QCoreApplication::translate("cli", "NAME.json too: blocks, pages, boxes, confidence.")});
    arguments.parser().addOption({u"jobs"_s, QCoreApplication::translate("cli", "Documents at once."), u"N"_s});
    arguments.addSet();
    if (!arguments.parse(given))
        return arguments.exitStatus();

    Settings settings = arguments.settings();
    for (const auto& [option, key] : {std::pair{u"preset"_s, u"convert.preset"_s}, {u"jobs"_s, u"convert.workers"_s}})
        if (arguments.has(option))
            if (const auto set = settings.set(key, arguments.value(option)); !set)
                return arguments.refuse(set.error().message);
    FolderConversion::Options options;
    options.inputs = arguments.positional();
    options.outputFolder = arguments.value(u"output"_s);
    options.preset = settings.text(u"convert.preset"_s);
    options.jobs = settings.integer(u"convert.workers"_s);
    options.json = arguments.has(u"json"_s);
    if (options.inputs.isEmpty() || options.outputFolder.isEmpty())
        return arguments.refuse(QCoreApplication::translate("cli", "Documents and -o DIR are needed."));

    auto converter = makeConverter(settings, secretFromEnvironment);
    if (!converter) {
        complain(converter.error());
        return CouldNotRun;
    }
    FolderConversion conversion(std::shared_ptr<Converter>(*std::move(converter)), options);
    StopSignals stopSignals;
    QObject::connect(&stopSignals, &StopSignals::stopRequested, &conversion, &FolderConversion::stop);
    QObject::connect(&conversion, &FolderConversion::converted, &conversion,
                     [](const FolderConversionItem& item) { say(line(item)); });
    QObject::connect(&conversion, &FolderConversion::finished, &conversion, [](int done, int failed, bool stopped) {
        say(QCoreApplication::translate("cli", "%1 documents: %2 done, %3 failed")
                .arg(done + failed)
                .arg(done)
                .arg(failed));
        QCoreApplication::exit(stopped ? Stopped : failed > 0 ? SomeFailed : AllDone);
    });
    conversion.start();
    return QCoreApplication::exec();
}

} // namespace sheaf::cli
