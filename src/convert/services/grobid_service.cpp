// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/services/remote_services.h"
#include "convert/services/tei_pieces.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/**
 * GROBID: POST /api/processFulltextDocument, answered with TEI when it is done. Nothing is consolidated, which would
 * send the paper's data on to Crossref and has been seen to replace right titles by wrong ones.
 */
namespace sheaf {

namespace {

constexpr QLatin1StringView path("/api/processFulltextDocument");

/** A 500 names its reason: "[NO_BLOCKS] PDF parsing resulted in empty content". Some are the server's, and pass. */
bool mayPass(const QByteArray& body)
{
    static const QRegularExpression passing(u"\\[(TIMEOUT|TAGGING_ERROR|GENERAL)\\]"_s);
    return passing.match(QString::fromUtf8(body.left(400))).hasMatch();
}

class GrobidService : public RemoteService
{
public:
    explicit GrobidService(const ServiceAddress& address) : m_address(address) {}
    QString kind() const override { return u"grobid"_s; }
    QString label() const override { return m_version.get(); }

    void prepare(std::stop_token stop) override
    {
        m_version.learn([&] {
            ServiceCalls calls(m_address, stop);
            const auto answer = jsonOf(calls.askQuickly(calls.url(u"/api/version"_s, {u"/api"_s, QString(path)})));
            return answer ? answer->value("version"_L1).toString() + u' ' + answer->value("revision"_L1).toString()
                          : QString();
        });
    }

    Result<RemoteText> convert(const RemoteJob& job) override
    {
        const auto document = documentBytes(job.input.path);
        if (!document)
            return std::unexpected(document.error());
        ServiceCalls calls(m_address, job.stop);
        const HttpRequest request = requestFor(calls, job, *document);
        auto reply = calls.submit(request);
        if (reply && reply->status == 500 && mayPass(reply->body)) {
            if (const auto over = calls.pause(m_address.pace.longestLook))
                return std::unexpected(*over);
            reply = calls.submit(request);
        }
        if (!reply)
            return std::unexpected(reply.error());
        if (reply->status == 204)
            return documentFailed(u"nothing could be extracted"_s);
        if (reply->status == 500)
            return documentFailed(QString::fromUtf8(reply->body.left(400)).simplified());
        const auto answer = checkedReply(*reply);
        if (!answer)
            return std::unexpected(answer.error());
        if (!answer->body.contains("<TEI"))
            return serviceRefuses(u"no TEI: "_s + QString::fromUtf8(answer->body.left(200)).simplified());
        auto text = teiPieces(answer->body);
        return text ? Result<RemoteText>(*std::move(text))
                    : documentFailed(u"the TEI holds neither a title nor a body"_s);
    }

private:
    static HttpRequest requestFor(const ServiceCalls& calls, const RemoteJob& job, const QByteArray& document)
    {
        QVector<FormPart> parts{{"input", document, job.input.sha256 + ".pdf", "application/pdf"},
                                {"consolidateHeader", "0", {}, {}},
                                {"consolidateCitations", "0", {}, {}},
                                {"consolidateFunders", "0", {}, {}},
                                {"includeRawCitations", "1", {}, {}}};
        for (const char* element :
             {"title", "persName", "head", "p", "biblStruct", "figure", "formula", "note", "affiliation"})
            parts.append({"teiCoordinates", element, {}, {}});
        HttpRequest request = calls.post(calls.url(path, {u"/api"_s, QString(path)}), parts);
        request.headers.append(HttpHeader{"Accept", "application/xml"});
        return request;
    }

    const ServiceAddress m_address;
    LearnedVersion m_version;
};

} // namespace

std::unique_ptr<RemoteService> makeGrobidService(const ServiceSetup& setup)
{
    return std::make_unique<GrobidService>(setup.address);
}

} // namespace sheaf
