// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/courier/spool.h"

#include "read/read_failure.h"
#include "read/read_text.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** A new name in a folder is on disk only once the folder is. */
void syncFolder(const QString& folder)
{
    const int fd = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    ::fsync(fd);
    ::close(fd);
}

bool writeFile(const QString& folder, const QString& path, const QByteArray& head, const QByteArray& body)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(head) != head.size() || file.write(body) != body.size() ||
        !file.commit())
        return false;
    syncFolder(folder);
    return true;
}

QJsonObject failureToJson(const Failure& failure)
{
    return {{u"code"_s, failure.code},
            {u"message"_s, failure.message},
            {u"detail"_s, failure.detail},
            {u"retryable"_s, failure.retryable}};
}

QJsonObject replyToJson(const HttpReply& reply)
{
    QJsonArray headers;
    for (const HttpHeader& header : reply.headers) {
        if (header.name.compare("set-cookie", Qt::CaseInsensitive) != 0)
            headers.append(QJsonArray{QString::fromLatin1(header.name), QString::fromLatin1(header.value)});
    }
    return {{u"status"_s, reply.status}, {u"headers"_s, headers}};
}

Result<HttpReply> replyFromJson(const QJsonObject& head, const QByteArray& body)
{
    if (const QJsonObject failure = head.value(u"failure"_s).toObject(); !failure.isEmpty())
        return fail(Stage::Read, failure.value(u"code"_s).toString(), failure.value(u"message"_s).toString(),
                    failure.value(u"detail"_s).toString(), failure.value(u"retryable"_s).toBool());
    HttpReply reply{.status = head.value(u"status"_s).toInt(), .body = body};
    const QJsonArray headers = head.value(u"headers"_s).toArray();
    for (const QJsonValue& header : headers)
        reply.headers.append({.name = header[0].toString().toLatin1(), .value = header[1].toString().toLatin1()});
    return reply;
}

} // namespace

QString Spool::path(const QString& id, const char* suffix) const
{
    return u"%1/%2.%3"_s.arg(m_folder, id, QString::fromLatin1(suffix));
}

int Spool::lock(const QString& id) const
{
    if (m_folder.isEmpty() || !QDir().mkpath(m_folder))
        return -1;
    const int fd = ::open(QFile::encodeName(lockPath(id)).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd >= 0 && ::flock(fd, LOCK_EX | LOCK_NB) != 0) {
        ::close(fd);
        return -1;
    }
    return fd;
}

Spool::Trace Spool::trace(const QString& id) const
{
    const int fd = ::open(QFile::encodeName(lockPath(id)).constData(), O_RDONLY | O_CLOEXEC);
    // Shared, so that two that look do not take each other for a courier.
    const bool alive = fd >= 0 && ::flock(fd, LOCK_SH | LOCK_NB) != 0;
    if (fd >= 0)
        ::close(fd);
    if (alive)
        return Trace::Underway;
    if (QFile::exists(path(id, "reply")))
        return Trace::Replied;
    return QFile::exists(path(id, "sent")) ? Trace::InDoubt : Trace::Nothing;
}

Result<HttpReply> Spool::reply(const QString& id) const
{
    QFile file(path(id, "reply"));
    const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    const qsizetype end = bytes.indexOf('\n');
    const QJsonObject head = QJsonDocument::fromJson(bytes.first(std::max<qsizetype>(end, 0))).object();
    if (head.isEmpty())
        return std::unexpected(readFailure("read.in-doubt",
                                           ReadText::tr("The answer on disk cannot be read. It may have been paid."),
                                           file.fileName(), true));
    return replyFromJson(head, bytes.sliced(end + 1));
}

qint64 Spool::sentAt(const QString& id) const
{
    QFile file(path(id, "sent"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').first().toLongLong() : 0;
}

bool Spool::markSent(const QString& id) const
{
    return writeFile(m_folder, path(id, "sent"),
                     QByteArray::number(QDateTime::currentMSecsSinceEpoch()) + ' ' + QByteArray::number(::getpid()),
                     {});
}

bool Spool::writeReply(const QString& id, const Result<HttpReply>& reply) const
{
    const QJsonObject head = reply ? replyToJson(*reply) : QJsonObject{{u"failure"_s, failureToJson(reply.error())}};
    return writeFile(m_folder, path(id, "reply"), QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n',
                     reply ? reply->body : QByteArray());
}

void Spool::clear(const QString& id) const
{
    // In this order: killed in between, the reply is still there and says what became of it.
    QFile::remove(path(id, "sent"));
    QFile::remove(path(id, "reply"));
    QFile::remove(path(id, "lock"));
}

void Spool::clearCall(const QString& callId) const
{
    if (m_folder.isEmpty()) // for QDir that is the current folder
        return;
    const QStringList names = QDir(m_folder).entryList({callId + u".*"_s}, QDir::Files);
    for (const QString& name : names)
        QFile::remove(m_folder + u'/' + name);
}

void Spool::clearOld() const
{
    if (m_folder.isEmpty())
        return;
    constexpr qint64 days = 30; // results live 29 days
    const QDateTime oldest = QDateTime::currentDateTimeUtc().addDays(-days);
    const QFileInfoList files = QDir(m_folder).entryInfoList({u"*.lock"_s, u"*.sent"_s, u"*.reply"_s}, QDir::Files);
    for (const QFileInfo& file : files) {
        if (file.lastModified() < oldest)
            QFile::remove(file.filePath());
    }
}

} // namespace sheaf
