// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/details_loader.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

namespace sheaf {

std::optional<PaperDetails> detailsFromFile(const QString& file, PaperId paper)
{
    const auto store = StoreReader::open(file);
    return store ? loadDetails(**store, paper) : std::nullopt;
}

DetailsLoader::DetailsLoader(DetailsSource source, QObject* parent) : QObject(parent), m_source(std::move(source)) {}

DetailsLoader::~DetailsLoader() = default;

void DetailsLoader::load(const QString& file, PaperId paper)
{
    m_next = Request{file, paper};
    if (!m_busy)
        start();
}

void DetailsLoader::start()
{
    const Request request = *std::exchange(m_next, std::nullopt);
    m_busy = true;
    QThreadPool::globalInstance()->start(
        [source = m_source, request, self = QPointer<DetailsLoader>(this), context = qApp]() mutable {
            std::shared_ptr<const PaperDetails> details;
            if (auto found = source(request.file, request.paper))
                details = std::make_shared<const PaperDetails>(std::move(*found));
            // Back on the main thread first: only there is it certain whether the loader still exists.
            QMetaObject::invokeMethod(context, [self = std::move(self), request, details = std::move(details)] {
                if (!self)
                    return;
                self->m_busy = false;
                if (self->m_next)
                    self->start();
                else
                    Q_EMIT self->loaded(request.paper, details);
            });
        });
}

} // namespace sheaf
