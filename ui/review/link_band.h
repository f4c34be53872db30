// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

/** The band between a paper's markdown and its page: joins the quote's lines in both while they are to be seen. */
namespace sheaf {

class MarkdownView;
class PageCanvas;

class LinkBand : public QWidget
{
    Q_OBJECT
public:
    LinkBand(MarkdownView* text, PageCanvas* page, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    MarkdownView* m_text;
    PageCanvas* m_page;
};

} // namespace sheaf
