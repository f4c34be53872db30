// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/review_pages.h"

#include "ui/controls/elided_label.h"
#include "ui/controls/labels.h"
#include "ui/look/theme.h"
#include "ui/paper/markdown_view.h"
#include "ui/paper/page_canvas.h"
#include "ui/paper/pdf_view.h"
#include "ui/review/link_band.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollBar>

namespace sheaf {

namespace {

constexpr int leastForBoth = 560; ///< pixels at 96 dpi

} // namespace

ReviewPages::ReviewPages(PageCache* cache, QWidget* parent)
    : QWidget(parent), m_text(new MarkdownView), m_pdf(new PdfView(cache, PdfView::NotOffered)),
      m_band(new LinkBand(m_text, m_pdf->canvas())), m_textPane(markdownPane())
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_textPane, 4);
    row->addWidget(m_band);
    row->addWidget(m_pdf, 8);
    connect(m_pdf, &PdfView::pageShown, this, &ReviewPages::followPage);
    connect(m_text->verticalScrollBar(), &QScrollBar::valueChanged, this, &ReviewPages::followText);
    connect(m_text, &QPlainTextEdit::selectionChanged, this, [this] {
        if (m_text->hasFocus() && m_text->textCursor().hasSelection())
            Q_EMIT wordsSelected(m_text->selectedWords());
    });
}

QWidget* ReviewPages::markdownPane()
{
    auto* pane = new QWidget;
    auto* head = new QHBoxLayout;
    head->setContentsMargins(theme().px(12), theme().px(6), theme().px(12), theme().px(6));
    m_note = new ElidedLabel;
    m_note->setProperty("tone", QStringLiteral("dim"));
    m_note->setFont(theme().font(FontRole::Secondary));
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_note->setMinimumHeight(theme().px(25)); // as high as the page's tools beside it
    head->setSpacing(theme().px(10));
    head->addWidget(textLabel(tr("Markdown"), FontRole::Strong));
    head->addWidget(m_note, 1);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_text, 1);
    return pane;
}

void ReviewPages::setPaper(const PaperDetails* details)
{
    m_following = true;
    m_text->set(details ? details->markdown : QString());
    m_blocks = BlockLayer(details ? details->blocks : QVector<MarkdownBlock>());
    m_notes = details ? details->pageNotes : QVector<PageNote>();
    m_hasPages = details && details->stored.status.pages > 0;
    m_pdf->setDocument(details ? details->stored.status.filePath : QString(),
                       details ? details->stored.status.pages : 0);
    showPanes();
    m_following = false;
    showPageNote(m_pdf->page());
}

void ReviewPages::showQuote(const Quote& quote)
{
    m_following = true;
    m_pdf->showQuote(quote);
    m_text->setUnderlined(false);
    showInText(quote);
}

void ReviewPages::showQuotes(const Quote& first, const Quote& second, ReaderRole chosen)
{
    m_following = true;
    m_pdf->showQuotes(first, second, chosen);
    m_text->setUnderlined(chosen == ReaderRole::Second);
    showInText(chosen == ReaderRole::First ? first : second);
}

/** Beside its page, which is shown already. */
void ReviewPages::showInText(const Quote& quote)
{
    m_text->showQuote(quote.found.isEmpty() ? quote.text : quote.found);
    if (m_text->markedBox().isEmpty() && m_pdf->page() > 0) {
        const int block = m_blocks.firstOn(m_pdf->page());
        if (block >= 0)
            m_text->scrollTo(m_blocks.block(block).begin);
    }
    m_following = false;
    showPageNote(m_pdf->page());
    m_band->update();
}

void ReviewPages::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showPanes();
}

/** The page first: where there is no room for both, or no page, one is enough. */
void ReviewPages::showPanes()
{
    const bool both = m_hasPages && width() >= theme().px(leastForBoth);
    m_textPane->setVisible(both || !m_hasPages);
    m_band->setVisible(both);
    m_pdf->setVisible(m_hasPages);
}

void ReviewPages::toggleZoom()
{
    m_pdf->canvas()->setZoom(m_pdf->canvas()->zoom() > 0 ? 0 : 1.5);
}

/** The markdown goes where the page was turned to. */
void ReviewPages::followPage(int page)
{
    showPageNote(page);
    m_band->update();
    if (std::exchange(m_following, true))
        return;
    if (const int block = m_blocks.firstOn(page); block >= 0)
        m_text->scrollTo(m_blocks.block(block).begin);
    m_following = false;
}

/** The page is turned to where the markdown was scrolled. */
void ReviewPages::followText()
{
    if (std::exchange(m_following, true))
        return;
    const int block = m_blocks.ofCharacter(m_text->firstShown());
    if (const PageBox* place = m_blocks.place(block, m_pdf->page()); place && place->page != m_pdf->page())
        m_pdf->goTo(place->page);
    m_following = false;
}

void ReviewPages::showPageNote(int page)
{
    const auto note = std::ranges::find(m_notes, page, &PageNote::page);
    m_note->setText(
        note == m_notes.cend()
            ? QString()
            : tr("page %1, %2 % of its words kept").arg(page).arg(QLocale().toString(qRound(note->coverage * 100))));
}

} // namespace sheaf
