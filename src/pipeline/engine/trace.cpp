// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/engine/trace.h"

#include "gpu/run_observer.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

// The format's "processes" are groups of lanes.
constexpr int paperLanes = 1, inferenceLanes = 2;

QJsonObject nameOf(int lanes, const QString& name)
{
    return {{u"ph"_s, u"M"_s},
            {u"name"_s, u"process_name"_s},
            {u"pid"_s, lanes},
            {u"args"_s, QJsonObject{{u"name"_s, name}}}};
}

} // namespace

Trace::Trace() : m_file(qEnvironmentVariable("SHEAF_TRACE"))
{
    if (m_file.fileName().isEmpty() || !m_file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return;
    m_file.write("[\n"); // the format allows a file without its closing bracket: a killed run can be read too
    write(nameOf(paperLanes, u"papers"_s));
    write(nameOf(inferenceLanes, u"inference"_s));
    m_networks = std::make_unique<gpu::RunObserver>([this](const gpu::RunSpan& span) {
        write(inferenceLanes, span.thread, span.stage, span.begin, span.end,
              {{u"tasks"_s, qint64(span.tasks)}, {u"papers"_s, qint64(span.papers)}});
    });
}

Trace::~Trace() = default;

void Trace::begin(PaperId paper, const char* stage)
{
    if (!m_networks)
        return;
    end(paper);
    m_open.insert(paper, {stage, std::chrono::steady_clock::now()});
}

void Trace::end(PaperId paper)
{
    const auto span = m_open.constFind(paper);
    if (span == m_open.cend())
        return;
    write(paperLanes, paper, span->stage, span->started, std::chrono::steady_clock::now(), {});
    m_open.erase(span);
}

qint64 Trace::microseconds(Time time) const
{
    return std::chrono::duration_cast<std::chrono::microseconds>(time - m_start).count();
}

void Trace::write(int lanes, qint64 lane, const char* name, Time begin, Time end, const QJsonObject& details)
{
    write({{u"ph"_s, u"X"_s},
           {u"name"_s, QLatin1StringView(name)},
           {u"pid"_s, lanes},
           {u"tid"_s, lane},
           {u"ts"_s, microseconds(begin)},
           {u"dur"_s, microseconds(end) - microseconds(begin)},
           {u"args"_s, details}});
}

void Trace::write(const QJsonObject& event)
{
    const QByteArray line = QJsonDocument(event).toJson(QJsonDocument::Compact) + ",\n";
    const std::lock_guard lock(m_mutex);
    m_file.write(line);
    m_file.flush();
}

} // namespace sheaf
