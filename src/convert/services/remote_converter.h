// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "convert/services/remote_service.h"

/**
 * The converter around a service. Beside the waiting it reads the words of the pages, which are the ground for proof,
 * so that nothing is left to do between an answer and the next document but to put the blocks on the pages. Where a
 * page has no words, as a scan, the service's words are spread over the boxes that it gave, if it gave any. A PDF's own
 * failure (pdf.encrypted …) is told where it explains the service's. Thread-safe.
 */
namespace sheaf {

class RemoteConverter : public Converter
{
public:
    /** `label`: the user's name for the service's version, part of the cache key beside the address. */
    RemoteConverter(std::unique_ptr<RemoteService> service, const QString& address, const QString& label);

    QString kind() const override { return m_service->kind(); }
    void prepare(std::stop_token stop) override { m_service->prepare(std::move(stop)); }
    QString cacheLabel() const override;
    bool accepts(const ConvertInput& input) const override;
    Result<Conversion> convert(const ConvertInput& input, const ConvertOptions& options,
                               const ConvertProgress& progress, std::stop_token stop) override;

private:
    const std::unique_ptr<RemoteService> m_service;
    const QString m_address, m_label;
};

} // namespace sheaf
