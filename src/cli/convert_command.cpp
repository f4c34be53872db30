// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"
#include "cli/console.h"
#include "cli/stop_signals.h"
#include "cli/verbs.h"

#include "core/paper_state.h"
#include "core/secrets.h"
#include "pipeline/convert/folder_conversion.h"

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
    const QString done = QCoreApplication::translate("cli", "%1 – %2 pages in %3 s, confidence %4")
                             .arg(item.input)
                             .arg(item.pages)
                             .arg(QLocale().toString(double(item.milliseconds) / 1000, 'f', 2),
                                  QLocale().toString(item.confidence, 'f', 2));
    if (item.doubtful == 0)
        return done;
    return done + QCoreApplication::translate("cli", "; %1 of them doubtful: %2")
                      .arg(item.doubtful)
                      .arg(item.doubts.join(u", "_s));
}

} // namespace

int convert(const QStringList& given)
{
    Arguments arguments(u"convert PDF|FOLDER… -o DIR [--preset fast|balanced|quality] [--json] [--figures] [--dpi N] "
                        "[--fresh] [--jobs N] [--set KEY=VALUE]…"_s,
                        QCoreApplication::translate("cli", "Converts documents to markdown: DIR/NAME.md for each."));
    arguments.parser().addOption(
        {{u"o"_s, u"output"_s}, QCoreApplication::translate("cli", "Where the files go."), u"DIR"_s});
    arguments.parser().addOption(
        {u"preset"_s,
         QCoreApplication::translate("cli",
                                     "fast, balanced or quality. With the models (sheaf-cli models fetch) balanced "
                                     "reads pages without a usable text from their pictures, and quality compares "
                                     "every text that some OCR laid under a scan; a marker_server reads every page "
                                     "with OCR for quality."),
         u"PRESET"_s});
    arguments.parser().addOption(
        {u"json"_s, QCoreApplication::translate(
                        "cli", "NAME.json too: blocks, boxes, table cells, confidence, metadata, references.")});
    arguments.parser().addOption(
        {u"figures"_s,
         QCoreApplication::translate("cli", "NAME.figures too: a picture of each figure, linked in the markdown.")});
    arguments.parser().addOption(
        {u"dpi"_s, QCoreApplication::translate("cli", "The pictures' resolution (200)."), u"N"_s, u"200"_s});
    arguments.parser().addOption(
        {u"fresh"_s, QCoreApplication::translate("cli", "Converts again what was converted before.")});
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
    options.fresh = arguments.has(u"fresh"_s);
    const double dpi = arguments.value(u"dpi"_s).toDouble();
    if (dpi < 20 || dpi > 1200)
        return arguments.refuse(QCoreApplication::translate("cli", "--dpi takes a number from 20 to 1200."));
    options.figureDpi = arguments.has(u"figures"_s) ? dpi : 0;
    if (options.inputs.isEmpty() || options.outputFolder.isEmpty())
        return arguments.refuse(QCoreApplication::translate("cli", "Documents and -o DIR are needed."));

    auto converter = makeConverter(settings, secretFromEnvironment);
    if (!converter) {
        complain(converter.error());
        return CouldNotRun;
    }
    const ConversionCache cache;
    FolderConversion conversion(std::shared_ptr<Converter>(*std::move(converter)), cache, options);
    StopSignals stopSignals;
    QObject::connect(&stopSignals, &StopSignals::stopRequested, &conversion, &FolderConversion::stop);
    QObject::connect(&conversion, &FolderConversion::converted, &conversion, [](const FolderConversionItem& item) {
        say(line(item));
        if (item.figures)
            complain(*item.figures);
    });
    QObject::connect(&conversion, &FolderConversion::finished, &conversion, [](int done, int failed, bool stopped) {
        say(QCoreApplication::translate("cli", "%1 documents: %2 done, %3 failed")
                .arg(done + failed)
                .arg(done)
                .arg(failed));
        QCoreApplication::exit(stopped ? Stopped : failed > 0 ? SomeFailed : AllDone);
    });
    conversion.start();
    const int status = QCoreApplication::exec();
    cache.trim();
    return status;
}

} // namespace sheaf::cli
