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

void writePages(QDataStream& out, const PackedPages& pages)
{
    out << qint32(pages.firstBlock) << pages.bytes;
}

PackedPages readPages(QDataStream& in)
{
    qint32 firstBlock = 0;
    PackedPages pages;
    in >> firstBlock >> pages.bytes;
    pages.firstBlock = firstBlock;
    if (firstBlock < 0 || firstBlock > qint32(mostItems))
        in.setStatus(QDataStream::ReadCorruptData);
    return pages;
}

QByteArray packHead(const Conversion& c)
{
    QByteArray bytes;
    bytes.reserve(c.markdown.size() * 3 / 2 + c.blocks.size() * 64); // a volume's would be there twice while it grows
    QDataStream out(&bytes, QIODevice::WriteOnly);
    prepare(out);
    out << c.markdown.toUtf8() << qint32(c.pages) << c.title << c.doi << c.converter << c.version << c.milliseconds
        << QJsonDocument(c.metadata).toJson(QJsonDocument::Compact)
        << QJsonDocument(c.references).toJson(QJsonDocument::Compact);
    writeList(out, c.blocks, writeConverted);
    writeList(out, c.audits, writeAudit);
    return qCompress(bytes, compression);
}

bool readHead(const QByteArray& bytes, Conversion& c)
{
    QDataStream in(bytes);
    prepare(in);
    QByteArray markdown;
    qint32 pages = 0;
    in >> markdown >> pages >> c.title >> c.doi >> c.converter >> c.version >> c.milliseconds;
    QByteArray metadata, references;
    in >> metadata >> references;
    c.markdown = QString::fromUtf8(markdown);
    c.metadata = QJsonDocument::fromJson(metadata).object();
    c.references = QJsonDocument::fromJson(references).array();
    c.pages = pages;
    readList(in, c.blocks, readConverted);
    readList(in, c.audits, readAudit);
    return in.status() == QDataStream::Ok && in.atEnd() && rangesFit(c);
}

} // namespace

PackedPages packPages(const QVector<Block>& layout, const QVector<PageWords>& words)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    prepare(out);
    writeList(out, layout, writeBlock);
    out << packWords(words);
    return {0, qCompress(bytes, compression)};
}

bool unpackPages(const PackedPages& packed, QVector<Block>& layout, QVector<PageWords>& words)
{
    if (!claimsPlausibleLength(packed.bytes))
        return false;
    const QByteArray bytes = qUncompress(packed.bytes);
    QDataStream in(bytes);
    prepare(in);
    readList(in, layout, readBlock);
    QByteArray packedWords;
    in >> packedWords;
    if (in.status() != QDataStream::Ok || !in.atEnd() || !claimsPlausibleLength(packedWords))
        return false;
    auto unpacked = unpackWords(packedWords);
    if (!unpacked)
        return false;
    words = *std::move(unpacked);
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
    QVector<PackedPages> pages = c.packed;
    if (!c.layout.isEmpty() || !c.words.isEmpty())
        pages << packPages(c.layout, c.words);
    const QByteArray head = packHead(c);
    qsizetype size = head.size();
    for (const PackedPages& one : std::as_const(pages))
        size += one.bytes.size();
    QByteArray bytes;
    bytes.reserve(size + 16 * (pages.size() + 2));
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
    if (in.status() != QDataStream::Ok || !in.atEnd() || !claimsPlausibleLength(head) ||
        !readHead(qUncompress(head), c))
        return std::nullopt;
    if (c.packed.size() == 1 && !unpackPages(c.packed.takeFirst(), c.layout, c.words))
        return std::nullopt;
    return c;
}

} // namespace sheaf
