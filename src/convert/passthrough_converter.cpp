// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/passthrough_converter.h"

#include "convert/markdown_blocks.h"
#include "core/identifiers.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr qint64 mostBytes = qint64(64) << 20; ///< more than any paper; a table of data is none
constexpr qsizetype headLength = 3000;         ///< where a paper prints its own DOI, not those it cites

bool hasByteOrderMark(const QByteArray& head)
{
    return QStringConverter::encodingForData(head).has_value();
}

bool isText(const QByteArray& head)
{
    const QByteArray start = head.left(200).trimmed().toLower();
    if (start.startsWith("<!doctype") || start.startsWith("<html") || start.startsWith("<?xml"))
        return false;
    return !head.contains("%PDF-") && (hasByteOrderMark(head) || !head.contains('\0'));
}

/** By its byte order mark, else UTF-8, else Latin-1, which every byte is. */
QString decoded(const QByteArray& bytes)
{
    const auto marked = QStringConverter::encodingForData(bytes);
    QStringDecoder decoder(marked.value_or(QStringConverter::Utf8));
    QString text = decoder(bytes);
    if (decoder.hasError() && !marked)
        text = QString::fromLatin1(bytes);
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    return text.remove(QChar::ByteOrderMark);
}

} // namespace

QString PassthroughConverter::kind() const
{
    return u"passthrough"_s;
}

QString PassthroughConverter::cacheLabel() const
{
    return u"passthrough 1"_s;
}

bool PassthroughConverter::accepts(const ConvertInput& input) const
{
    QFile file(input.path);
    return file.open(QIODevice::ReadOnly) && isText(file.read(4096));
}

Result<Conversion> PassthroughConverter::convert(const ConvertInput& input, const ConvertOptions&,
                                                 const ConvertProgress&, std::stop_token)
{
    QElapsedTimer clock;
    clock.start();
    QFile file(input.path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Stage::Convert, u"convert.unreadable"_s,
                    QCoreApplication::translate("convert", "The document cannot be read."), file.errorString(), true);
    if (file.size() > mostBytes)
        return fail(Stage::Convert, u"convert.not-text"_s,
                    QCoreApplication::translate("convert", "The document is too large to be a paper's text."),
                    u"%1 bytes"_s.arg(file.size()));
    const QByteArray bytes = file.readAll();
    if (bytes.trimmed().isEmpty())
        return fail(Stage::Convert, u"convert.empty"_s, QCoreApplication::translate("convert", "The file is empty."),
                    u"%1 bytes"_s.arg(bytes.size()));
    if (!isText(bytes))
        return fail(Stage::Convert, u"convert.not-text"_s,
                    QCoreApplication::translate("convert", "The document is neither a PDF nor text."));

    Conversion conversion;
    conversion.markdown = decoded(bytes);
    conversion.blocks = markdownBlocks(conversion.markdown);
    conversion.title = markdownTitle(conversion.markdown, conversion.blocks);
    conversion.doi =
        findDois(QStringView(conversion.markdown).first(std::min(headLength, conversion.markdown.size()))).value(0);
    conversion.converter = kind();
    conversion.version = u"1"_s;
    conversion.milliseconds = clock.elapsed();
    return conversion;
}

} // namespace sheaf
