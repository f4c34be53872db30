// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/file_server.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sheaf::testing {

namespace {

const QString realSuffix = u"/real"_s;

ServedReply pdf(const QByteArray& bytes)
{
    return ServedReply::text(bytes, "application/pdf");
}

ServedReply page(const QByteArray& body, const QByteArray& head = {})
{
    return ServedReply::text("<!DOCTYPE html>\n<html><head><title>Paper</title>" + head + "</head><body>" + body +
                                 "</body></html>",
                             "text/html; charset=utf-8");
}

ServedReply busy()
{
    ServedReply reply = ServedReply::text("slow down", "text/plain", 429);
    reply.headers = {{"Retry-After", "0.1"}};
    return reply;
}

ServedReply pageNaming(const QString& path)
{
    return page("<h1>Abstract</h1>", "<meta content=\"" + path.toUtf8() + "?a=1&amp;b=2\" name='citation_pdf_url'/>");
}

} // namespace

FileServer::FileServer() : m_http([this](const ServedRequest& request) { return answer(request); }) {}

QUrl FileServer::add(const QString& path, const QByteArray& bytes, FileManner manner)
{
    m_http.call([&] { m_files.insert(path, {bytes, manner, 0}); });
    return m_http.url(path);
}

ServedReply FileServer::answer(const ServedRequest& request)
{
    QString path = request.path;
    if (m_files.contains(path))
        return serve(m_files[path], path);
    if (!path.endsWith(realSuffix))
        return ServedReply::text("not found", "text/plain", 404);
    while (path.endsWith(realSuffix))
        path.chop(realSuffix.size());
    const File file = m_files.value(path);
    return file.manner == FileManner::PageWithPageLink ? pageNaming(request.path + realSuffix) : pdf(file.bytes);
}

ServedReply FileServer::serve(File& file, const QString& path) const
{
    ServedReply reply = pdf(file.bytes);
    const bool isFirst = file.asked++ == 0;
    switch (file.manner) {
    case FileManner::Good:
        break;
    case FileManner::LyingContentType:
        reply.contentType = "text/html";
        break;
    case FileManner::Truncated:
        reply.manner = ServedReply::Manner::DropMidBody;
        break;
    case FileManner::CutInside:
        reply.body.truncate(reply.body.size() / 2);
        break;
    case FileManner::SlowDrip:
        reply.dripBytes = 1;
        reply.dripPace = 20ms;
        break;
    case FileManner::BusyOnce:
        return isFirst ? busy() : reply;
    case FileManner::AlwaysBusy:
        return busy();
    case FileManner::BrokenOnce:
        return isFirst ? ServedReply::text("down", "text/plain", 503) : reply;
    case FileManner::HtmlPaywall:
        reply.body = page("Buy this article for 39.95").body;
        break;
    case FileManner::Captcha:
        reply = page("Are you a human?");
        reply.status = 403;
        break;
    case FileManner::PageWithPdfLink:
    case FileManner::PageWithPageLink:
        return pageNaming(path + realSuffix);
    case FileManner::RedirectElsewhere:
        return ServedReply::redirect(m_http.url(path + realSuffix, u"localhost"_s));
    case FileManner::NotFound:
        return ServedReply::text("not found", "text/plain", 404);
    case FileManner::Silent:
        reply.manner = ServedReply::Manner::NeverAnswer;
        break;
    }
    return reply;
}

} // namespace sheaf::testing
