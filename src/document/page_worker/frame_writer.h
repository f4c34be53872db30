// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/page_wire.h"

#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

/** Collects one frame's payload and writes it to the parent. Ends the process when the parent is gone. */
namespace sheaf::worker {

class FrameWriter
{
public:
    template <typename T> void put(const T& value)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        append(&value, sizeof value);
    }
    template <typename T> void putArray(std::span<const T> values)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        append(values.data(), values.size_bytes());
    }
    /** Cut at `limit` bytes, never inside a UTF-8 character. */
    void putString(std::string_view utf8, std::size_t limit = wire::maxString);
    void putBytes(const void* data, std::size_t size) { append(data, size); }

    /** Writes what was put as one frame and starts the next. */
    void send(wire::FrameKind kind);

private:
    void append(const void* data, std::size_t size);

    std::vector<unsigned char> m_payload;
};

} // namespace sheaf::worker
