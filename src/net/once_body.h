// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

/**
 * A request's body that can be read once. Qt sends a request again, by itself, when the connection closes before the
 * answer; it starts by rewinding the body, and a body that refuses keeps it from doing so (ContentReSendError).
 */
namespace sheaf {

class OnceBody : public QIODevice
{
    Q_OBJECT
public:
    explicit OnceBody(QByteArray bytes, QObject* parent = nullptr);

    qint64 size() const override { return m_bytes.size(); }
    bool seek(qint64 position) override;
    bool reset() override { return false; }

protected:
    qint64 readData(char* data, qint64 maxSize) override;
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_read = 0;
};

} // namespace sheaf
