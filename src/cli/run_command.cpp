// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"
#include "cli/console.h"
#include "cli/run_session.h"
#include "cli/verbs.h"

#include "core/column_set.h"
#include "pipeline/results/results.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

/** `sheaf-cli run` and `sheaf-cli retry`: the same session, begun differently. */
namespace sheaf::cli {

namespace {

void addRunOptions(Arguments& arguments)
{
    arguments.addSet();
    arguments.parser().addOption(
        {u"columns"_s,
         QCoreApplication::translate(
             "cli", "The questions, as the window saves and shares them; only new and changed ones are read again."),
         u"FILE.json"_s});
    arguments.parser().addOption(
        {u"export"_s, QCoreApplication::translate("cli", "Writes the results there; the suffix says how."), u"FILE"_s});
    arguments.parser().addOption(
        {u"pilot"_s,
         QCoreApplication::translate(
             "cli", "Reads only so many papers, as unlike as there are; the next run without it reads the rest."),
         u"N"_s});
    arguments.parser().addOption({u"progress"_s,
                                  QCoreApplication::translate("cli", "plain, json (one object a line) or none."),
                                  u"HOW"_s, u"plain"_s});
}

/** False: it was said why not. */
bool readColumns(const QString& path, QVector<Column>& columns)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        complain(u"sheaf-cli: %1: %2"_s.arg(path, file.errorString()));
        return false;
    }
    const auto set = columnSetFromJson(file.readAll());
    if (!set) {
        complain(u"sheaf-cli: %1: %2 [%3]"_s.arg(path, set.error().message, set.error().code));
        return false;
    }
    columns = set->columns;
    return true;
}

int session(const Arguments& arguments, RunSession::Options options)
{
    options.settings = arguments.settings();
    if (!options.settings.changed().contains(u"read.pilot"_s)) {
        const QString pilot = arguments.has(u"pilot"_s) ? arguments.value(u"pilot"_s) : u"0"_s;
        if (const auto set = options.settings.set(u"read.pilot"_s, pilot); !set)
            return arguments.refuse(set.error().message);
    }
    if (arguments.has(u"columns"_s) && !readColumns(arguments.value(u"columns"_s), options.columns))
        return Usage;
    options.exports = arguments.values(u"export"_s);
    for (const QString& path : options.exports)
        if (!isExportFormat(u'.' + QFileInfo(path).suffix()))
            return arguments.refuse(QCoreApplication::translate("cli", "“%1” ends in no known format; there are: %2.")
                                        .arg(path, exportFormatNames(u", "_s)));
    auto progress = makeProgress(arguments.value(u"progress"_s));
    if (!progress)
        return arguments.refuse(QCoreApplication::translate("cli", "--progress takes plain, json or none."));
    return RunSession(std::move(options), std::move(progress)).exec();
}

} // namespace

int run(const QStringList& given)
{
    Arguments arguments(u"run [LIST|PDF|FOLDER|DOI]… --project FILE.sheaf [--columns FILE.json] [--set KEY=VALUE]… "
                        "[--pilot N] [--export FILE]… [--progress plain|json|none]"_s,
                        QCoreApplication::translate(
                            "cli", "Fetches, converts and reads papers; the same project goes on where it was."));
    arguments.parser().addOption({u"project"_s,
                                  QCoreApplication::translate("cli", "The project file; made where there is none."),
                                  u"FILE.sheaf"_s});
    addRunOptions(arguments);
    if (!arguments.parse(given))
        return arguments.exitStatus();
    RunSession::Options options;
    options.project = arguments.value(u"project"_s);
    options.inputs = arguments.positional();
    if (options.project.isEmpty())
        return arguments.refuse(QCoreApplication::translate("cli", "--project is missing."));
    if (options.inputs.isEmpty() && !QFileInfo::exists(options.project))
        return arguments.refuse(
            QCoreApplication::translate("cli", "There is neither a list nor a project to go on with."));
    return session(arguments, std::move(options));
}

int retry(const QStringList& given)
{
    Arguments arguments(
        u"retry FILE.sheaf [--failed|ID…] [--columns FILE.json] [--set KEY=VALUE]… "
        "[--pilot N] [--export FILE]… [--progress plain|json|none]"_s,
        QCoreApplication::translate("cli", "Runs failed, cancelled and held papers of a project again."));
    arguments.parser().addOption(
        {u"failed"_s, QCoreApplication::translate("cli", "All of them; the same as naming none.")});
    addRunOptions(arguments);
    if (!arguments.parse(given))
        return arguments.exitStatus();
    QStringList names = arguments.positional();
    if (names.isEmpty())
        return arguments.refuse(QCoreApplication::translate("cli", "The project file is missing."));
    RunSession::Options options;
    options.project = names.takeFirst();
    options.retryFailed = true;
    if (!QFileInfo::exists(options.project))
        return arguments.refuse(QCoreApplication::translate("cli", "There is no file “%1”.").arg(options.project));
    for (const QString& name : names) {
        bool isNumber = false;
        options.retryPapers.append(name.toLongLong(&isNumber));
        if (!isNumber || arguments.has(u"failed"_s))
            return arguments.refuse(
                QCoreApplication::translate("cli", "Papers are named by their number, or --failed stands for all."));
    }
    return session(arguments, std::move(options));
}

} // namespace sheaf::cli
