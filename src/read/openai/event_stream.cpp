// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/openai/event_stream.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** What a line carries; empty for comments (servers send them as a sign of life), other fields and "[DONE]". */
QJsonObject eventOf(const QByteArray& line)
{
    for (const char* field : {"data:", "error:"}) {
        if (line.startsWith(field))
            return QJsonDocument::fromJson(line.sliced(qsizetype(qstrlen(field))).trimmed()).object();
    }
    return {};
}

} // namespace

QJsonObject joinedCompletion(const QByteArray& events)
{
    QJsonObject joined;
    QString content, refusal;
    QJsonValue end;
    for (const QByteArray& line : events.split('\n')) {
        const QJsonObject event = eventOf(line);
        if (!event.value(u"error"_s).isNull() && !event.value(u"error"_s).isUndefined())
            return {{u"error"_s, event.value(u"error"_s)}};
        for (const QString& key : {u"model"_s, u"usage"_s}) {
            if (event.contains(key) && !event.value(key).isNull())
                joined.insert(key, event.value(key));
        }
        const QJsonValue choice = event.value(u"choices"_s)[0];
        content += choice[u"delta"_s][u"content"_s].toString();
        refusal += choice[u"delta"_s][u"refusal"_s].toString();
        if (choice[u"finish_reason"_s].isString())
            end = choice[u"finish_reason"_s];
    }
    if (end.isUndefined() || end.isNull())
        return joined;
    const QJsonObject message{{u"content"_s, content}, {u"refusal"_s, refusal}};
    joined.insert(u"choices"_s, QJsonArray{QJsonObject{{u"message"_s, message}, {u"finish_reason"_s, end}}});
    return joined;
}

} // namespace sheaf
