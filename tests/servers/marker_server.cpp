// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/marker_server.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sheaf::testing {

namespace {

QHash<QByteArray, QByteArray> fieldsOf(const ServedRequest& request)
{
    QHash<QByteArray, QByteArray> fields;
    for (const ServedPart& part : multipartParts(request))
        fields.insert(part.name, part.fileName.isEmpty() ? part.data : part.fileName);
    return fields;
}

ServedReply failure(const QString& error)
{
    return ServedReply::json({{u"success"_s, false}, {u"error"_s, error}});
}

} // namespace

MarkerServer::MarkerServer() : m_server([this](const ServedRequest& request) { return answer(request); }) {}

void MarkerServer::setBehaviour(const Behaviour& behaviour)
{
    m_server.call([&] { m_behaviour = behaviour; });
}

QVector<QHash<QByteArray, QByteArray>> MarkerServer::uploads() const
{
    QVector<QHash<QByteArray, QByteArray>> uploads;
    for (const ServedRequest& request : m_server.requests(u"/marker/upload"))
        uploads.append(fieldsOf(request));
    return uploads;
}

ServedReply MarkerServer::answer(const ServedRequest& request)
{
    using namespace std::chrono;
    const auto now = steady_clock::now();
    ServedReply reply = convert(request);
    m_freeAt = std::max(m_freeAt, now) + m_behaviour.conversion;
    reply.delay += ceil<milliseconds>(m_freeAt - now);
    return reply;
}

ServedReply MarkerServer::convert(const ServedRequest& request) const
{
    if (m_behaviour.instead)
        return *m_behaviour.instead;
    if (request.path == "/"_L1)
        return ServedReply::text("<h1>Marker API</h1>", "text/html");
    if (request.path != "/marker/upload"_L1 || request.method != "POST")
        return ServedReply::json({{u"detail"_s, u"Not Found"_s}}, 404);
    const auto fields = fieldsOf(request);
    if (!fields.contains("file"))
        return ServedReply::json({{u"detail"_s, QJsonArray{u"file: field required"_s}}}, 422);
    if (!m_behaviour.error.isEmpty())
        return failure(m_behaviour.error);

    int first = 0, last = m_behaviour.pages - 1;
    if (const QByteArray range = fields.value("page_range"); !range.isEmpty()) {
        first = range.left(range.indexOf('-')).toInt();
        last = range.mid(range.indexOf('-') + 1).toInt();
    }
    if (last - first + 1 > m_behaviour.mostPagesInMemory)
        return failure(u"CUDA out of memory. Tried to allocate 2.00 GiB"_s);
    return ServedReply::json({{u"format"_s, u"markdown"_s},
                              {u"output"_s, pages(first, last, fields.value("paginate_output") == "true")},
                              {u"images"_s, QJsonObject()},
                              {u"metadata"_s, QJsonObject()},
                              {u"success"_s, true}});
}

QString MarkerServer::pages(int first, int last, bool marked) const
{
    QString output;
    for (int page = first; page <= last; ++page) {
        if (marked)
            output += u"\n\n{%1}%2\n\n"_s.arg(page).arg(QString(48, u'-'));
        output += m_behaviour.markdown;
    }
    return output;
}

} // namespace sheaf::testing
