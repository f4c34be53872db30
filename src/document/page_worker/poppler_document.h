// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/page_worker/page_record.h"

#include <expected>
#include <memory>
#include <optional>
#include <string_view>

/**
 * A PDF through poppler. The bytes must outlive the document. One document a process; may throw std::bad_alloc, and
 * poppler itself aborts when it is out of memory.
 */
namespace sheaf::worker {

struct Picture
{
    int width = 0, height = 0;
    double pageWidth = 0, pageHeight = 0;
    std::vector<unsigned char> pixels; ///< rows of width × 4 bytes, 0xFFRRGGBB in host order
};

class PopplerDocument
{
public:
    struct Private;

    static std::expected<PopplerDocument, wire::Trouble> open(std::string_view bytes, std::string_view password);
    ~PopplerDocument();
    PopplerDocument(PopplerDocument&&) noexcept;

    static const char* version();
    /** What poppler complained about first, for the log. */
    static std::string firstComplaint();

    int pageCount() const;
    InfoRecord info() const;
    /** Nothing for a page that the file promises but does not have. */
    std::optional<PageRecord> readPage(int number, std::int64_t glyphLimit);
    std::optional<Picture> render(int number, double dpi);

private:
    explicit PopplerDocument(std::unique_ptr<Private> priv);
    std::unique_ptr<Private> d;
};

} // namespace sheaf::worker
