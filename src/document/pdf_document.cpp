// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/pdf_document.h"

#include "document/page_decoder.h"
#include "document/pdf_failure.h"
#include "document/worker_process.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** Opened and with a PDF's signature near its start, where viewers look for it; the rest is the worker's to judge. */
Result<void> openPdf(QFile& file)
{
    constexpr qint64 signatureWithin = 1024;
    const QFileInfo info(file.fileName());
    if (!info.exists())
        return pdfFailure(PdfTrouble::Missing);
    if (!info.isFile()) // to open a pipe would wait for its writer
        return pdfFailure(PdfTrouble::NoFile);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return pdfFailure(PdfTrouble::Unreadable, file.errorString());
    if (file.size() == 0)
        return pdfFailure(PdfTrouble::EmptyFile);
    if (!file.read(signatureWithin).contains("%PDF-"))
        return pdfFailure(PdfTrouble::NotAPdf);
    return {};
}

/** Whether the last bytes hold the end mark: a download that broke off has none. */
bool hasEnd(QFile& file)
{
    constexpr qint64 endWithin = 2048;
    return file.seek(std::max<qint64>(0, file.size() - endWithin)) && file.readAll().contains("%%EOF");
}

std::unexpected<Failure> explain(const WorkerProblem& problem, QFile& file, bool passwordGiven)
{
    switch (problem.trouble) {
    case wire::Trouble::Password:
        return pdfFailure(passwordGiven ? PdfTrouble::WrongPassword : PdfTrouble::Encrypted);
    case wire::Trouble::NoPages:
        return pdfFailure(PdfTrouble::NoPages, problem.detail);
    case wire::Trouble::Memory:
    case wire::Trouble::TooLarge:
        return pdfFailure(PdfTrouble::Memory, problem.detail);
    case wire::Trouble::Broken:
        return pdfFailure(hasEnd(file) ? PdfTrouble::Broken : PdfTrouble::Incomplete, problem.detail);
    case wire::Trouble::BadRequest:
        break;
    }
    return pdfFailure(PdfTrouble::Protocol, problem.detail);
}

/** One worker's answers until it is done. `visit` takes each frame that is not greeting, problem or end. */
class Conversation
{
public:
    enum class Next
    {
        Continue,
        Enough,
        Wrong
    };
    using Visitor = std::function<Next(const WorkerProcess::Frame&)>;

    Conversation(QFile& file, wire::Request request, QByteArray password, PdfLimits limits)
        : m_file(file), m_request(request), m_password(std::move(password)), m_limits(limits)
    {
        m_request.memoryBytes = limits.memoryBytes;
        m_request.cpuSeconds = limits.processorSeconds;
        m_request.glyphsPerPage = limits.glyphsPerPage;
        m_request.passwordLength = quint32(m_password.size());
    }

    Result<void> run(std::stop_token stop, const Visitor& visit)
    {
        auto worker = WorkerProcess::start(m_file.handle(), stop);
        if (!worker)
            return std::unexpected(worker.error());
        if (Result<void> sent = (*worker)->send(m_request, m_password); !sent)
            return sent;
        for (;;) {
            const auto frame = (*worker)->nextFrame(m_limits.page);
            if (!frame)
                return std::unexpected(frame.error());
            if (frame->kind == wire::FrameKind::Done)
                return {};
            if (Result<bool> goOn = take(*frame, visit); !goOn)
                return std::unexpected(goOn.error());
            else if (!*goOn)
                return {};
            if (stop.stop_requested()) // what a killed worker had written before is of no use
                return pdfFailure(PdfTrouble::Stopped);
        }
    }

private:
    /** False when the visitor has enough. */
    Result<bool> take(const WorkerProcess::Frame& frame, const Visitor& visit)
    {
        if (frame.kind == wire::FrameKind::Hello) {
            if (m_greeted || !decodeHello(frame.payload))
                return pdfFailure(PdfTrouble::Protocol, u"greeting"_s);
            m_greeted = true;
            return true;
        }
        if (frame.kind == wire::FrameKind::Problem) {
            const std::optional<WorkerProblem> problem = decodeProblem(frame.payload);
            return problem ? Result<bool>(explain(*problem, m_file, !m_password.isEmpty()))
                           : Result<bool>(pdfFailure(PdfTrouble::Protocol, u"problem"_s));
        }
        switch (visit(frame)) {
        case Next::Continue:
            return true;
        case Next::Enough:
            return false;
        case Next::Wrong:
            break;
        }
        return pdfFailure(PdfTrouble::Protocol,
                          u"frame of kind %1, %2 bytes"_s.arg(quint32(frame.kind)).arg(frame.payload.size()));
    }

    QFile& m_file;
    wire::Request m_request;
    QByteArray m_password;
    PdfLimits m_limits;
    bool m_greeted = false;
};

} // namespace

Result<DocumentInfo> readPdf(const PdfRequest& request, const PageVisitor& onPage, std::stop_token stop,
                             const InfoVisitor& onInfo)
{
    QFile file(request.path);
    if (Result<void> opened = openPdf(file); !opened)
        return std::unexpected(opened.error());

    wire::Request ask;
    ask.verb = wire::Verb::Pages;
    ask.firstPage = std::max(1, request.firstPage);
    ask.lastPage = std::max(0, request.lastPage);
    std::optional<DocumentInfo> info;
    int lastNumber = 0;
    const auto visit = [&](const WorkerProcess::Frame& frame) {
        using Next = Conversation::Next;
        if (frame.kind == wire::FrameKind::Info && !info) {
            info = decodeInfo(frame.payload);
            if (info && onInfo)
                onInfo(*info);
            return info ? Next::Continue : Next::Wrong;
        }
        if (frame.kind != wire::FrameKind::Page || !info)
            return Next::Wrong;
        std::optional<Page> page = decodePage(frame.payload);
        if (!page || page->number <= lastNumber || page->number > info->pages)
            return Next::Wrong;
        lastNumber = page->number;
        return !onPage || onPage(std::move(*page)) ? Next::Continue : Next::Enough;
    };
    Conversation conversation(file, ask, request.password.toUtf8(), request.limits);
    if (Result<void> done = conversation.run(std::move(stop), visit); !done)
        return std::unexpected(done.error());
    return info ? Result<DocumentInfo>(*info)
                : Result<DocumentInfo>(pdfFailure(PdfTrouble::Protocol, u"no information"_s));
}

Result<PdfPeek> peekPdf(const QString& path, int pages, std::stop_token stop, const QString& password)
{
    PdfRequest request;
    request.path = path;
    request.password = password;
    request.lastPage = std::max(1, pages);
    PdfPeek peek;
    const auto keep = [&](Page&& page) {
        peek.pages.append(std::move(page));
        return true;
    };
    const Result<DocumentInfo> info = readPdf(request, keep, std::move(stop));
    if (!info)
        return std::unexpected(info.error());
    peek.info = *info;
    return peek;
}

Result<PagePicture> renderPdfPage(const QString& path, int page, double dpi, std::stop_token stop,
                                  const QString& password)
{
    QFile file(path);
    if (Result<void> opened = openPdf(file); !opened)
        return std::unexpected(opened.error());
    wire::Request ask;
    ask.verb = wire::Verb::Render;
    ask.firstPage = page;
    ask.dpi = dpi;
    std::optional<PagePicture> picture;
    const auto visit = [&](const WorkerProcess::Frame& frame) {
        if (frame.kind == wire::FrameKind::Picture && !picture)
            picture = decodePicture(frame.payload);
        return picture ? Conversation::Next::Continue : Conversation::Next::Wrong;
    };
    Conversation conversation(file, ask, password.toUtf8(), {});
    if (Result<void> done = conversation.run(std::move(stop), visit); !done)
        return std::unexpected(done.error());
    return picture ? Result<PagePicture>(*picture)
                   : Result<PagePicture>(pdfFailure(PdfTrouble::Protocol, u"no picture"_s));
}

PdfSupport pdfSupport()
{
    PdfSupport support;
    const auto worker = WorkerProcess::start(-1, {});
    if (!worker) {
        support.problem = worker.error().detail;
        return support;
    }
    const Result<void> sent = (*worker)->send({}, {});
    const auto greeting = sent ? (*worker)->nextFrame({}) : std::unexpected(sent.error());
    if (!greeting) {
        support.problem = greeting.error().detail;
        return support;
    }
    const std::optional<WorkerHello> hello = decodeHello(greeting->payload);
    support.available = greeting->kind == wire::FrameKind::Hello && hello;
    if (!support.available) {
        support.problem = u"sheaf-page-worker is of another version"_s;
        return support;
    }
    support.popplerVersion = hello->popplerVersion;
    support.sandbox = hello->seccomp ? u"seccomp"_s : u"limits only"_s;
    return support;
}

} // namespace sheaf
