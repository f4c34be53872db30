// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/acquirer.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

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

Result<QByteArray> hashFile(const QString& path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return fail(Stage::Acquire, u"acquire.file-missing"_s,
                    QCoreApplication::translate("acquire", "The file cannot be read."),
                    path + ": "_L1 + file.errorString());
    return hash.result().toHex();
}

} // namespace sheaf
