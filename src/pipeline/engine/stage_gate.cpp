// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/engine/stage_gate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sheaf {

QString helpingAction(const Failure& failure)
{
    const QString& code = failure.code;
    if (code == "read.key"_L1)
        return u"set-read-key"_s;
    if (code == "read.cap"_L1)
        return u"raise-cap"_s;
    if (code == "read.pilot"_L1)
        return u"read-rest"_s;
    if (code == "read.model"_L1 || code == "read.url"_L1 || code == "read.kind"_L1 || code == "read.prices"_L1)
        return u"choose-reader"_s;
    if (code == "convert.service-key"_L1)
        return u"set-convert-key"_s;
    if (code == "convert.service-folder"_L1)
        return u"choose-converter"_s;
    if (code == "acquire.needs-email"_L1)
        return u"set-email"_s;
    if (code.startsWith("disk."_L1))
        return u"free-disk"_s;
    for (const auto& [sink, action] :
         {std::pair{"zotero."_L1, u"set-zotero"_s}, std::pair{"elasticsearch."_L1, u"set-elasticsearch"_s}})
        if (code.startsWith(sink) && !healsByItself(failure))
            return action;
    return u"retry-service"_s;
}

bool healsByItself(const Failure& failure)
{
    static const QStringList passing{
        u"convert.service-down"_s, u"convert.service-busy"_s,  u"read.service"_s,       u"http.429"_s,
        u"zotero.service"_s,       u"elasticsearch.service"_s, u"elasticsearch.busy"_s, u"acquire.no-answer"_s};
    return passing.contains(failure.code) || failure.code.startsWith("disk."_L1) ||
           failure.code.startsWith("store."_L1) || failure.code.startsWith("net."_L1);
}

StageGate::StageGate(QObject* parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &StageGate::probe);
}

void StageGate::setDelays(std::chrono::milliseconds first, std::chrono::milliseconds longest)
{
    m_first = m_delay = first;
    m_longest = longest;
}

void StageGate::close(const Failure& failure)
{
    if (m_trouble) // several workers hit the same wall: one message
        return;
    m_trouble = StageTrouble{failure, helpingAction(failure), {}};
    m_probing = false;
    if (!healsByItself(failure))
        return;
    m_trouble->nextTry = QDateTime::currentDateTimeUtc().addMSecs(m_delay.count());
    m_timer.start(m_delay);
    m_delay = std::min(m_delay * 2, m_longest);
}

void StageGate::open()
{
    m_delay = m_first;
    m_timer.stop();
    if (m_trouble)
        probe();
}

void StageGate::passed()
{
    if (!m_probing)
        return;
    m_probing = false;
    m_delay = m_first;
    Q_EMIT opened();
}

void StageGate::probe()
{
    m_trouble.reset();
    m_probing = true;
    Q_EMIT opened();
}

} // namespace sheaf
