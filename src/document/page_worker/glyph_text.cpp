// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/page_worker/glyph_text.h"

#include <algorithm>
#include <array>

namespace sheaf::worker {

namespace {

constexpr std::array<std::u16string_view, 7> ligatures = {u"ff", u"fi", u"fl", u"ffi", u"ffl", u"st", u"st"};

struct PrivateSign
{
    unsigned code;
    char16_t sign;
};
// What word processors use Symbol and Wingdings for, at the codes that TrueType symbol fonts have (0xF000 + byte).
constexpr PrivateSign privateSigns[] = {
    {0xF02D, u'−'}, {0xF06C, u'●'}, {0xF06E, u'■'}, {0xF071, u'❑'}, {0xF075, u'◆'}, {0xF076, u'❖'}, {0xF0A7, u'▪'},
    {0xF0A8, u'◻'}, {0xF0B7, u'•'}, {0xF0D8, u'➢'}, {0xF0E0, u'→'}, {0xF0FC, u'✓'}, {0xF0B4, u'×'}, {0xF0B1, u'±'},
    {0xF0B3, u'≥'}, {0xF0A3, u'≤'}, {0xF061, u'α'}, {0xF062, u'β'}, {0xF06D, u'μ'},
};

/** Private use, and the planes that Unicode has nothing in: fonts put numbers of their own there. */
bool isPrivateUse(unsigned code)
{
    return (code >= 0xE000 && code <= 0xF8FF) || (code >= 0x40000 && code <= 0xDFFFF) ||
           (code >= 0xF0000 && code <= 0x10FFFD);
}

bool isNoCharacter(unsigned code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || (code >= 0xD800 && code <= 0xDFFF) || code == 0xFFFD ||
           code == 0xFEFF || (code & 0xFFFE) == 0xFFFE || code > 0x10FFFF;
}

void appendCode(std::u16string& text, unsigned code)
{
    if (code > 0xFFFF) {
        text += static_cast<char16_t>(0xD800 + ((code - 0x10000) >> 10));
        text += static_cast<char16_t>(0xDC00 + ((code - 0x10000) & 0x3FF));
    } else {
        text += static_cast<char16_t>(code);
    }
}

void appendUtf8(std::string& text, unsigned code)
{
    const auto tail = [&](int shift) { text += static_cast<char>(0x80 | ((code >> shift) & 0x3F)); };
    if (code < 0x80) {
        text += static_cast<char>(code);
    } else if (code < 0x800) {
        text += static_cast<char>(0xC0 | (code >> 6));
        tail(0);
    } else if (code < 0x10000) {
        text += static_cast<char>(0xE0 | (code >> 12));
        tail(6);
        tail(0);
    } else {
        text += static_cast<char>(0xF0 | (code >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

/** The code at `at`, which moves on; U+FFFD for half a pair. */
unsigned takeCode(std::u16string_view text, std::size_t& at)
{
    const unsigned first = text[at++];
    if (first < 0xD800 || first > 0xDFFF)
        return first;
    if (first > 0xDBFF || at == text.size() || text[at] < 0xDC00 || text[at] > 0xDFFF)
        return 0xFFFD;
    return 0x10000 + ((first - 0xD800) << 10) + (text[at++] - 0xDC00U);
}

std::u16string utf16FromUtf8(std::string_view bytes)
{
    std::u16string text;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto first = static_cast<unsigned char>(bytes[at++]);
        const int more = first < 0x80 ? 0 : first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : -1;
        unsigned code = more <= 0 ? first : first & (0x3FU >> more);
        int left = std::max(more, 0);
        for (; left > 0 && at < bytes.size() && (static_cast<unsigned char>(bytes[at]) & 0xC0) == 0x80; --left)
            code = (code << 6) | (static_cast<unsigned char>(bytes[at++]) & 0x3FU);
        const bool wrong = more < 0 || left > 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF);
        appendCode(text, wrong ? 0xFFFD : code);
    }
    return text;
}

} // namespace

bool appendGlyphText(std::u16string& text, std::span<const unsigned> unicode)
{
    bool readable = false;
    for (unsigned code : unicode) {
        if (code == '\t' || code == '\n' || code == '\r')
            code = ' ';
        if (isNoCharacter(code))
            continue;
        if (code >= 0xFB00 && code <= 0xFB06) {
            text += ligatures[code - 0xFB00];
            readable = true;
            continue;
        }
        const auto* sign = std::ranges::find(privateSigns, code, &PrivateSign::code);
        if (sign != std::end(privateSigns))
            code = sign->sign;
        appendCode(text, code);
        readable = readable || !isPrivateUse(code);
    }
    return readable;
}

bool isSpace(std::u16string_view text)
{
    const auto blank = [](char16_t c) {
        return c == u' ' || c == u'\u00A0' || (c >= u'\u2000' && c <= u'\u200B') || c == u'\u202F' || c == u'\u205F' ||
               c == u'\u3000';
    };
    return !text.empty() && std::ranges::all_of(text, blank);
}

std::u16string utf16FromUcs4(std::span<const unsigned> text)
{
    std::u16string result;
    for (const unsigned code : text)
        appendCode(result, code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF) ? 0xFFFD : code);
    return result;
}

std::u16string utf16FromPdfString(std::string_view bytes, std::span<const unsigned, 256> pdfDocEncoding)
{
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
    std::u16string text;
    if (bytes.starts_with("\xFE\xFF") || bytes.starts_with("\xFF\xFE")) {
        const std::size_t high = byte(0) == 0xFE ? 0 : 1;
        for (std::size_t at = 2; at + 1 < bytes.size(); at += 2)
            text += static_cast<char16_t>((byte(at + high) << 8) | byte(at + 1 - high));
        return text;
    }
    if (bytes.starts_with("\xEF\xBB\xBF"))
        return utf16FromUtf8(bytes.substr(3));
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (const unsigned code = pdfDocEncoding[byte(at)])
            appendCode(text, code);
    }
    return text;
}

std::string utf8FromUtf16(std::u16string_view text)
{
    std::string result;
    for (std::size_t at = 0; at < text.size();)
        appendUtf8(result, takeCode(text, at));
    return result;
}

std::string utf8FromPdfString(std::string_view bytes, std::span<const unsigned, 256> pdfDocEncoding)
{
    return utf8FromUtf16(utf16FromPdfString(bytes, pdfDocEncoding));
}

} // namespace sheaf::worker
