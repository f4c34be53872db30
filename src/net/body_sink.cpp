// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/body_sink.h"

#include "net/net_failure.h"

#include <QDir>
#include <QFileInfo>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace sheaf {

BodySink::BodySink(const HttpRequest& request)
    : m_path(request.downloadTo), m_part(request.downloadTo + ".part"_L1), m_limit(request.maxBytes),
      m_stage(request.stage)
{}

BodySink::~BodySink()
{
    if (m_part.isOpen())
        m_part.remove();
}

Result<void> BodySink::expect(qint64 length)
{
    m_expected = length;
    if (length > m_limit)
        return tooLarge();
    return {};
}

Result<void> BodySink::write(const QByteArray& piece)
{
    m_size += piece.size();
    if (m_size > m_limit)
        return tooLarge();
    if (m_path.isEmpty()) {
        m_body += piece;
        return {};
    }
    const bool isOpen =
        m_part.isOpen() || m_part.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered);
    if (!isOpen || m_part.write(piece) != piece.size())
        return diskFailure();
    return {};
}

Result<QByteArray> BodySink::finish()
{
    if (m_expected >= 0 && m_size != m_expected)
        return std::unexpected(
            netFailure(m_stage, NetProblem::Dropped, u"%1 of %2 bytes arrived"_s.arg(m_size).arg(m_expected)));
    if (m_path.isEmpty())
        return m_body;
    if (const auto opened = write({}); !opened) // an empty body is a file, too
        return std::unexpected(opened.error());
    m_part.close();
    // Unlike QFile::rename, it replaces what an earlier try has left there.
    if (std::rename(QFile::encodeName(m_part.fileName()).constData(), QFile::encodeName(m_path).constData()) != 0) {
        const auto failure = netFailure(m_stage, NetProblem::Disk, m_path + ": "_L1 + qt_error_string());
        m_part.remove();
        return std::unexpected(failure);
    }
    return QByteArray();
}

std::unexpected<Failure> BodySink::tooLarge() const
{
    return std::unexpected(netFailure(m_stage, NetProblem::TooLarge, u"more than %1 bytes"_s.arg(m_limit)));
}

std::unexpected<Failure> BodySink::diskFailure() const
{
    return std::unexpected(netFailure(m_stage, NetProblem::Disk, m_part.fileName() + ": "_L1 + m_part.errorString()));
}

} // namespace sheaf
