// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The only place that includes poppler's private headers and knows how they differ between versions, from Debian 12's
// 22.12 on. What changes is asked of the headers themselves, so that no list of version numbers has to be kept.

#include <poppler/Annot.h>
#include <poppler/Catalog.h>
#include <poppler/Error.h>
#include <poppler/ErrorCodes.h>
#include <poppler/GfxFont.h>
#include <poppler/GfxState.h>
#include <poppler/GlobalParams.h>
#include <poppler/Link.h>
#include <poppler/Outline.h>
#include <poppler/OutputDev.h>
#include <poppler/PDFDoc.h>
#include <poppler/PDFDocEncoding.h>
#include <poppler/Page.h>
#include <poppler/SplashOutputDev.h>
#include <poppler/Stream.h>
#include <poppler/splash/SplashBitmap.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <type_traits>

namespace sheaf::worker {

template <typename Result, typename Device, typename A, typename B, typename... Rest>
B secondArgument(Result (Device::*)(A, B, Rest...));
template <typename Result, typename Device, typename A, typename B, typename C, typename D, typename E,
          typename... Rest>
E fifthArgument(Result (Device::*)(A, B, C, D, E, Rest...));

// Pointers to doubles and strings at first, arrays and standard strings later.
using PopplerBox = decltype(secondArgument(&OutputDev::beginTransparencyGroup));
using PopplerMatrix = decltype(fifthArgument(&OutputDev::tilingPatternFill));
using PopplerText = decltype(secondArgument(&OutputDev::beginActualText));

inline const std::string& bytesOf(const std::string& text)
{
    return text;
}
inline const std::string& bytesOf(const GooString* text)
{
    return text->toStr();
}

template <typename Item> std::span<const Unicode> titleOf(const Item& item)
{
    if constexpr (requires { item.getTitleLength(); })
        return {item.getTitle(), static_cast<std::size_t>(std::max(item.getTitleLength(), 0))};
    else
        return item.getTitle();
}

template <typename Value = Object> Value nullObject()
{
    if constexpr (requires { Value::null(); })
        return Value::null();
    else
        return Value(objNull);
}

template <typename Document = PDFDoc>
std::unique_ptr<Document> openDocument(std::unique_ptr<BaseStream> bytes, const std::optional<GooString>& password)
{
    if constexpr (std::is_constructible_v<Document, std::unique_ptr<BaseStream>, decltype(password),
                                          decltype(password)>)
        return std::make_unique<Document>(std::move(bytes), password, password);
    else
        return std::make_unique<Document>(bytes.release(), password, password);
}

template <typename Device = SplashOutputDev> std::unique_ptr<Device> makePainter(SplashColorPtr paper)
{
    constexpr int rowPadding = 4;
    if constexpr (std::is_constructible_v<Device, SplashColorMode, int, bool, SplashColorPtr>)
        return std::make_unique<Device>(splashModeXBGR8, rowPadding, false, paper);
    else
        return std::make_unique<Device>(splashModeXBGR8, rowPadding, paper);
}

inline std::span<const unsigned, 256> docEncoding()
{
    return std::span<const unsigned, 256>(pdfDocEncoding, 256);
}

} // namespace sheaf::worker
