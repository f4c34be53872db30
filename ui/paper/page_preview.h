// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record.h"

#include <QAbstractButton>

/** The part of a page that holds a quote, as a picture in the summary; pressing it opens the page. */
namespace sheaf {

class PageCache;

class PagePreview : public QAbstractButton
{
    Q_OBJECT
public:
    PagePreview(PageCache* cache, const QString& path, const Quote& quote, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    PageCache* m_cache;
    QString m_path;
    Quote m_quote;
};

} // namespace sheaf
