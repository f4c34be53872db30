// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/http_message.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sheaf::testing {

namespace {

QByteArray valueOf(const Headers& headers, QByteArrayView name)
{
    for (const auto& [key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

/** "Name: value" lines; stops at the first that is none. */
Headers parseHeaders(const QList<QByteArray>& lines)
{
    Headers headers;
    for (const QByteArray& line : lines) {
        const auto colon = line.indexOf(':');
        if (colon > 0)
            headers.append({line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
    }
    return headers;
}

QList<QByteArray> linesOf(const QByteArray& block)
{
    QList<QByteArray> lines = block.split('\n');
    for (QByteArray& line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
    }
    return lines;
}

/** The value of `name` in `form-data; name="x"; filename="y"`. */
QByteArray parameter(const QByteArray& header, const QByteArray& name)
{
    auto at = header.indexOf("; " + name + '=');
    if (at < 0)
        return {};
    at += name.size() + 3;
    if (header.mid(at, 1) == "\"")
        return header.mid(at + 1, header.indexOf('"', at + 1) - at - 1);
    const auto end = header.indexOf(';', at);
    return header.mid(at, end < 0 ? -1 : end - at);
}

} // namespace

QByteArray ServedRequest::header(QByteArrayView name) const
{
    return valueOf(headers, name);
}

bool ServedRequest::hasHeader(QByteArrayView name) const
{
    return std::ranges::any_of(headers, [&](const auto& h) { return h.first.compare(name, Qt::CaseInsensitive) == 0; });
}

QVector<ServedPart> multipartParts(const ServedRequest& request)
{
    const QByteArray type = request.header("Content-Type");
    const QByteArray boundary = parameter(type, "boundary");
    if (!type.toLower().startsWith("multipart/form-data") || boundary.isEmpty())
        return {};
    const QByteArray delimiter = "\r\n--" + boundary;
    const QByteArray body = "\r\n" + request.body;
    QVector<ServedPart> parts;
    auto at = body.indexOf(delimiter);
    while (at >= 0) {
        const auto begin = at + delimiter.size();
        if (body.mid(begin, 2) == "--")
            return parts;
        const auto next = body.indexOf(delimiter, begin);
        const auto gap = body.indexOf("\r\n\r\n", begin);
        if (next < 0 || gap < 0 || gap > next)
            return {};
        const Headers headers = parseHeaders(linesOf(body.mid(begin, gap - begin)));
        const QByteArray disposition = valueOf(headers, "Content-Disposition");
        parts.append({parameter(disposition, "name"), parameter(disposition, "filename"),
                      valueOf(headers, "Content-Type"), body.mid(gap + 4, next - gap - 4)});
        at = next;
    }
    return {};
}

ServedReply ServedReply::json(const QJsonObject& object, int status)
{
    return {.status = status, .body = QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

ServedReply ServedReply::text(const QByteArray& body, const QByteArray& contentType, int status)
{
    return {.status = status, .body = body, .contentType = contentType};
}

ServedReply ServedReply::redirect(const QUrl& to, int status)
{
    return {.status = status, .headers = {{"Location", to.toEncoded()}}, .contentType = {}};
}

std::optional<ServedRequest> RequestParser::next()
{
    const auto gap = m_buffer.indexOf("\r\n\r\n");
    if (gap < 0) {
        m_broken = !m_buffer.isEmpty() && (m_buffer[0] < 'A' || m_buffer[0] > 'Z'); // TLS, for one
        return {};
    }
    QList<QByteArray> lines = linesOf(m_buffer.left(gap));
    const QList<QByteArray> words = lines.takeFirst().split(' ');
    if (words.size() != 3 || !words[2].startsWith("HTTP/1.")) {
        m_broken = true;
        return {};
    }
    ServedRequest request;
    request.method = words[0];
    request.target = words[1];
    const QUrl url = QUrl::fromEncoded("http://host" + request.target);
    request.path = url.path(QUrl::FullyDecoded);
    request.query = QUrlQuery(url);
    request.headers = parseHeaders(lines);
    qsizetype end = 0;
    const auto body = takeBody(request, gap + 4, end);
    if (!body)
        return {};
    request.body = *body;
    m_buffer.remove(0, end);
    return request;
}

std::optional<QByteArray> RequestParser::takeBody(const ServedRequest& head, qsizetype begin, qsizetype& end)
{
    if (head.header("Transfer-Encoding").toLower() == "chunked")
        return takeChunks(begin, end);
    const qint64 length = head.header("Content-Length").toLongLong();
    end = begin + length;
    if (m_buffer.size() < end)
        return {};
    return m_buffer.mid(begin, length);
}

std::optional<QByteArray> RequestParser::takeChunks(qsizetype begin, qsizetype& end)
{
    QByteArray body;
    for (auto at = begin;;) {
        const auto line = m_buffer.indexOf("\r\n", at);
        if (line < 0)
            return {};
        bool isNumber = false;
        const qint64 size = m_buffer.mid(at, line - at).split(';').first().trimmed().toLongLong(&isNumber, 16);
        if (!isNumber || size < 0) {
            m_broken = true;
            return {};
        }
        if (m_buffer.size() < line + 2 + size + 2)
            return {};
        body += m_buffer.mid(line + 2, size);
        at = line + 2 + size + 2;
        if (size == 0) {
            end = at;
            return body;
        }
    }
}

} // namespace sheaf::testing
