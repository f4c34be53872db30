// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "convert/converter.h"

/**
 * Documents that are text already: markdown goes through as it is, plain text too. Decodes, evens line ends, finds the
 * blocks; there are no pages. Thread-safe: no state. Failures: convert.unreadable, convert.empty, convert.not-text.
 */
namespace sheaf {

class PassthroughConverter : public Converter
{
public:
    QString kind() const override;
    QString cacheLabel() const override;
    bool accepts(const ConvertInput& input) const override;
    Result<Conversion> convert(const ConvertInput& input, const ConvertOptions& options,
                               const ConvertProgress& progress, std::stop_token stop) override;
};

} // namespace sheaf
