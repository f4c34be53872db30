// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/conversion_pack.h"

#include <QDataStream>
#include <QIODevice>
#include <QJsonDocument>

#include <cmath>

namespace sheaf {

namespace {

constexpr quint32 magic = 0x53484356; // "SHCV"
constexpr quint16 version = 4;
constexpr int compression = 3; ///< most of the gain for a fraction of the time
constexpr qint64 mostBytes = qint64(1) << 30;
constexpr qint64 mostGain = 1100; ///< deflate cannot pack better: a larger claim is a lie
constexpr quint32 mostItems = 5'000'000;

void prepare(QDataStream& stream)
{
    stream.setVersion(QDataStream::Qt_6_4);
    stream.setFloatingPointPrecision(QDataStream::SinglePrecision);
}

template <typename T, typename Write> void writeList(QDataStream& out, const QVector<T>& list, Write write)
{
    out << quint32(list.size());
    for (const T& item : list)
        write(out, item);
}

/** Stops at the first item that is not there: a claimed length reserves nothing. */
template <typename T, typename Read> void readList(QDataStream& in, QVector<T>& list, Read read)
{
    quint32 size = 0;
    in >> size;
    if (size > mostItems)
        in.setStatus(QDataStream::ReadCorruptData);
    for (quint32 i = 0; i < size && in.status() == QDataStream::Ok; ++i)
        list.append(read(in));
}

void writeRectangle(QDataStream& out, const QRectF& r)
{
    out << float(r.left()) << float(r.top()) << float(r.right()) << float(r.bottom());
}

QRectF readRectangle(QDataStream& in)
{
    float left = 0, top = 0, right = 0, bottom = 0;
    in >> left >> top >> right >> bottom;
    if (!std::isfinite(left + top + right + bottom))
        in.setStatus(QDataStream::ReadCorruptData);
    return QRectF(QPointF(left, top), QPointF(right, bottom));
}

void writeRegion(QDataStream& out, const PageBox& region)
{
    out << qint32(region.page);
    writeRectangle(out, region.box);
}

PageBox readRegion(QDataStream& in)
{
    qint32 page = 0;
    in >> page;
    return {page, readRectangle(in)};
}

BlockKind readKind(QDataStream& in)
{
    quint8 kind = 0;
    in >> kind;
    if (kind > quint8(BlockKind::Furniture))
        in.setStatus(QDataStream::ReadCorruptData);
    return BlockKind(kind);
}

void writeConverted(QDataStream& out, const ConvertedBlock& b)
{
    out << quint8(b.kind) << qint32(b.level) << qint32(b.begin) << qint32(b.end) << b.confidence;
    writeList(out, b.regions, writeRegion);
}

ConvertedBlock readConverted(QDataStream& in)
{
    ConvertedBlock b;
    b.kind = readKind(in);
    qint32 level = 0, begin = 0, end = 0;
    in >> level >> begin >> end >> b.confidence;
    b.level = level;
    b.begin = begin;
    b.end = end;
    readList(in, b.regions, readRegion);
    return b;
}

void writeCell(QDataStream& out, const TableCell& c)
{
    out << c.text << qint32(c.row) << qint32(c.column) << qint32(c.rowSpan) << qint32(c.columnSpan) << c.header;
    writeRectangle(out, c.box);
}

TableCell readCell(QDataStream& in)
{
    TableCell c;
    qint32 row = 0, column = 0, rowSpan = 1, columnSpan = 1;
    in >> c.text >> row >> column >> rowSpan >> columnSpan >> c.header;
    c.row = row;
    c.column = column;
    c.rowSpan = rowSpan;
    c.columnSpan = columnSpan;
    c.box = readRectangle(in);
    return c;
}

void writeBlock(QDataStream& out, const Block& b)
{
    out << quint8(b.kind) << qint32(b.level) << b.text << b.marker << b.label << qint32(b.rows) << qint32(b.columns)
        << qint32(b.relates) << b.confidence;
    writeList(out, b.regions, writeRegion);
    writeList(out, b.cells, writeCell);
}

Block readBlock(QDataStream& in)
{
    Block b;
    b.kind = readKind(in);
    qint32 level = 0, rows = 0, columns = 0, relates = -1;
    in >> level >> b.text >> b.marker >> b.label >> rows >> columns >> relates >> b.confidence;
    b.level = level;
    b.rows = rows;
    b.columns = columns;
    b.relates = relates;
    readList(in, b.regions, readRegion);
    readList(in, b.cells, readCell);
    return b;
}

void writeAudit(QDataStream& out, const PageAudit& a)
{
    out << qint32(a.page) << float(a.confidence) << float(a.coverage) << qint32(a.words);
    writeList(out, a.reasons, [](QDataStream& to, const QString& reason) { to << reason; });
}

PageAudit readAudit(QDataStream& in)
{
    PageAudit a;
    qint32 page = 0, words = 0;
    float confidence = 0, coverage = 0;
    in >> page >> confidence >> coverage >> words;
    readList(in, a.reasons, [](QDataStream& from) { // not Qt's own, which reserves what is claimed
        QString reason;
        from >> reason;
        return reason;
    });
    a.page = page;
    a.words = words;
    a.confidence = confidence;
    a.coverage = coverage;
    return a;
}

/** The ranges are used to cut the markdown: they must lie in it. */
bool rangesFit(const Conversion& c)
{
    return std::ranges::all_of(c.blocks, [&](const ConvertedBlock& b) {
        return b.begin >= 0 && b.begin <= b.end && b.end <= c.markdown.size();
    });
}

/** qCompress() puts the length in front, which is all that stands between hostile bytes and the memory. */
bool claimsPlausibleLength(const QByteArray& bytes)
{
    if (bytes.size() < 4)
        return false;
    const auto byte = [&](int i) { return qint64(quint8(bytes[i])); };
    const qint64 claimed = byte(0) << 24 | byte(1) << 16 | byte(2) << 8 | byte(3);
    return claimed <= mostBytes && claimed <= bytes.size() * mostGain;
}

/** The bytes that a packed piece holds; empty where it is none. */
QByteArray unpacked(const QByteArray& bytes)
{
    return claimsPlausibleLength(bytes) ? qUncompress(bytes) : QByteArray();
}

void writePages(QDataStream& out, const PackedPages& pages)
{
    out << pages.text << pages.layout;
}

PackedPages readPages(QDataStream& in)
{
    PackedPages pages;
    in >> pages.text >> pages.layout;
    return pages;
}

QByteArray packHead(const Conversion& c)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    prepare(out);
    out << qint32(c.pages) << c.title << c.doi << c.converter << c.version << c.milliseconds
        << QJsonDocument(c.metadata).toJson(QJsonDocument::Compact);
    return qCompress(bytes, compression);
}

bool readHead(const QByteArray& packed, Conversion& c)
{
    const QByteArray bytes = unpacked(packed);
    QDataStream in(bytes);
    prepare(in);
    qint32 pages = 0;
    QByteArray metadata;
    in >> pages >> c.title >> c.doi >> c.converter >> c.version >> c.milliseconds >> metadata;
    c.pages = pages;
    c.metadata = QJsonDocument::fromJson(metadata).object();
    return in.status() == QDataStream::Ok && in.atEnd();
}

QByteArray packText(const Conversion& part)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    prepare(out);
    out << part.markdown.toUtf8() << QJsonDocument(part.references).toJson(QJsonDocument::Compact);
    writeList(out, part.blocks, writeConverted);
    writeList(out, part.audits, writeAudit);
    return qCompress(bytes, compression);
}

QByteArray packLayout(const Conversion& part)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    prepare(out);
    writeList(out, part.layout, writeBlock);
    out << packWords(part.words);
    return qCompress(bytes, compression);
}

} // namespace

PackedPages packPages(const Conversion& part)
{
    return {packText(part), packLayout(part), 0};
}

bool unpackText(const PackedPages& packed, Conversion& part)
{
    const QByteArray bytes = unpacked(packed.text);
    QDataStream in(bytes);
    prepare(in);
    QByteArray markdown, references;
    in >> markdown >> references;
    part.markdown = QString::fromUtf8(markdown);
    part.references = QJsonDocument::fromJson(references).array();
    readList(in, part.blocks, readConverted);
    readList(in, part.audits, readAudit);
    return in.status() == QDataStream::Ok && in.atEnd() && rangesFit(part);
}

bool unpackLayout(const PackedPages& packed, QVector<Block>& layout, QVector<PageWords>& words)
{
    const QByteArray bytes = unpacked(packed.layout);
    QDataStream in(bytes);
    prepare(in);
    readList(in, layout, readBlock);
    QByteArray packedWords;
    in >> packedWords;
    if (in.status() != QDataStream::Ok || !in.atEnd() || !claimsPlausibleLength(packedWords))
        return false;
    auto found = unpackWords(packedWords);
    if (!found)
        return false;
    words = *std::move(found);
    for (PageWords& page : words) {
        for (PageWord& word : page.words) {
            if (word.block >= 0)
                word.block += packed.firstBlock;
        }
    }
    return true;
}

QByteArray packConversion(const Conversion& c)
{
    const QVector<PackedPages> pages = c.packed.isEmpty() ? QVector<PackedPages>{packPages(c)} : c.packed;
    const QByteArray head = packHead(c);
    qsizetype size = head.size();
    for (const PackedPages& one : pages)
        size += one.text.size() + one.layout.size();
    QByteArray bytes;
    bytes.reserve(size + 16 * (pages.size() + 2)); // a volume's would be there twice while it grows
    QDataStream out(&bytes, QIODevice::WriteOnly);
    prepare(out);
    out << magic << version << head;
    writeList(out, pages, writePages);
    return bytes;
}

std::optional<Conversion> unpackConversion(const QByteArray& bytes)
{
    QDataStream in(bytes);
    prepare(in);
    quint32 foundMagic = 0;
    quint16 foundVersion = 0;
    in >> foundMagic >> foundVersion;
    if (foundMagic != magic || foundVersion != version)
        return std::nullopt;
    Conversion c;
    QByteArray head;
    in >> head;
    readList(in, c.packed, readPages);
    if (in.status() != QDataStream::Ok || !in.atEnd() || !readHead(head, c) || c.packed.isEmpty())
        return std::nullopt;
    if (c.packed.size() == 1) {
        const PackedPages all = c.packed.takeFirst();
        return unpackText(all, c) && unpackLayout(all, c.layout, c.words) ? std::optional(std::move(c)) : std::nullopt;
    }
    for (PackedPages& pages : c.packed) {
        Conversion part;
        if (!unpackText(pages, part))
            return std::nullopt;
        pages.firstBlock = int(c.blocks.size());
        appendText(c, part);
    }
    return c;
}

} // namespace sheaf
