// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/trace.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sheaf {

Trace::Trace() : m_file(qEnvironmentVariable("SHEAF_TRACE"))
{
    m_clock.start();
    if (!m_file.fileName().isEmpty() && m_file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        m_file.write("[\n"); // the format allows a file without its closing bracket: a killed run can be read too
}

Trace::~Trace() = default;

void Trace::begin(PaperId paper, const char* stage)
{
    if (!m_file.isOpen())
        return;
    end(paper);
    m_open.insert(paper, {stage, nowUs()});
}

void Trace::end(PaperId paper)
{
    const auto span = m_open.constFind(paper);
    if (span == m_open.cend())
        return;
    const QJsonObject event{
        {u"ph"_s, u"X"_s},          {u"name"_s, QLatin1StringView(span->stage)}, {u"pid"_s, 1}, {u"tid"_s, paper},
        {u"ts"_s, span->startedUs}, {u"dur"_s, nowUs() - span->startedUs}};
    m_file.write(QJsonDocument(event).toJson(QJsonDocument::Compact) + ",\n");
    m_file.flush();
    m_open.erase(span);
}

} // namespace sheaf
