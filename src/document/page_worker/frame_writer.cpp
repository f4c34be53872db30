// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/page_worker/frame_writer.h"

#include <cerrno>
#include <unistd.h>

namespace sheaf::worker {

namespace {

void writeAll(const void* data, std::size_t size)
{
    const auto* bytes = static_cast<const unsigned char*>(data);
    while (size > 0) {
        const ssize_t written = write(wire::socketFd, bytes, size);
        if (written < 0) {
            if (errno == EINTR)
                continue;
            _exit(1);
        }
        bytes += written;
        size -= static_cast<std::size_t>(written);
    }
}

} // namespace

void FrameWriter::append(const void* data, std::size_t size)
{
    const auto* bytes = static_cast<const unsigned char*>(data);
    m_payload.insert(m_payload.end(), bytes, bytes + size);
}

void FrameWriter::putString(std::string_view utf8, std::size_t limit)
{
    if (utf8.size() > limit) {
        const auto continues = [&](std::size_t at) { return (static_cast<unsigned char>(utf8[at]) & 0xC0) == 0x80; };
        std::size_t end = limit;
        while (end > 0 && continues(end))
            --end;
        utf8 = utf8.substr(0, end);
    }
    put(static_cast<std::uint32_t>(utf8.size()));
    append(utf8.data(), utf8.size());
}

void FrameWriter::send(wire::FrameKind kind)
{
    const wire::FrameHeader header{kind, static_cast<std::uint32_t>(m_payload.size())};
    writeAll(&header, sizeof header);
    writeAll(m_payload.data(), m_payload.size());
    m_payload.clear();
}

} // namespace sheaf::worker
