// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "convert/marker_server_converter.h"

/** The uploads that one document takes, on the caller's thread. */
namespace sheaf {

class MarkerUpload
{
public:
    MarkerUpload(const MarkerServerConverter::Options& service, const ConvertInput& input, bool forceOcr,
                 std::stop_token stop);

    /** Markdown with page marks. */
    Result<QString> whole();
    /** Again, after the device had not enough memory: in halves, down to single pages. */
    Result<QString> inHalves(int pages);

private:
    Result<QString> send(const QByteArray& pageRange);
    Result<QString> range(int first, int last);

    const MarkerServerConverter::Options& m_service;
    const QByteArray m_fileName;
    const bool m_forceOcr;
    const std::stop_token m_stop;
    QByteArray m_document;
    QString m_readError; ///< of the file
};

} // namespace sheaf
