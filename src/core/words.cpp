// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words.h"

#include <QDataStream>
#include <QIODevice>
#include <QtEndian>

#include <optional>

namespace sheaf {

namespace {

constexpr quint32 magic = 0x53485744; // "SHWD"
constexpr quint16 version = 1;
constexpr quint32 mostPages = 100'000;
constexpr quint32 mostWords = 1'000'000; // a page

void write(QDataStream& out, const PageWord& w)
{
    out << w.text << float(w.box.left()) << float(w.box.top()) << float(w.box.right()) << float(w.box.bottom())
        << qint32(w.line) << qint16(w.column) << qint32(w.block) << qint16(w.row) << qint16(w.cell) << w.joinsNext;
}

PageWord readWord(QDataStream& in)
{
    PageWord w;
    float left = 0, top = 0, right = 0, bottom = 0;
    qint32 line = 0, block = 0;
    qint16 column = 0, row = 0, cell = 0;
    in >> w.text >> left >> top >> right >> bottom >> line >> column >> block >> row >> cell >> w.joinsNext;
    w.box = QRectF(QPointF(left, top), QPointF(right, bottom));
    w.line = line;
    w.column = column;
    w.block = block;
    w.row = row;
    w.cell = cell;
    return w;
}

void prepare(QDataStream& stream)
{
    stream.setVersion(QDataStream::Qt_6_4);
    stream.setFloatingPointPrecision(QDataStream::SinglePrecision);
}

} // namespace

QByteArray packWords(const QVector<PageWords>& pages)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    prepare(out);
    out << magic << version << quint32(pages.size());
    for (const PageWords& page : pages) {
        out << qint32(page.page) << float(page.size.width()) << float(page.size.height()) << quint32(page.words.size());
        for (const PageWord& word : page.words)
            write(out, word);
    }
    return qCompress(bytes, 6);
}

std::optional<QVector<PageWords>> unpackWords(const QByteArray& packed)
{
    // qUncompress believes the size that the bytes claim for themselves; zlib never shrinks by more than 1,032 : 1.
    const qint64 claimed = packed.size() < 4 ? 0 : qFromBigEndian<quint32>(packed.constData());
    if (claimed > qint64(packed.size()) * 1032)
        return std::nullopt;
    const QByteArray bytes = qUncompress(packed);
    QDataStream in(bytes);
    prepare(in);
    quint32 foundMagic = 0, pageCount = 0;
    quint16 foundVersion = 0;
    in >> foundMagic >> foundVersion >> pageCount;
    if (foundMagic != magic || foundVersion != version || pageCount > mostPages)
        return std::nullopt;
    QVector<PageWords> pages;
    for (quint32 p = 0; p < pageCount && in.status() == QDataStream::Ok; ++p) {
        qint32 number = 0;
        float width = 0, height = 0;
        quint32 wordCount = 0;
        in >> number >> width >> height >> wordCount;
        if (wordCount > mostWords)
            return std::nullopt;
        PageWords page{number, QSizeF(width, height), {}};
        for (quint32 w = 0; w < wordCount && in.status() == QDataStream::Ok; ++w)
            page.words.append(readWord(in));
        pages.append(std::move(page));
    }
    if (in.status() != QDataStream::Ok || !in.atEnd())
        return std::nullopt;
    return pages;
}

} // namespace sheaf
