// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/native/native_run.h"

#include "convert/native/native_converter.h"
#include "convert/services/block_placer.h"

#include <sys/resource.h>

namespace sheaf {

NativeRun::NativeRun(const ConvertInput& input, std::stop_token stop)
    : m_stopFromOutside(std::move(stop), [this] { m_stop.request_stop(); }), m_thread([this, input] { run(input); })
{}

NativeRun::~NativeRun()
{
    m_stop.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

Result<NativePages> NativeRun::take()
{
    m_thread.join();
    return *std::move(m_outcome);
}

void NativeRun::run(const ConvertInput& input)
{
    // This thread and its page worker only: the pages can wait for the processor, the upload cannot, as a device does
    // nothing until it is there.
    ::setpriority(PRIO_PROCESS, 0, 10);
    auto conversion = NativeConverter().convert(input, {}, {}, m_stop.get_token());
    if (!conversion) {
        m_outcome = std::unexpected(conversion.error());
        return;
    }
    NativePages pages{*std::move(conversion), nullptr};
    pages.placer = std::make_unique<BlockPlacer>(allWords(pages.conversion));
    QJsonArray references;
    forEachReference(pages.conversion, [&references](const QJsonObject& one) { references.append(one); });
    pages.conversion.references = references;
    pages.conversion.words = {};
    pages.conversion.packed = {};
    m_outcome = std::move(pages);
}

} // namespace sheaf
