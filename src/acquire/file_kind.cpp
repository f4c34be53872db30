// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/acquire_failure.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr qint64 hashedAtOnce = 1 << 20;

constexpr qsizetype pdfHeaderWindow = 1024; // where readers look for "%PDF-", after whatever a server put before it

bool isNamedAsText(const QString& fileName)
{
    static const QStringList endings{u"md"_s, u"markdown"_s, u"mkd"_s, u"txt"_s, u"text"_s};
    return endings.contains(QFileInfo(fileName).suffix().toLower());
}

bool isHtml(const QByteArray& head)
{
    QByteArray start = head.left(pdfHeaderWindow).toLower();
    if (start.startsWith("\xef\xbb\xbf"))
        start.remove(0, 3);
    start = start.trimmed();
    return start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("<head") ||
           (start.startsWith('<') && start.contains("<html"));
}

bool isText(const QByteArray& head)
{
    const bool isUtf16 = head.startsWith("\xff\xfe") || head.startsWith("\xfe\xff");
    return isUtf16 || !head.contains('\0');
}

} // namespace

FileKind sniffFile(const QByteArray& head, const QString& fileName)
{
    if (head.isEmpty())
        return FileKind::Empty;
    if (isNamedAsText(fileName) && isText(head) && !head.startsWith("%PDF-"))
        return isHtml(head) ? FileKind::Html : FileKind::Markdown;
    if (isHtml(head))
        return FileKind::Html;
    if (head.left(pdfHeaderWindow).contains("%PDF-"))
        return FileKind::Pdf;
    if (head.startsWith("PK\x03\x04"))
        return FileKind::Zip;
    return FileKind::Unknown;
}

Result<QByteArray> hashFile(const QString& path, std::stop_token stop)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    bool isReadable = file.open(QIODevice::ReadOnly);
    while (isReadable && !file.atEnd()) {
        if (stop.stop_requested())
            return std::unexpected(acquireStopped());
        const QByteArray piece = file.read(hashedAtOnce);
        isReadable = !piece.isEmpty();
        hash.addData(piece);
    }
    if (!isReadable)
        return std::unexpected(unreadable(path + ": "_L1 + file.errorString()));
    return hash.result().toHex();
}

} // namespace sheaf
