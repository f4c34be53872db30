// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record.h"

#include <QWidget>

class QLabel;
class QSpinBox;

/** The PDF tab: a page with its tools. Shows a quote's page with its words marked. */
namespace sheaf {

class PageCache;
class PageCanvas;
class KeyButton;

class PdfView : public QWidget
{
    Q_OBJECT
public:
    explicit PdfView(PageCache* cache, QWidget* parent = nullptr);

    /** Keeps the page when the file stays the same. */
    void setDocument(const QString& path, int pages);
    void showQuote(const Quote& quote);
    void goTo(int page);

private:
    void showPage();

    PageCanvas* m_canvas;
    QSpinBox* m_pageBox;
    QLabel* m_count;
    QLabel* m_zoomLabel;
    KeyButton* m_previous;
    KeyButton* m_next;
    QLabel* m_nothing;
    QWidget* m_tools;
    QString m_path;
    int m_pages = 0;
    QVector<PageBox> m_marks;
};

} // namespace sheaf
