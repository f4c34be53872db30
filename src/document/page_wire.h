// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

/**
 * What the page worker and its parent say to each other over a local socket: one Request down, then frames up. Both
 * ends are of one build on one machine, so values travel in host order; the parent still checks every byte, because
 * the worker has poppler and a hostile file in it. No Qt and no poppler here.
 *
 * Strings are a 32-bit length and that many bytes of UTF-8. Payloads, in order:
 *   Hello:   formatVersion, sandbox (Sandbox), string poppler version
 *   Info:    pages, tagged, strings title author subject keywords producer doi xmp, outline count,
 *            then per entry: level, page, string title
 *   Page:    PageHead, UTF-16 text, Glyph[], Rule[], Image[], Shape[], then fonts (flags, string name),
 *            then links (4 floats box, page, float y, string uri)
 *   Picture: width, height, float page width, float page height, rows of width × 4 bytes
 *   Problem: Trouble, string detail
 *   Done:    nothing
 */
namespace sheaf::wire {

constexpr std::uint32_t formatVersion = 1;
constexpr int socketFd = 0; ///< the worker's end of the socket
constexpr int fileFd = 3;   ///< the PDF, open for reading

enum class Verb : std::uint32_t
{
    Hello,
    Pages,
    Render
};

/** Followed by passwordLength bytes: passwords are never in the arguments, which anyone can list. */
struct Request
{
    std::uint32_t version = formatVersion;
    Verb verb = Verb::Hello;
    std::int32_t firstPage = 1;
    std::int32_t lastPage = 0;
    std::int64_t memoryBytes = 0;
    std::int64_t cpuSeconds = 0;
    std::int64_t glyphsPerPage = 0;
    double dpi = 72;
    std::uint32_t passwordLength = 0;
    std::uint32_t reserved = 0;
};

enum class FrameKind : std::uint32_t
{
    Hello = 1,
    Info,
    Page,
    Picture,
    Problem,
    Done
};

struct FrameHeader
{
    FrameKind kind;
    std::uint32_t length;
};

enum class Sandbox : std::uint32_t
{
    LimitsOnly,
    Seccomp
};

enum class Trouble : std::uint32_t
{
    BadRequest,
    Broken,
    Password,
    NoPages,
    Memory,
    TooLarge
};

// Most of each that one page may have; what is above is left out and the page marked truncated.
constexpr std::uint32_t maxGlyphs = 2'000'000;
constexpr std::uint32_t maxRules = 20'000;
constexpr std::uint32_t maxImages = 5'000;
constexpr std::uint32_t maxShapes = 5'000;
constexpr std::uint32_t maxLinks = 2'000;
constexpr std::uint32_t maxFonts = 4'000;
constexpr std::uint32_t maxOutline = 5'000;
constexpr std::uint32_t maxString = 64 * 1024;
constexpr std::uint32_t maxXmp = 256 * 1024;
constexpr std::uint32_t maxPages = 1'000'000;
constexpr int maxPictureSide = 4096;
constexpr std::uint32_t maxFrame = 160 * 1024 * 1024;
/** Coordinates beyond this are nonsense of the file. */
constexpr float maxCoordinate = 1e6F;

/** The same fields as sheaf::Glyph, with the same meaning. */
struct Glyph
{
    std::uint32_t textBegin;
    std::uint8_t textLength;
    std::uint8_t flags;
    std::uint16_t font;
    float x0, y0, x1, y1;
    float baseline;
    float size;
    std::uint32_t colour;
    std::int16_t angle;
    std::int16_t reserved;
};
static_assert(sizeof(Glyph) == 40);

enum GlyphFlag : std::uint8_t
{
    Hidden = 1,
    NoUnicode = 2,
    Duplicate = 4,
    Space = 8,
    allGlyphFlags = 15
};

struct Rule
{
    float x0, y0, x1, y1;
    float width;
    std::uint32_t colour;
    std::uint32_t filled;
};

struct Image
{
    float x0, y0, x1, y1;
    std::uint32_t pixelWidth, pixelHeight;
};

struct Shape
{
    float x0, y0, x1, y1;
};

enum FontFlag : std::uint32_t
{
    Bold = 1,
    Italic = 2,
    Monospace = 4,
    Serif = 8,
    Symbolic = 16
};

struct PageHead
{
    std::int32_t number;
    float width, height;
    std::int32_t rotation;
    std::uint32_t truncated;
    std::uint32_t textUnits, glyphs, rules, images, shapes, fonts, links;
};

} // namespace sheaf::wire
