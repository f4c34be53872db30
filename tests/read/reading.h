// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http_client.h"
#include "read/reader.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

/** What the tests of readers share: papers, and calls that are waited for. */
namespace sheaf::testing {

struct Ending
{
    QVector<ReadOutcome> outcomes;
    std::optional<Failure> stageWide;

    const ReadOutcome& of(const QString& id) const
    {
        const auto found = std::ranges::find(outcomes, id, &ReadOutcome::requestId);
        Q_ASSERT(found != outcomes.end());
        return *found;
    }
    QString code(const QString& id) const { return of(id).record ? QString() : of(id).record.error().code; }
    bool allAnswered() const
    {
        return !outcomes.isEmpty() &&
               std::ranges::all_of(outcomes, [](const ReadOutcome& o) { return o.record.has_value(); });
    }
};

/** Listens to a call from its start on. */
class CallWatch
{
public:
    explicit CallWatch(ReadCall* call) : m_call(call)
    {
        QObject::connect(call, &ReadCall::submitted, call, [this](const QString& id) { remoteIds.append(id); });
        QObject::connect(call, &ReadCall::waiting, call, [this](const Failure& why) { troubles.append(why.code); });
        QObject::connect(call, &ReadCall::finished, call,
                         [this](const QVector<ReadOutcome>& outcomes, const std::optional<Failure>& stageWide) {
                             ++ends;
                             ending = {outcomes, stageWide};
                         });
    }
    Ending wait()
    {
        const bool ended = QTest::qWaitFor([this] { return ends > 0; }, 60000);
        if (!ended)
            qWarning("the call did not end");
        return ending;
    }
    ReadCall* call() { return m_call.get(); }
    /** As the death of the program: nobody listens any more. */
    void abandon() { m_call.reset(); }

    QStringList remoteIds, troubles;
    int ends = 0;
    Ending ending;

private:
    std::unique_ptr<ReadCall> m_call;
};

inline Column column(const QString& id, ColumnType type, const QStringList& choices = {}, const QString& unit = {})
{
    return {.id = id,
            .name = id,
            .question = QStringLiteral("What is the %1?").arg(id),
            .type = type,
            .unit = unit,
            .choices = choices};
}

/** A paper of two pages that the fakes know as `name`. */
inline ReadRequest paper(const QString& name, qsizetype paragraphs = 4)
{
    ReadRequest request{.id = QStringLiteral("r-") + name};
    request.markdown = QStringLiteral("# On PAPER-%1\n\n").arg(name);
    for (qsizetype i = 0; i < paragraphs; ++i) {
        if (i == paragraphs / 2)
            request.pageMarks = {{0, 1}, {int(request.markdown.size()), 2}};
        request.markdown +=
            QStringLiteral("We measured the response of sample %1 and found a change of %2 percent.\n\n")
                .arg(i)
                .arg(i % 9 + 1);
    }
    request.columns = {column(QStringLiteral("summary"), ColumnType::Text),
                       column(QStringLiteral("findings"), ColumnType::List)};
    return request;
}

/** "p0", "p1" … */
inline QVector<ReadRequest> papers(int count)
{
    QVector<ReadRequest> requests;
    for (int i = 0; i < count; ++i)
        requests.append(paper(QStringLiteral("p%1").arg(i)));
    return requests;
}

inline Secret testKey(SecretName)
{
    return Secret(QStringLiteral("sk-test"));
}

} // namespace sheaf::testing
