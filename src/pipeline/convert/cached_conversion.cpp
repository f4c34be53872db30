// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/convert/cached_conversion.h"

#include "core/log.h"

using namespace Qt::StringLiterals;

namespace sheaf {

CacheShelf::CacheShelf(ConversionCache cache, QString documentKey)
    : m_cache(std::move(cache)), m_documentKey(std::move(documentKey))
{}

QString CacheShelf::keyOf(const QString& range) const
{
    return ConversionCache::key(m_documentKey.toLatin1(), range, u"range"_s);
}

QByteArray CacheShelf::get(const QString& range)
{
    const QString key = keyOf(range);
    QByteArray packed = m_cache.get(key);
    if (!packed.isEmpty())
        m_kept.append(key);
    return packed;
}

void CacheShelf::put(const QString& range, const QByteArray& packed)
{
    m_kept.append(keyOf(range));
    keepInCache(m_cache, m_kept.last(), packed);
}

void CacheShelf::clear()
{
    for (const QString& key : std::exchange(m_kept, {}))
        m_cache.remove(key);
}

void keepInCache(const ConversionCache& cache, const QString& key, const QByteArray& packed)
{
    if (const auto kept = cache.put(key, packed); !kept)
        qCWarning(logPipeline) << "cache:" << kept.error().code << kept.error().detail;
}

Result<Conversion> convertThroughCache(Converter& converter, const ConversionCache& cache, const ConvertInput& input,
                                       ConvertOptions options, bool fresh, std::stop_token stop)
{
    converter.prepare(stop);
    const QString key = ConversionCache::key(input.sha256, options.preset, converter.cacheLabel());
    if (!fresh)
        if (auto known = unpackConversion(cache.get(key)))
            return *std::move(known);
    CacheShelf shelf(cache, key);
    if (!fresh)
        options.shelf = &shelf;
    auto made = converter.convert(input, options, {}, std::move(stop));
    if (!made)
        return made;
    keepInCache(cache, key, packConversion(*made));
    shelf.clear();
    return made;
}

} // namespace sheaf
