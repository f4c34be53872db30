// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "convert/converter.h"

/**
 * The converter of Sheaf's own: one pass over the pages in the sandboxed page worker, pages without a text of their own
 * read from their pictures, layout, markdown. Thread-safe: it keeps no state between calls. Failures: those of
 * readPdf().
 */
namespace sheaf {

class PageEyes;

class NativeConverter : public Converter
{
public:
    /** `eyes` reads pages without a text of their own, in the presets balanced and quality; null = never. */
    explicit NativeConverter(std::shared_ptr<const PageEyes> eyes = {});

    QString kind() const override;
    QString cacheLabel() const override;
    bool accepts(const ConvertInput& input) const override;
    Result<Conversion> convert(const ConvertInput& input, const ConvertOptions& options,
                               const ConvertProgress& progress, std::stop_token stop) override;

private:
    const std::shared_ptr<const PageEyes> m_eyes;
};

} // namespace sheaf
