// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"
#include "cli/console.h"
#include "cli/verbs.h"

#include "core/units.h"
#include "pipeline/results/results.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

/** `sheaf-cli results` and `sheaf-cli status`: look into a project without taking its lock. */
namespace sheaf::cli {

namespace {

std::unique_ptr<StoreReader> openProject(const QString& path)
{
    auto store = StoreReader::open(path);
    if (!store) {
        complain(store.error());
        return nullptr;
    }
    return *std::move(store);
}

QMap<State, int> countStates(const QVector<StoredPaper>& papers)
{
    QMap<State, int> counts;
    for (const StoredPaper& stored : papers)
        ++counts[stored.status.state];
    return counts;
}

/** What the window counts too: the values of full texts. */
struct ValueCounts
{
    int proven = 0, values = 0;
    int abstractOnly = 0; ///< papers
};

ValueCounts countValues(const QVector<StoredPaper>& papers)
{
    ValueCounts counts;
    for (const StoredPaper& stored : papers) {
        const PaperStatus& status = stored.status;
        if (status.basis == TextBasis::AbstractOnly) {
            counts.abstractOnly += status.state != State::Skipped;
            continue;
        }
        counts.proven += status.valuesProven;
        counts.values += status.valuesTotal;
    }
    return counts;
}

/** How the second reader's work stands; empty where there is none. */
QJsonObject secondJson(const StoreReader& store, const QVector<StoredPaper>& papers)
{
    QJsonObject columns;
    for (const auto& [column, tally] : columnAgreements(store)) {
        const auto kappa = hasCategories(column) ? tally.kappa() : std::nullopt;
        columns.insert(column.id, QJsonObject{{u"compared"_s, tally.compared()},
                                              {u"agreed"_s, tally.agreed()},
                                              {u"uncompared"_s, tally.uncompared()},
                                              {u"kappa"_s, kappa ? QJsonValue(*kappa) : QJsonValue()}});
    }
    QJsonArray missing;
    for (const StoredPaper& stored : papers)
        if (const auto& f = stored.status.secondFailure)
            missing.append(QJsonObject{{u"id"_s, stored.paper.id}, {u"code"_s, f->code}, {u"message"_s, f->message}});
    if (columns.isEmpty() && missing.isEmpty())
        return {};
    return {{u"columns"_s, columns}, {u"missing"_s, missing}, {u"spent_usd"_s, store.ledger().secondSpentUsd}};
}

QByteArray statusJson(const StoreReader& store)
{
    const QVector<StoredPaper> papers = store.papers();
    QJsonObject states;
    const auto counts = countStates(papers);
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        states.insert(stateName(it.key()), *it);
    const ValueCounts counted = countValues(papers);
    QJsonArray failures;
    for (const StoredPaper& stored : papers) {
        if (const auto& f = stored.status.failure)
            failures.append(QJsonObject{{u"id"_s, stored.paper.id},
                                        {u"title"_s, stored.paper.title},
                                        {u"state"_s, stateName(stored.status.state)},
                                        {u"stage"_s, stageName(f->stage)},
                                        {u"code"_s, f->code},
                                        {u"message"_s, f->message},
                                        {u"retryable"_s, f->retryable}});
    }
    const LedgerTotals ledger = store.ledger();
    QJsonObject status{{u"papers"_s, papers.size()},
                       {u"states"_s, states},
                       {u"values_proven"_s, counted.proven},
                       {u"values"_s, counted.values},
                       {u"abstract_only"_s, counted.abstractOnly},
                       {u"spent_usd"_s, ledger.spentUsd},
                       {u"committed_usd"_s, ledger.committedUsd},
                       {u"open_calls"_s, store.openCalls().size()},
                       {u"failures"_s, failures}};
    if (const QJsonObject second = secondJson(store, papers); !second.isEmpty())
        status.insert(u"second_reader"_s, second);
    return QJsonDocument(status).toJson();
}

/** "Study design: 38 of 41 the same, κ 0.87", a line a column. */
void sayAgreement(const StoreReader& store, const QVector<StoredPaper>& papers)
{
    const auto agreements = columnAgreements(store);
    if (!agreements.isEmpty())
        say(QCoreApplication::translate("cli", "Both readers agree about:"));
    for (const auto& [column, tally] : agreements) {
        QString line = QCoreApplication::translate("cli", "  %1: %2 of %3 values")
                           .arg(column.name)
                           .arg(tally.agreed())
                           .arg(tally.compared());
        if (const auto kappa = hasCategories(column) ? tally.kappa() : std::nullopt)
            line += u", κ "_s + QString::number(*kappa, 'f', 2);
        if (tally.uncompared() > 0)
            line +=
                u", "_s + QCoreApplication::translate("cli", "%n free texts not compared", nullptr, tally.uncompared());
        say(line);
    }
    for (const StoredPaper& stored : papers)
        if (const auto& f = stored.status.secondFailure)
            say(u"  #%1 %2 – "_s.arg(stored.paper.id).arg(stored.paper.title) +
                QCoreApplication::translate("cli", "second reading missing: %1").arg(f->message) +
                u" [%1]"_s.arg(f->code));
}

void sayStatus(const StoreReader& store)
{
    const QVector<StoredPaper> papers = store.papers();
    say(QCoreApplication::translate("cli", "%1 papers").arg(papers.size()));
    const auto counts = countStates(papers);
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        say(u"  %1  %2"_s.arg(*it, 6).arg(stateLabel(it.key())));
    const ValueCounts counted = countValues(papers);
    say(QCoreApplication::translate("cli", "%1 of %2 values proven").arg(counted.proven).arg(counted.values));
    if (counted.abstractOnly > 0)
        say(QCoreApplication::translate("cli", "%n papers by their abstract alone, whose values are not counted",
                                        nullptr, counted.abstractOnly));
    if (const LedgerTotals ledger = store.ledger(); ledger.spentUsd + ledger.committedUsd > 0)
        say(QCoreApplication::translate("cli", "%1 spent, %2 committed")
                .arg(formatUsd(ledger.spentUsd), formatUsd(ledger.committedUsd)));
    if (const LedgerTotals ledger = store.ledger(); ledger.secondSpentUsd > 0)
        say(QCoreApplication::translate("cli", "%1 of it by the second reader").arg(formatUsd(ledger.secondSpentUsd)));
    sayAgreement(store, papers);
    for (const StoredPaper& stored : papers)
        if (const auto& f = stored.status.failure)
            say(u"  #%1 %2 – %3: %4 [%5]"_s.arg(stored.paper.id)
                    .arg(stored.paper.title, stateLabel(stored.status.state), f->message, f->code));
}

Result<void> sayExport(const StoreReader& store, const ExportChoice& choice)
{
    const auto bytes = exportBytes(store, choice);
    if (!bytes)
        return std::unexpected(bytes.error());
    sayBytes(*bytes);
    return {};
}

} // namespace

int results(const QStringList& given)
{
    Arguments arguments(u"results FILE.sheaf [--format %1] [--plain] [-o OUT]"_s.arg(exportFormatNames(u"|"_s)),
                        QCoreApplication::translate("cli", "Writes a project's results."));
    arguments.parser().addOption(
        {u"format"_s, QCoreApplication::translate("cli", "How; else by OUT's suffix, else csv."), u"FORMAT"_s});
    arguments.parser().addOption(
        {{u"o"_s, u"output"_s}, QCoreApplication::translate("cli", "Where to; else to standard output."), u"OUT"_s});
    arguments.parser().addOption(
        {u"plain"_s, QCoreApplication::translate("cli", "CSV for programs: without what spreadsheets need.")});
    if (!arguments.parse(given))
        return arguments.exitStatus();
    if (arguments.positional().size() != 1)
        return arguments.refuse(QCoreApplication::translate("cli", "One project file is needed."));
    const QString out = arguments.value(u"output"_s);
    QString format = arguments.value(u"format"_s);
    if (format.isEmpty())
        format = out.isEmpty() ? u"csv"_s : u'.' + QFileInfo(out).suffix();
    if (!isExportFormat(format))
        return arguments.refuse(QCoreApplication::translate("cli", "There is no format “%1”; there are: %2.")
                                    .arg(format, exportFormatNames(u", "_s)));
    const auto store = openProject(arguments.positional().first());
    if (!store)
        return CouldNotRun;
    const ExportChoice choice{.format = format, .forSpreadsheets = !arguments.has(u"plain"_s)};
    const auto written =
        out.isEmpty() ? sayExport(*store, choice) : exportFile(arguments.positional().first(), out, choice);
    if (!written) {
        complain(written.error());
        return CouldNotRun;
    }
    return AllDone;
}

int status(const QStringList& given)
{
    Arguments arguments(u"status FILE.sheaf [--json]"_s,
                        QCoreApplication::translate("cli", "Says how far a project is."));
    arguments.parser().addOption({u"json"_s, QCoreApplication::translate("cli", "As JSON.")});
    if (!arguments.parse(given))
        return arguments.exitStatus();
    if (arguments.positional().size() != 1)
        return arguments.refuse(QCoreApplication::translate("cli", "One project file is needed."));
    const auto store = openProject(arguments.positional().first());
    if (!store)
        return CouldNotRun;
    if (arguments.has(u"json"_s))
        sayBytes(statusJson(*store));
    else
        sayStatus(*store);
    return AllDone;
}

} // namespace sheaf::cli
