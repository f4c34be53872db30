// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/once_body.h"

#include <cstring>

namespace sheaf {

OnceBody::OnceBody(QByteArray bytes, QObject* parent) : QIODevice(parent), m_bytes(std::move(bytes))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool OnceBody::seek(qint64 position)
{
    return position == m_read && QIODevice::seek(position);
}

qint64 OnceBody::readData(char* data, qint64 maxSize)
{
    const qint64 size = std::min<qint64>(maxSize, m_bytes.size() - m_read);
    if (size == 0 && maxSize > 0)
        return -1; // the end
    std::memcpy(data, m_bytes.constData() + m_read, size_t(size));
    m_read += size;
    return size;
}

} // namespace sheaf
