// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "convert/converter.h"
#include "store/cache.h"

/**
 * Conversions and the cache. A cache that cannot be written costs a later run time and is no failure of the paper. One
 * thread at a time for each shelf.
 */
namespace sheaf {

/** A volume's finished ranges in the cache, under keys of their own, until the whole volume is there. */
class CacheShelf : public RangeShelf
{
public:
    CacheShelf(ConversionCache cache, QString documentKey);

    QByteArray get(const QString& range) override;
    void put(const QString& range, const QByteArray& packed) override;
    /** The whole is in the cache: nobody needs the ranges. */
    void clear();

private:
    QString keyOf(const QString& range) const;

    const ConversionCache m_cache;
    const QString m_documentKey;
    QStringList m_kept; ///< keys
};

/** Logs why, where it cannot. */
void keepInCache(const ConversionCache& cache, const QString& key, const QByteArray& packed);

/** What the cache has, else converted and put there. `fresh`: converted in any case. */
Result<Conversion> convertThroughCache(Converter& converter, const ConversionCache& cache, const ConvertInput& input,
                                       ConvertOptions options, bool fresh, std::stop_token stop);

} // namespace sheaf
