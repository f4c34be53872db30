// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/engine/details.h"
#include "ui/paper/block_layer.h"

#include <QWidget>

class QSplitter;

/** A paper's markdown beside its page: both show the same quote, and each follows the other by blocks. */
namespace sheaf {

class ElidedLabel;
class LinkBand;
class MarkdownView;
class PageCache;
class PdfView;

class ReviewPages : public QWidget
{
    Q_OBJECT
public:
    explicit ReviewPages(PageCache* cache, QWidget* parent = nullptr);

    void setPaper(const PaperDetails* details);
    /** Its place in both; none where it has none. */
    void showQuote(const Quote& quote);
    /** Both readers' on the page, the chosen one's in the text too. */
    void showQuotes(const Quote& first, const Quote& second, ReaderRole chosen);
    /** Between the whole page's width and its words' own size. */
    void toggleZoom();
    MarkdownView* markdown() const { return m_text; }
    PdfView* pdf() const { return m_pdf; }

Q_SIGNALS:
    void wordsSelected(const QString& words);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* markdownPane();
    void showPanes();
    void showInText(const Quote& quote);
    void followPage(int page);
    void followText();
    void showPageNote(int page);

    MarkdownView* m_text;
    PdfView* m_pdf;
    LinkBand* m_band;
    QWidget* m_textPane;
    ElidedLabel* m_note;
    BlockLayer m_blocks;
    QVector<PageNote> m_notes;
    bool m_hasPages = false;
    bool m_following = false; ///< one follows the other: not back again
};

} // namespace sheaf
