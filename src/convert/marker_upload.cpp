// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/marker_upload.h"

#include "convert/marker_reply.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr qint64 mostAnswerBytes = qint64(256) << 20; ///< the figures come along, as base64

/** The setting is the server's base; people also copy it with the /marker or /marker/upload that its documents show. */
QUrl uploadUrl(QUrl base)
{
    QString path = base.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    for (const QLatin1StringView shown : {"/marker/upload"_L1, "/marker"_L1})
        if (path.endsWith(shown)) {
            path.chop(shown.size());
            break;
        }
    base.setPath(path + u"/marker/upload"_s);
    return base;
}

} // namespace

MarkerUpload::MarkerUpload(const MarkerServerConverter::Options& service, const ConvertInput& input, bool forceOcr,
                           std::stop_token stop)
    // Uploads are stored under their own name and would collide.
    : m_service(service), m_fileName(input.sha256 + ".pdf"), m_forceOcr(forceOcr), m_stop(std::move(stop))
{
    QFile file(input.path);
    if (file.open(QIODevice::ReadOnly))
        m_document = file.readAll();
    if (file.error() != QFileDevice::NoError)
        m_readError = file.errorString();
}

Result<QString> MarkerUpload::whole()
{
    return send({});
}

Result<QString> MarkerUpload::inHalves(int pages)
{
    const int middle = pages / 2;
    auto first = range(0, middle - 1);
    if (!first)
        return first;
    auto second = range(middle, pages - 1);
    return second ? *first + u"\n\n"_s + *second : second;
}

/** Pages from 0, both included. */
Result<QString> MarkerUpload::range(int first, int last)
{
    auto markdown = send(QByteArray::number(first) + '-' + QByteArray::number(last));
    if (markdown || markdown.error().code != outOfMemoryCode || first == last)
        return markdown;
    const int middle = (first + last + 1) / 2;
    auto before = range(first, middle - 1);
    if (!before)
        return before;
    auto after = range(middle, last);
    return after ? *before + u"\n\n"_s + *after : after;
}

Result<QString> MarkerUpload::send(const QByteArray& pageRange)
{
    if (!m_readError.isEmpty())
        return fail(Stage::Convert, u"convert.unreadable"_s,
                    QCoreApplication::translate("convert", "The document cannot be read."), m_readError, true);
    QVector<FormPart> parts{{"file", m_document, m_fileName, "application/pdf"},
                            {"output_format", "markdown", {}, {}},
                            {"paginate_output", "true", {}, {}},
                            {"force_ocr", m_forceOcr ? "true" : "false", {}, {}}};
    if (!pageRange.isEmpty())
        parts.append({"page_range", pageRange, {}, {}});

    HttpRequest request;
    request.method = "POST";
    request.url = uploadUrl(m_service.base);
    request.stage = Stage::Convert;
    request.deadline = request.inactivity = m_service.deadline; // while it works the server says nothing at all
    request.maxBytes = mostAnswerBytes;
    request.retry.attempts = 1;
    request.resendable = false; // a conversion whose answer is lost still runs
    if (!m_service.key.isEmpty())
        request.headers.append({"Authorization", "Bearer " + m_service.key.reveal(), true});
    setMultipart(request, parts);
    return markerMarkdown(sendAndWait(request, m_stop));
}

} // namespace sheaf
