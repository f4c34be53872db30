// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progress.h"

#include "cli/console.h"
#include "core/units.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sheaf::cli {

namespace {

/** Hands on what is new in a snapshot: papers whose state changed, troubles that came. */
class Changes
{
public:
    QVector<PaperRow> papers(const Snapshot& snapshot)
    {
        QVector<PaperRow> moved;
        for (const PaperRow& row : snapshot.rows)
            if (const auto known = m_states.constFind(row.id); known == m_states.cend() || *known != row.state) {
                // What an earlier run left is no news.
                if (!snapshot.reset)
                    moved.append(row);
                m_states.insert(row.id, row.state);
            }
        return moved;
    }

    QVector<StageTrouble> troubles(const Snapshot& snapshot)
    {
        QVector<StageTrouble> fresh;
        for (const StageTrouble& trouble : snapshot.troubles) {
            const QString what = trouble.failure.code + trouble.action;
            if (!m_troubles.contains(what)) // once a run: it comes again with every try
                fresh.append(trouble);
            m_troubles.insert(what);
        }
        return fresh;
    }

private:
    QHash<PaperId, State> m_states;
    QSet<QString> m_troubles;
};

class PlainProgress : public Progress
{
public:
    void show(const Snapshot& snapshot) override
    {
        for (const PaperRow& row : m_changes.papers(snapshot))
            if (isFinal(row.state) || row.state == State::NeedsAttention)
                say(line(row, snapshot.strip));
        for (const StageTrouble& trouble : m_changes.troubles(snapshot))
            complain(trouble.failure);
        if (snapshot.run == RunState::Running && (!m_lastLine.isValid() || m_lastLine.elapsed() > 5000)) {
            m_lastLine.start();
            say(summary(snapshot));
        }
    }

    void end(const RunSummary& s) override
    {
        say(QCoreApplication::translate(
                "cli", "%1 done, %2 failed, %3 need attention or wait, %4 duplicates, %5 cancelled in %6")
                .arg(s.done)
                .arg(s.failed)
                .arg(s.held + s.waiting)
                .arg(s.skipped)
                .arg(s.cancelled)
                .arg(formatClock(s.elapsedMs)));
    }

private:
    static QString line(const PaperRow& row, const StripState& strip)
    {
        const QString name = row.title.isEmpty() ? row.doi : row.title;
        QString what = stateLabel(row.state);
        if (row.failure)
            what += u": %1 [%2]"_s.arg(row.failure->message, row.failure->code);
        else if (row.duplicateOf)
            what += u": "_s + row.duplicateReason;
        else if (row.valuesTotal > 0)
            what += QCoreApplication::translate("cli", ", %1 of %2 values proven")
                        .arg(row.valuesProven)
                        .arg(row.valuesTotal);
        return u"[%1/%2] %3 – %4"_s.arg(strip.finished).arg(strip.papers).arg(name, what);
    }

    static QString summary(const Snapshot& snapshot)
    {
        const auto working = [](const QVector<WorkerLamp>& lamps) {
            return std::ranges::count_if(lamps, [](const WorkerLamp& l) {
                return l.kind == WorkerLamp::Working || l.kind == WorkerLamp::Batch;
            });
        };
        const StripState& s = snapshot.strip;
        QString text = QCoreApplication::translate(
                           "cli", "%1 of %2: acquiring %3, marker queue %4/%5, converting %6, LLM queue %7, reading %8")
                           .arg(s.finished)
                           .arg(s.papers)
                           .arg(s.acquiring)
                           .arg(s.markerPapers)
                           .arg(s.markerPaperLimit)
                           .arg(working(s.converters))
                           .arg(s.llmPapers)
                           .arg(working(s.readers));
        if (s.secondReader)
            text += QCoreApplication::translate("cli", ", second reader %1 done, %2 to come")
                        .arg(s.secondDone)
                        .arg(s.secondWaiting);
        if (s.spentUsd > 0)
            text += QCoreApplication::translate("cli", ", %1 spent").arg(formatUsd(s.spentUsd));
        if (s.remainingMs >= 0)
            text += QCoreApplication::translate("cli", ", about %1 left").arg(formatRoughTime(s.remainingMs));
        return text;
    }

    Changes m_changes;
    QElapsedTimer m_lastLine;
};

QJsonObject failureJson(const Failure& failure)
{
    return {{u"stage"_s, stageName(failure.stage)},
            {u"code"_s, failure.code},
            {u"message"_s, failure.message},
            {u"retryable"_s, failure.retryable}};
}

class JsonProgress : public Progress
{
public:
    void show(const Snapshot& snapshot) override
    {
        for (const PaperRow& row : m_changes.papers(snapshot)) {
            QJsonObject event{{u"event"_s, u"paper"_s},
                              {u"id"_s, row.id},
                              {u"doi"_s, row.doi},
                              {u"title"_s, row.title},
                              {u"state"_s, stateName(row.state)}};
            if (row.failure)
                event.insert(u"failure"_s, failureJson(*row.failure));
            if (row.duplicateOf)
                event.insert(u"duplicate_of"_s, row.duplicateOf);
            write(event);
        }
        for (const StageTrouble& trouble : m_changes.troubles(snapshot)) {
            QJsonObject event = failureJson(trouble.failure);
            event.insert(u"event"_s, u"trouble"_s);
            event.insert(u"action"_s, trouble.action);
            if (trouble.nextTry.isValid())
                event.insert(u"next_try"_s, trouble.nextTry.toString(Qt::ISODate));
            write(event);
        }
        if (snapshot.run == RunState::Running && (!m_lastLine.isValid() || m_lastLine.elapsed() > 1000)) {
            m_lastLine.start();
            writeStrip(snapshot);
        }
    }

    void end(const RunSummary& s) override
    {
        write({{u"event"_s, u"end"_s},
               {u"done"_s, s.done},
               {u"failed"_s, s.failed},
               {u"held"_s, s.held},
               {u"waiting"_s, s.waiting},
               {u"skipped"_s, s.skipped},
               {u"cancelled"_s, s.cancelled},
               {u"stopped"_s, s.stopped},
               {u"seconds"_s, double(s.elapsedMs) / 1000}});
    }

private:
    static void write(const QJsonObject& event)
    {
        sayBytes(QJsonDocument(event).toJson(QJsonDocument::Compact) + '\n');
    }

    static void writeStrip(const Snapshot& snapshot)
    {
        const StripState& s = snapshot.strip;
        QJsonObject states;
        for (auto it = snapshot.totals.byState.cbegin(); it != snapshot.totals.byState.cend(); ++it)
            if (*it > 0)
                states.insert(stateName(it.key()), *it);
        write({{u"event"_s, u"progress"_s},
               {u"papers"_s, snapshot.totals.papers},
               {u"states"_s, states},
               {u"marker_queue"_s, QJsonObject{{u"papers"_s, s.markerPapers}, {u"bytes"_s, s.markerBytes}}},
               {u"llm_queue"_s, QJsonObject{{u"papers"_s, s.llmPapers}, {u"bytes"_s, s.llmBytes}}},
               {u"pages_per_second"_s, s.pagesPerSecond},
               {u"second_reader"_s, s.secondReader ? QJsonValue(QJsonObject{{u"done"_s, s.secondDone},
                                                                            {u"to_come"_s, s.secondWaiting},
                                                                            {u"missing"_s, s.secondMissing},
                                                                            {u"spent_usd"_s, s.secondSpentUsd}})
                                                   : QJsonValue()},
               {u"spent_usd"_s, s.spentUsd},
               {u"committed_usd"_s, s.committedUsd},
               {u"seconds"_s, double(s.elapsedMs) / 1000},
               {u"seconds_left"_s, s.remainingMs < 0 ? QJsonValue() : QJsonValue(double(s.remainingMs) / 1000)}});
    }

    Changes m_changes;
    QElapsedTimer m_lastLine;
};

class NoProgress : public Progress
{
public:
    void show(const Snapshot& snapshot) override
    {
        for (const StageTrouble& trouble : m_changes.troubles(snapshot))
            complain(trouble.failure);
    }
    void end(const RunSummary&) override {}

private:
    Changes m_changes;
};

} // namespace

std::unique_ptr<Progress> makeProgress(const QString& name)
{
    if (name == "plain"_L1)
        return std::make_unique<PlainProgress>();
    if (name == "json"_L1)
        return std::make_unique<JsonProgress>();
    if (name == "none"_L1)
        return std::make_unique<NoProgress>();
    return nullptr;
}

} // namespace sheaf::cli
