// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/page_worker/poppler_document.h"
#include "document/page_worker/sandbox.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <new>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

/**
 * sheaf-page-worker: reads one PDF for its parent (src/document/pdf_document.h) and ends. Started only by it: a socket
 * is standard input, the PDF is descriptor 3. Everything that trusts nothing happens before the first byte of the file
 * is looked at.
 */
namespace sheaf::worker {
namespace {

bool readAll(void* data, std::size_t size)
{
    auto* bytes = static_cast<unsigned char*>(data);
    while (size > 0) {
        const ssize_t got = read(wire::socketFd, bytes, size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        bytes += got;
        size -= static_cast<std::size_t>(got);
    }
    return true;
}

void sendTrouble(wire::Trouble trouble, std::string_view detail = {})
{
    FrameWriter writer;
    writer.put(trouble);
    writer.putString(detail);
    writer.send(wire::FrameKind::Problem);
}

/** The file's bytes, or nothing for an empty or unreadable file. */
std::string_view mapFile()
{
    struct stat status
    {};
    if (fstat(wire::fileFd, &status) != 0 || status.st_size <= 0)
        return {};
    const auto size = static_cast<std::size_t>(status.st_size);
    void* bytes = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, wire::fileFd, 0);
    return bytes == MAP_FAILED ? std::string_view() : std::string_view(static_cast<const char*>(bytes), size);
}

/** What the pages so far have touched of a large file need not stay mapped: the kernel keeps it at hand. */
void releaseFile(std::string_view bytes)
{
    constexpr std::size_t smallFile = std::size_t(32) << 20;
    if (bytes.size() > smallFile)
        madvise(const_cast<char*>(bytes.data()), bytes.size(), MADV_DONTNEED);
}

void sendPages(PopplerDocument& document, const wire::Request& request, std::string_view bytes)
{
    FrameWriter writer;
    send(writer, document.info());
    const int last = request.lastPage > 0 ? std::min(request.lastPage, document.pageCount()) : document.pageCount();
    int read = 0;
    for (int number = std::max(request.firstPage, 1); number <= last; ++number) {
        if (const std::optional<PageRecord> page = document.readPage(number, request.glyphsPerPage)) {
            send(writer, *page);
            ++read;
        }
        releaseFile(bytes);
    }
    if (read == 0 && request.firstPage <= last)
        sendTrouble(wire::Trouble::Broken, PopplerDocument::firstComplaint());
    else
        writer.send(wire::FrameKind::Done);
}

void sendPicture(PopplerDocument& document, const wire::Request& request)
{
    const std::optional<Picture> picture = document.render(request.firstPage, request.dpi);
    if (!picture) {
        sendTrouble(wire::Trouble::Broken, PopplerDocument::firstComplaint());
        return;
    }
    FrameWriter writer;
    writer.put(std::int32_t(picture->width));
    writer.put(std::int32_t(picture->height));
    writer.put(float(picture->pageWidth));
    writer.put(float(picture->pageHeight));
    writer.putBytes(picture->pixels.data(), picture->pixels.size());
    writer.send(wire::FrameKind::Picture);
    writer.send(wire::FrameKind::Done);
}

void answer(const wire::Request& request, std::string_view password, std::string_view bytes)
{
    auto document = PopplerDocument::open(bytes, password);
    if (!document)
        sendTrouble(document.error(), PopplerDocument::firstComplaint());
    else if (document->pageCount() == 0)
        sendTrouble(wire::Trouble::NoPages, PopplerDocument::firstComplaint());
    else if (request.verb == wire::Verb::Render)
        sendPicture(*document, request);
    else
        sendPages(*document, request, bytes);
}

int run()
{
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    wire::Request request;
    if (!readAll(&request, sizeof request) || request.version != wire::formatVersion ||
        request.passwordLength > wire::maxString) {
        std::fputs("sheaf-page-worker is started by Sheaf, not by hand.\n", stderr);
        return 2;
    }
    std::string password(request.passwordLength, '\0');
    if (!readAll(password.data(), password.size()))
        return 2;
    close_range(unsigned(wire::fileFd) + 1, ~0U, 0);
    const bool needsFile = request.verb != wire::Verb::Hello;
    const std::string_view bytes = needsFile ? mapFile() : std::string_view();

    const wire::Sandbox sandbox = enterSandbox(request);
    FrameWriter writer;
    writer.put(wire::formatVersion);
    writer.put(sandbox);
    writer.putString(PopplerDocument::version());
    writer.send(wire::FrameKind::Hello);
    try {
        if (!needsFile)
            writer.send(wire::FrameKind::Done);
        else if (bytes.empty())
            sendTrouble(wire::Trouble::TooLarge);
        else
            answer(request, password, bytes);
    } catch (const std::bad_alloc&) {
        sendTrouble(wire::Trouble::Memory);
    }
    return 0;
}

} // namespace
} // namespace sheaf::worker

int main()
{
    const int status = sheaf::worker::run();
    _exit(status); // taking the document apart would only cost time
}
