// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/pdf_document.h"
#include "pipeline/engine/details.h"
#include "pipeline/engine/work_pool.h"

#include <QCache>

namespace sheaf {

namespace {

struct PageKey
{
    QString path;
    int page = 0;
    double dpi = 0;

    bool operator==(const PageKey&) const = default;
};

size_t qHash(const PageKey& key, size_t seed = 0)
{
    return qHashMulti(seed, key.path, key.page, key.dpi);
}

struct Wish
{
    PageKey key;
    QString password;
};

constexpr qsizetype KeptBytes = qsizetype(96) << 20;
constexpr qsizetype LongestWaitingLine = 8; ///< older wishes are of pages that were scrolled past

} // namespace

struct PageRenderer::Private
{
    explicit Private(PageRenderer* owner) : q(owner) { kept.setMaxCost(KeptBytes); }
    ~Private() { stop.request_stop(); }

    void deliver(const PageKey& key, const PagePicture& picture)
    {
        Q_EMIT q->ready(key.path, key.page, key.dpi, picture.width, picture.height, picture.pageSize, picture.pixels);
    }

    void renderNext()
    {
        if (busy || wishes.isEmpty())
            return;
        busy = true;
        const Wish wish = wishes.takeLast(); // the newest is the page that is looked at
        pool.run(
            [wish, token = stop.get_token()] {
                return renderPdfPage(wish.key.path, wish.key.page, wish.key.dpi, token, wish.password);
            },
            [this, key = wish.key](const Result<PagePicture>& picture) {
                busy = false;
                if (picture) {
                    kept.insert(key, new PagePicture(*picture), picture->pixels.size());
                    deliver(key, *picture);
                } else {
                    Q_EMIT q->failed(key.path, key.page, picture.error());
                }
                renderNext();
            });
    }

    PageRenderer* q;
    QVector<Wish> wishes;
    QCache<PageKey, PagePicture> kept;
    bool busy = false;
    std::stop_source stop;
    WorkPool pool{1};
};

PageRenderer::PageRenderer(QObject* parent) : QObject(parent), d(std::make_unique<Private>(this)) {}
PageRenderer::~PageRenderer() = default;

void PageRenderer::request(const QString& path, int page, double dpi, const QString& password)
{
    const PageKey key{path, page, dpi};
    if (const PagePicture* known = d->kept.object(key)) {
        QMetaObject::invokeMethod(
            this, [this, key, picture = *known] { d->deliver(key, picture); }, Qt::QueuedConnection);
        return;
    }
    d->wishes.removeIf([&](const Wish& wish) { return wish.key == key; });
    d->wishes.append({key, password});
    if (d->wishes.size() > LongestWaitingLine)
        d->wishes.removeFirst();
    d->renderNext();
}

} // namespace sheaf
