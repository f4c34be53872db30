// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record.h"
#include "ui/paper/block_layer.h"
#include "ui/paper/page_canvas.h"

#include <QWidget>

class QLabel;
class QSpinBox;
class QSplitter;

/**
 * The PDF tab: a page with its tools. Shows a quote's page with its words marked and, when asked to, the conversion's
 * blocks over the page and its markdown below: pointing at or choosing a block in one sets it off in the other.
 */
namespace sheaf {

class PageCache;
class KeyButton;
class MarkdownView;

class PdfView : public QWidget
{
    Q_OBJECT
public:
    enum Blocks
    {
        Offered,
        NotOffered ///< the conversion stands beside it
    };
    explicit PdfView(PageCache* cache, Blocks blocks = Offered, QWidget* parent = nullptr);

    /** Keeps the page when the file stays the same. */
    void setDocument(const QString& path, int pages);
    void setConversion(const QString& markdown, const QVector<MarkdownBlock>& blocks);
    void showQuote(const Quote& quote);
    /** Of two readers: the page is the chosen one's. */
    void showQuotes(const Quote& first, const Quote& second, ReaderRole chosen);
    /** Whether the blocks are to be seen. */
    void showBlocks(bool shown);
    void goTo(int page);
    int page() const;
    PageCanvas* canvas() const { return m_canvas; }

Q_SIGNALS:
    void pageShown(int page);

private:
    void showPage();
    void turnTo(const Quote& quote);
    QWidget* toolRow();
    QWidget* legendRow();
    void linkBlocks();
    void chooseBlock(int block);
    void pointAtBlock(int block);

    PageCanvas* m_canvas;
    MarkdownView* m_text;
    QSplitter* m_sheet;
    QSpinBox* m_pageBox;
    QLabel* m_count;
    QLabel* m_zoomLabel;
    KeyButton* m_previous;
    KeyButton* m_next;
    KeyButton* m_blocksButton;
    QLabel* m_nothing;
    QWidget* m_legend; ///< whose words are whose, where there are two readers
    QWidget* m_tools;
    QString m_path;
    int m_pages = 0;
    PageMarks m_marks;
    QString m_markdown;
    BlockLayer m_blocks;
    int m_chosen = -1;
};

} // namespace sheaf
