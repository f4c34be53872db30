// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/conversion_pack.h"
#include "core/log.h"

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

void packWhole(Conversion& conversion)
{
    if (conversion.layout.isEmpty() && conversion.words.isEmpty())
        return;
    conversion.packed << packPages(conversion.layout, conversion.words);
    conversion.layout = {};
    conversion.words = {};
}

/** Ids are the places in the list. */
QJsonObject withId(QJsonObject reference, const QString& id)
{
    reference["id"_L1] = id;
    return reference;
}

} // namespace

void forEachPages(const Conversion& conversion, const PagesVisitor& visit)
{
    for (const PackedPages& packed : conversion.packed) {
        QVector<Block> layout;
        QVector<PageWords> words;
        if (unpackPages(packed, layout, words))
            visit(layout, words);
        else
            qCWarning(logConvert) << "a range of pages cannot be unpacked";
    }
    visit(conversion.layout, conversion.words);
}

QVector<PageWords> allWords(const Conversion& conversion)
{
    QVector<PageWords> all;
    forEachPages(conversion, [&](const QVector<Block>&, const QVector<PageWords>& words) { all += words; });
    return all;
}

void appendPages(Conversion& whole, Conversion&& next)
{
    packWhole(whole);
    packWhole(next);
    const int firstBlock = int(whole.blocks.size());
    for (PackedPages& pages : next.packed)
        pages.firstBlock += firstBlock;
    whole.packed += next.packed;
    if (!whole.markdown.isEmpty() && !next.markdown.isEmpty())
        whole.markdown += u'\n';
    const int begin = int(whole.markdown.size());
    whole.markdown += next.markdown;
    for (ConvertedBlock& block : next.blocks) {
        block.begin += begin;
        block.end += begin;
        whole.blocks << std::move(block);
    }
    for (const QJsonValue& reference : std::as_const(next.references))
        whole.references.append(withId(reference.toObject(), u"ref-%1"_s.arg(whole.references.size() + 1)));
    whole.audits += next.audits;
    whole.milliseconds += next.milliseconds;
}

} // namespace sheaf
