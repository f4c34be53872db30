// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/page_cache.h"

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr int mostKilobytes = 64 * 1024;

} // namespace

PageCache::PageCache(QObject* parent) : QObject(parent), m_pictures(mostKilobytes)
{
    connect(&m_renderer, &PageRenderer::ready, this,
            [this](const QString& path, int page, double dpi, int width, int height, QSizeF pageSize,
                   const QByteArray& pixels) {
                if (width <= 0 || height <= 0 || pixels.size() < qsizetype(width) * height * 4)
                    return;
                const QImage borrowed(reinterpret_cast<const uchar*>(pixels.constData()), width, height, width * 4,
                                      QImage::Format_RGB32);
                m_pictures.insert(key(path, page), new CachedPage{borrowed.copy(), pageSize, dpi},
                                  std::min(mostKilobytes, int(pixels.size() / 1024) + 1));
                m_asked.remove(key(path, page));
                Q_EMIT changed(path, page);
            });
    connect(&m_renderer, &PageRenderer::failed, this, [this](const QString& path, int page, const Failure& failure) {
        m_asked.remove(key(path, page));
        m_failures.insert(key(path, page), failure.message);
        Q_EMIT changed(path, page);
    });
}

QString PageCache::key(const QString& path, int page)
{
    return u"%1|%2"_s.arg(page).arg(path);
}

const CachedPage* PageCache::page(const QString& path, int number, double dpi)
{
    const QString k = key(path, number);
    const CachedPage* picture = m_pictures.object(k);
    const bool right = picture && qAbs(picture->dpi - dpi) < 1;
    if (!right && !m_failures.contains(k) && qAbs(m_asked.value(k) - dpi) >= 1) {
        m_asked.insert(k, dpi);
        m_renderer.request(path, number, dpi, m_passwords.value(path));
    }
    return picture;
}

QString PageCache::failure(const QString& path, int number) const
{
    return m_failures.value(key(path, number));
}

void PageCache::setPassword(const QString& path, const QString& password)
{
    m_passwords.insert(path, password);
    m_failures.clear();
}

} // namespace sheaf
