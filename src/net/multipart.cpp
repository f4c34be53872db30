// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_client.h"

#include <QRandomGenerator>

namespace sheaf {

namespace {

/** As browsers write names in Content-Disposition: quotes and line ends percent-encoded. */
QByteArray quotedName(QByteArray name)
{
    return '"' + name.replace('\r', "%0D").replace('\n', "%0A").replace('"', "%22") + '"';
}

/** A line that stands in none of the parts. */
QByteArray freeBoundary(const QVector<FormPart>& parts)
{
    for (;;) {
        const QByteArray boundary = "sheaf-" + QByteArray::number(QRandomGenerator::global()->generate64(), 36);
        if (std::ranges::none_of(parts, [&](const FormPart& part) { return part.data.contains(boundary); }))
            return boundary;
    }
}

} // namespace

void setMultipart(HttpRequest& request, const QVector<FormPart>& parts)
{
    const QByteArray boundary = freeBoundary(parts);
    request.body.clear();
    for (const FormPart& part : parts) {
        request.body += "--" + boundary + "\r\nContent-Disposition: form-data; name=" + quotedName(part.name);
        if (!part.fileName.isEmpty())
            request.body += "; filename=" + quotedName(part.fileName);
        if (!part.contentType.isEmpty())
            request.body += "\r\nContent-Type: " + part.contentType;
        request.body += "\r\n\r\n" + part.data + "\r\n";
    }
    request.body += "--" + boundary + "--\r\n";
    request.headers.removeIf([](const HttpHeader& h) { return h.name.toLower() == "content-type"; });
    request.headers.append({"Content-Type", "multipart/form-data; boundary=" + boundary});
}

} // namespace sheaf
