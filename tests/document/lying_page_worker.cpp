// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/page_wire.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <string>
#include <unistd.h>
#include <vector>

/** Stands in for sheaf-page-worker and misbehaves in the way that the "PDF" asks for: "%PDF-1.5 hang". */
namespace {

using namespace sheaf::wire;

class Payload
{
public:
    template <typename T> Payload& put(const T& value)
    {
        const auto* bytes = reinterpret_cast<const char*>(&value);
        m_bytes.append(bytes, sizeof value);
        return *this;
    }
    Payload& text(const std::string& value)
    {
        put(std::uint32_t(value.size()));
        m_bytes += value;
        return *this;
    }
    void send(FrameKind kind, std::uint32_t extraLength = 0) const
    {
        const FrameHeader header{kind, std::uint32_t(m_bytes.size()) + extraLength};
        std::string all(reinterpret_cast<const char*>(&header), sizeof header);
        all += m_bytes;
        if (write(socketFd, all.data(), all.size()) < 0)
            _exit(1);
    }

private:
    std::string m_bytes;
};

void greet(std::uint32_t version = formatVersion)
{
    Payload().put(version).put(Sandbox::LimitsOnly).text("0.0").send(FrameKind::Hello);
}

void inform()
{
    Payload info;
    info.put(std::int32_t(1)).put(std::uint32_t(0));
    for (int i = 0; i < 7; ++i)
        info.text("");
    info.put(std::uint32_t(0)).send(FrameKind::Info);
}

void sendPage(std::int32_t number, const Glyph& glyph)
{
    const PageHead head{.number = number,
                        .width = 100,
                        .height = 100,
                        .rotation = 0,
                        .truncated = 0,
                        .textUnits = 1,
                        .glyphs = 1,
                        .rules = 0,
                        .images = 0,
                        .shapes = 0,
                        .fonts = 1,
                        .links = 0};
    Payload().put(head).put(u'a').put(glyph).put(std::uint32_t(0)).text("F").send(FrameKind::Page);
}

[[noreturn]] void hang()
{
    for (;;)
        pause();
}

[[noreturn]] void burn()
{
    for (;;)
        getppid();
}

void lie(const std::string& how)
{
    const Glyph good{0, 1, 0, 0, 1, 1, 2, 2, 2, 10, 0, 0, 0};
    if (how == "hang")
        hang();
    if (how == "stop")
        raise(SIGSTOP);
    if (how == "burn")
        burn();
    if (how == "crash")
        std::abort();
    if (how == "memory") {
        std::fputs("Out of memory\n", stderr);
        std::abort();
    }
    if (how == "killed")
        raise(SIGKILL);
    if (how == "chatter") {
        for (int i = 0; i < 200'000; ++i)
            std::fputs("complaint ", stderr);
        std::abort();
    }
    if (how == "version") {
        greet(formatVersion + 1);
        hang();
    }
    greet();
    if (how == "greets for ever") {
        for (;;)
            greet();
    }
    if (how == "huge frame") {
        Payload().send(FrameKind::Page, maxFrame + 1);
        hang();
    }
    if (how == "half a frame") {
        Payload().put(1).send(FrameKind::Info, 100);
        return;
    }
    if (how == "page first") {
        sendPage(1, good);
        hang();
    }
    inform();
    if (how == "silent end")
        return;
    if (how == "half then hang") {
        sendPage(1, good);
        hang();
    }
    if (how == "half then burn") {
        sendPage(1, good);
        burn();
    }
    if (how == "half then crash") {
        sendPage(1, good);
        std::abort();
    }
    Glyph bad = good;
    if (how == "font index")
        bad.font = 7;
    else if (how == "text range")
        bad.textLength = 9;
    else if (how == "not a number")
        bad.x1 = std::numeric_limits<float>::quiet_NaN();
    sendPage(how == "page number" ? 5 : 1, bad);
    if (how == "page twice")
        sendPage(1, good);
    hang();
}

} // namespace

int main()
{
    Request request;
    if (read(socketFd, &request, sizeof request) != sizeof request)
        return 2;
    char text[64] = {};
    if (pread(fileFd, text, sizeof text - 1, 9) < 0)
        return 2;
    lie(text);
    return 0;
}
