// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/conversion_pack.h"
#include "core/log.h"

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

void packWhole(Conversion& conversion)
{
    if (!conversion.packed.isEmpty())
        return;
    conversion.packed << packPages(conversion);
    conversion.layout = {};
    conversion.words = {};
    conversion.references = {};
}

/** Ids are the places in the list. */
QJsonObject withId(QJsonObject reference, int number)
{
    reference["id"_L1] = u"ref-%1"_s.arg(number);
    return reference;
}

void warn()
{
    qCWarning(logConvert) << "a range of pages cannot be unpacked";
}

} // namespace

void forEachPages(const Conversion& conversion, const PagesVisitor& visit)
{
    if (conversion.packed.isEmpty())
        visit(conversion.layout, conversion.words);
    for (const PackedPages& packed : conversion.packed) {
        QVector<Block> layout;
        QVector<PageWords> words;
        if (unpackLayout(packed, layout, words))
            visit(layout, words);
        else
            warn();
    }
}

void forEachReference(const Conversion& conversion, const ReferenceVisitor& visit)
{
    for (const QJsonValue& reference : conversion.references)
        visit(reference.toObject());
    int count = 0;
    for (const PackedPages& packed : conversion.packed) {
        Conversion part;
        if (!unpackText(packed, part))
            warn();
        for (const QJsonValue& reference : std::as_const(part.references))
            visit(withId(reference.toObject(), ++count));
    }
}

QVector<PageWords> allWords(const Conversion& conversion)
{
    QVector<PageWords> all;
    forEachPages(conversion, [&](const QVector<Block>&, const QVector<PageWords>& words) { all += words; });
    return all;
}

void appendText(Conversion& whole, const Conversion& next)
{
    if (!whole.markdown.isEmpty() && !next.markdown.isEmpty())
        whole.markdown += u'\n';
    const int begin = int(whole.markdown.size());
    whole.markdown += next.markdown;
    for (ConvertedBlock block : next.blocks) {
        block.begin += begin;
        block.end += begin;
        whole.blocks << std::move(block);
    }
    whole.audits += next.audits;
}

void appendPages(Conversion& whole, Conversion&& next)
{
    packWhole(whole);
    packWhole(next);
    for (PackedPages& pages : next.packed)
        pages.firstBlock += int(whole.blocks.size());
    whole.packed += next.packed;
    appendText(whole, next);
    whole.milliseconds += next.milliseconds;
}

} // namespace sheaf
