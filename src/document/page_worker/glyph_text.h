// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

/** From what a file says a glyph or a string means to clean UTF-16 and UTF-8. Pure functions. */
namespace sheaf::worker {

/**
 * Appends a glyph's text: ligatures are spelt out, the bullets that symbol fonts keep in the private use area become
 * real ones, control characters and what is no character at all are left out. False when nothing readable is known
 * (no code, U+FFFD or private use only; private use is kept in the text).
 */
bool appendGlyphText(std::u16string& text, std::span<const unsigned> unicode);

bool isSpace(std::u16string_view text);

/** A PDF text string (UTF-16 or UTF-8 with a byte order mark, else PDFDocEncoding) as UTF-8 and as UTF-16. */
std::u16string utf16FromPdfString(std::string_view bytes, std::span<const unsigned, 256> pdfDocEncoding);
std::string utf8FromPdfString(std::string_view bytes, std::span<const unsigned, 256> pdfDocEncoding);
std::string utf8FromUtf16(std::u16string_view text);
std::u16string utf16FromUcs4(std::span<const unsigned> text);

} // namespace sheaf::worker
