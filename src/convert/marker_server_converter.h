// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "convert/converter.h"
#include "core/secrets.h"

#include <QUrl>

/**
 * A marker_server somewhere: POST /marker/upload, one request a worker, its silence is work. A document for which the
 * server's device has not enough memory goes again in halves. Beside the waiting the pages' words are read, so that
 * nothing is left to do between an answer and the next upload but to put the blocks on the pages. Thread-safe: no
 * state but the settings. Failures: see marker_reply.h, and the PDF's own (pdf.encrypted …) where those are why.
 */
namespace sheaf {

class MarkerServerConverter : public Converter
{
public:
    struct Options
    {
        QUrl base;
        QString label; ///< the user's name for the service's version
        std::chrono::seconds deadline{1800};
        Secret key; ///< for a proxy in front; the server itself has none
    };
    explicit MarkerServerConverter(Options options);

    QString kind() const override;
    QString cacheLabel() const override;
    bool accepts(const ConvertInput& input) const override;
    Result<Conversion> convert(const ConvertInput& input, const ConvertOptions& options,
                               const ConvertProgress& progress, std::stop_token stop) override;

private:
    const Options m_options;
};

} // namespace sheaf
