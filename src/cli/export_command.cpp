// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"
#include "cli/console.h"
#include "cli/stop_signals.h"
#include "cli/verbs.h"

#include "pipeline/engine/engine.h"
#include "sinks/service_sink.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

/** `sheaf-cli export`: a project's results to a service, at will. */
namespace sheaf::cli {

namespace {

QString serviceNames(const QString& between)
{
    QStringList names;
    for (const ServiceKind& kind : serviceKinds())
        names.append(kind.name);
    return names.join(between);
}

/** Opens the project, lays the settings over its own, and sends or tests. Main thread. */
class ExportSession : public QObject
{
public:
    ExportSession(const QString& sink, const QVector<PaperId>& papers, const Settings& settings, bool test)
    {
        connect(&m_signals, &StopSignals::stopRequested, this, [this] {
            m_engine.stop();
            QCoreApplication::exit(Stopped);
        });
        connect(&m_engine, &Engine::openFailed, this, [](const QString&, const Failure& failure) {
            complain(failure);
            QCoreApplication::exit(CouldNotRun);
        });
        connect(&m_engine, &Engine::opened, this, [=, this](const QString&, const Settings& stored) {
            const Settings all = stored.overlaid(settings);
            if (test) {
                m_engine.testSink(sink, all);
                return;
            }
            m_engine.setSettings(all);
            m_engine.sendTo(sink, papers);
        });
        connect(&m_engine, &Engine::sinkTested, this, [](const QString&, bool ok, const QString& sentence) {
            ok ? say(sentence) : complain(sentence);
            QCoreApplication::exit(ok ? AllDone : CouldNotRun);
        });
        connect(&m_engine, &Engine::delivered, this, [](const DeliverySummary& summary) {
            tell(summary);
            QCoreApplication::exit(statusOf(summary));
        });
    }

    int exec(const QString& project)
    {
        m_engine.open(project);
        return QCoreApplication::exec();
    }

private:
    static void tell(const DeliverySummary& summary)
    {
        say(QCoreApplication::translate("cli", "%n paper(s) written", nullptr, summary.written));
        for (const auto& [paper, failure] : summary.refused)
            complain(u"  #%1 %2 [%3]"_s.arg(paper).arg(failure.message, failure.code));
        if (summary.waiting > 0)
            complain(QCoreApplication::translate("cli", "%n paper(s) wait in the file and go out later", nullptr,
                                                 summary.waiting));
        if (summary.trouble)
            complain(*summary.trouble);
    }

    static int statusOf(const DeliverySummary& summary)
    {
        if (summary.trouble)
            return summary.written > 0 ? SomeFailed : CouldNotRun;
        return summary.refused.isEmpty() && summary.waiting == 0 ? AllDone : SomeFailed;
    }

    StopSignals m_signals;
    Engine m_engine;
};

} // namespace

int exportTo(const QStringList& given)
{
    Arguments arguments(
        u"export FILE.sheaf --to %1 [ID…] [--test] [--set KEY=VALUE]…"_s.arg(serviceNames(u"|"_s)),
        QCoreApplication::translate("cli", "Writes a project's results, or those of some papers, to a service. Files "
                                           "are written by “results”."));
    arguments.addSet();
    arguments.parser().addOption({u"to"_s, QCoreApplication::translate("cli", "The service."), u"SERVICE"_s});
    arguments.parser().addOption(
        {u"test"_s, QCoreApplication::translate("cli", "Only says whether it is there, and what is wrong.")});
    if (!arguments.parse(given))
        return arguments.exitStatus();
    QStringList names = arguments.positional();
    if (names.isEmpty())
        return arguments.refuse(QCoreApplication::translate("cli", "The project file is missing."));
    const QString project = names.takeFirst();
    if (!QFileInfo::exists(project))
        return arguments.refuse(QCoreApplication::translate("cli", "There is no file “%1”.").arg(project));
    const QString sink = arguments.value(u"to"_s);
    if (std::ranges::find(serviceKinds(), sink, &ServiceKind::name) == serviceKinds().cend())
        return arguments.refuse(QCoreApplication::translate("cli", "--to takes: %1.").arg(serviceNames(u", "_s)));
    QVector<PaperId> papers;
    for (const QString& name : names) {
        bool isNumber = false;
        papers.append(name.toLongLong(&isNumber));
        if (!isNumber)
            return arguments.refuse(QCoreApplication::translate("cli", "Papers are named by their number."));
    }
    return ExportSession(sink, papers, arguments.settings(), arguments.has(u"test"_s)).exec(project);
}

} // namespace sheaf::cli
