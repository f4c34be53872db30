// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/services/marker_reply.h"
#include "convert/services/piece_joiner.h"
#include "convert/services/remote_services.h"

using namespace Qt::StringLiterals;

/**
 * A marker_server: POST /marker/upload, one request a worker, its silence is work. A document for which the server's
 * device has not enough memory goes again in halves. Its replies name no version.
 */
namespace sheaf {

namespace {

/** The uploads that one document takes. */
class MarkerUpload
{
public:
    MarkerUpload(const ServiceAddress& service, const RemoteJob& job, QByteArray document)
        : m_calls(service, job.stop), m_document(std::move(document)),
          // Uploads are stored under their own name and would collide.
          m_fileName(job.input.sha256 + ".pdf"), m_forcesOcr(job.preset == "quality"_L1)
    {}

    Result<QString> whole() { return send({}); }

    Result<QString> inHalves(int pages)
    {
        const int middle = pages / 2;
        return joined(range(0, middle - 1), [&] { return range(middle, pages - 1); });
    }

private:
    static Result<QString> joined(Result<QString> first, const std::function<Result<QString>()>& next)
    {
        if (!first)
            return first;
        auto second = next();
        return second ? *first + u"\n\n"_s + *second : second;
    }

    /** Pages from 0, both included. */
    Result<QString> range(int first, int last)
    {
        auto markdown = send(QByteArray::number(first) + '-' + QByteArray::number(last));
        if (markdown || markdown.error().code != outOfMemoryCode || first == last)
            return markdown;
        const int middle = (first + last + 1) / 2;
        return joined(range(first, middle - 1), [&] { return range(middle, last); });
    }

    Result<QString> send(const QByteArray& pageRange)
    {
        QVector<FormPart> parts{{"file", m_document, m_fileName, "application/pdf"},
                                {"output_format", "markdown", {}, {}},
                                {"paginate_output", "true", {}, {}},
                                {"force_ocr", m_forcesOcr ? "true" : "false", {}, {}}};
        if (!pageRange.isEmpty())
            parts.append({"page_range", pageRange, {}, {}});
        const QUrl url = m_calls.url(u"/marker/upload"_s, {u"/marker/upload"_s, u"/marker"_s});
        const auto reply = m_calls.send(m_calls.post(url, parts));
        return reply ? markerMarkdown(*reply) : std::unexpected(reply.error());
    }

    ServiceCalls m_calls;
    const QByteArray m_document, m_fileName;
    const bool m_forcesOcr;
};

class MarkerService : public RemoteService
{
public:
    explicit MarkerService(const ServiceAddress& address) : m_address(address) {}
    QString kind() const override { return u"marker-server"_s; }
    QString label() const override { return {}; }

    Result<RemoteText> convert(const RemoteJob& job) override
    {
        const auto document = documentBytes(job.input.path);
        if (!document)
            return std::unexpected(document.error());
        MarkerUpload upload(m_address, job, *document);
        auto marked = upload.whole();
        const bool isOutOfMemory = !marked && marked.error().code == outOfMemoryCode;
        if (const int pages = isOutOfMemory ? int(job.pageSizes().size()) : 0; pages > 1)
            marked = upload.inHalves(pages);
        if (!marked)
            return std::unexpected(marked.error());
        return RemoteText{.pieces = piecesOfMarked(*marked)};
    }

private:
    const ServiceAddress m_address;
};

} // namespace

std::unique_ptr<RemoteService> makeMarkerService(const ServiceSetup& setup)
{
    return std::make_unique<MarkerService>(setup.address);
}

} // namespace sheaf
