// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/engine/details.h"

#include <QCache>
#include <QHash>
#include <QImage>
#include <QObject>

/** The last rendered PDF pages as pictures, up to a number of bytes. A page that is not there is asked of the renderer,
 * once; changed() follows. Main thread. */
namespace sheaf {

struct CachedPage
{
    QImage image;
    QSizeF pageSize; ///< points
    double dpi = 0;
};

class PageCache : public QObject
{
    Q_OBJECT
public:
    explicit PageCache(QObject* parent = nullptr);

    /** The page at this resolution, else at any other while the right one is made, else null. */
    const CachedPage* page(const QString& path, int number, double dpi);
    bool isLoading() const { return !m_asked.isEmpty(); }
    QString failure(const QString& path, int number) const;
    void setPassword(const QString& path, const QString& password);

Q_SIGNALS:
    void changed(const QString& path, int page);

private:
    static QString key(const QString& path, int page);
    PageRenderer m_renderer;
    QCache<QString, CachedPage> m_pictures;
    QHash<QString, double> m_asked; ///< page → the resolution under way
    QHash<QString, QString> m_failures;
    QHash<QString, QString> m_passwords;
};

} // namespace sheaf
