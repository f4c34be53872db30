// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "convert/converter.h"

#include <vector>

/**
 * The converters that the user chose, in order: a document that one cannot do goes to the next. Trouble of a service as
 * a whole is no reason to go on: it would turn a minute's absence into a run of second choices, so the stage waits.
 * Markdown and text pass through before any of them. Thread-safe.
 */
namespace sheaf {

class ConverterOrder : public Converter
{
public:
    /** At least one. */
    explicit ConverterOrder(std::vector<std::unique_ptr<Converter>> converters);
    ~ConverterOrder() override;

    QString kind() const override;
    void prepare(std::stop_token stop) override;
    QString cacheLabel() const override;
    bool accepts(const ConvertInput& input) const override;
    Result<Conversion> convert(const ConvertInput& input, const ConvertOptions& options,
                               const ConvertProgress& progress, std::stop_token stop) override;

private:
    const std::unique_ptr<Converter> m_passthrough;
    const std::vector<std::unique_ptr<Converter>> m_converters;
};

} // namespace sheaf
