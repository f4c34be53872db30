// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The page worker's side of the pipe is the fuzzer: whatever a worker that was taken over may send is refused or
// becomes markdown.
#include "convert_and_check.h"
#include "document/page_decoder.h"
#include "document/page_wire.h"

#include <cstring>

using namespace sheaf;

namespace {

/** Calls `visit` with each frame of a stream as the page worker sends it; the last may be cut short. */
template <typename Visitor> void forEachFrame(QByteArrayView stream, Visitor visit)
{
    wire::FrameHeader header{};
    while (stream.size() >= qsizetype(sizeof header)) {
        std::memcpy(&header, stream.data(), sizeof header);
        stream = stream.sliced(sizeof header);
        const QByteArrayView payload = stream.first(std::min(stream.size(), qsizetype(header.length)));
        stream = stream.sliced(payload.size());
        visit(header.kind, payload);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    LayoutEngine engine;
    int pages = 0;
    forEachFrame({data, qsizetype(size)}, [&](wire::FrameKind kind, QByteArrayView payload) {
        switch (kind) {
        case wire::FrameKind::Hello:
            decodeHello(payload);
            break;
        case wire::FrameKind::Problem:
            decodeProblem(payload);
            break;
        case wire::FrameKind::Picture:
            decodePicture(payload);
            break;
        case wire::FrameKind::Info:
            if (const auto info = decodeInfo(payload))
                engine.setInfo(*info);
            break;
        case wire::FrameKind::Page:
            if (auto page = decodePage(payload)) {
                engine.addPage(*std::move(page));
                ++pages;
            }
            break;
        case wire::FrameKind::Done:
            break;
        }
    });
    fuzz::convertAndCheck(engine, pages);
    return 0;
}
