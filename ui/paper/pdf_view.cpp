// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/pdf_view.h"

#include "ui/controls/elided_label.h"
#include "ui/controls/key_button.h"
#include "ui/look/theme.h"
#include "ui/paper/markdown_view.h"
#include "ui/paper/page_canvas.h"
#include "ui/paper/reader_badge.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

KeyButton* tool(const QString& sign, const QString& name)
{
    auto* button = new KeyButton(sign, KeyButton::Small);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

} // namespace

PdfView::PdfView(PageCache* cache, Blocks blocks, QWidget* parent)
    : QWidget(parent), m_canvas(new PageCanvas(cache)), m_text(new MarkdownView), m_sheet(new QSplitter(Qt::Vertical)),
      m_pageBox(new QSpinBox), m_count(new QLabel), m_zoomLabel(new QLabel),
      m_previous(tool(u"‹"_s, tr("Previous page"))), m_next(tool(u"›"_s, tr("Next page"))),
      m_blocksButton(new KeyButton(tr("Blocks"), KeyButton::Small)),
      m_nothing(new QLabel(tr("There is no PDF of this paper yet."))), m_legend(legendRow()), m_tools(toolRow())
{
    m_nothing->setProperty("tone", u"dim"_s);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_nothing->setMargin(theme().px(14));
    m_sheet->setHandleWidth(1);
    m_sheet->setChildrenCollapsible(false);
    m_sheet->addWidget(m_canvas);
    m_sheet->addWidget(m_text);
    m_sheet->setStretchFactor(0, 2);
    m_sheet->setStretchFactor(1, 1);
    m_text->hide();
    m_blocksButton->setVisible(blocks == Offered);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tools);
    column->addWidget(m_sheet, 1);
    column->addWidget(m_nothing, 1);
    connect(m_canvas, &PageCanvas::pageStepped, this, [this](int by) { goTo(m_pageBox->value() + by); });
    connect(m_pageBox, &QSpinBox::valueChanged, this, [this] { showPage(); });
    connect(m_canvas, &PageCanvas::zoomed, this,
            [this] { m_zoomLabel->setText(tr("%1 %").arg(qRound(m_canvas->effectiveZoom() / theme().scale * 100))); });
    linkBlocks();
    setDocument({}, 0);
}

QWidget* PdfView::toolRow()
{
    auto* smaller = tool(u"−"_s, tr("Smaller"));
    auto* larger = tool(u"+"_s, tr("Larger"));
    auto* fit = new KeyButton(tr("Fit"), KeyButton::Small);
    fit->setToolTip(tr("Fit the page's width"));
    m_blocksButton->setCheckable(true);
    m_blocksButton->setToolTip(tr("Show how the page was understood, with its markdown below"));
    m_pageBox->setProperty("small", true);
    m_pageBox->setAccessibleName(tr("Page"));
    m_pageBox->setFixedWidth(theme().px(48));
    m_pageBox->setKeyboardTracking(false);
    for (QLabel* label : {m_count, m_zoomLabel}) {
        label->setProperty("tone", u"dim"_s);
        label->setFont(theme().font(FontRole::Secondary));
    }
    auto* holder = new QWidget;
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(theme().px(14), theme().px(6), theme().px(14), theme().px(6));
    row->setSpacing(theme().px(6));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_previous, m_pageBox, m_count, m_next})
        row->addWidget(widget);
    row->addSpacing(theme().px(8));
    row->addWidget(m_legend);
    row->addStretch();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_blocksButton, smaller, m_zoomLabel, larger, fit})
        row->addWidget(widget);
    const auto zoomBy = [this](double factor) {
        m_canvas->setZoom(m_canvas->effectiveZoom() / theme().scale * factor);
    };
    connect(m_previous, &QPushButton::clicked, this, [this] { goTo(m_pageBox->value() - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { goTo(m_pageBox->value() + 1); });
    connect(smaller, &QPushButton::clicked, this, [zoomBy] { zoomBy(1 / 1.25); });
    connect(larger, &QPushButton::clicked, this, [zoomBy] { zoomBy(1.25); });
    connect(fit, &QPushButton::clicked, this, [this] { m_canvas->setZoom(0); });
    connect(m_blocksButton, &QPushButton::toggled, this, &PdfView::showBlocks);
    return holder;
}

QWidget* PdfView::legendRow()
{
    auto* legend = new QWidget;
    auto* row = new QHBoxLayout(legend);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme().px(5));
    for (const auto& [number, words] : {std::pair(1, tr("first reader")), std::pair(2, tr("second reader"))}) {
        auto* text = new ElidedLabel(words);
        text->setProperty("tone", u"dim"_s);
        text->setFont(theme().font(FontRole::Secondary));
        row->addSpacing(number == 1 ? 0 : theme().px(6));
        row->addWidget(new ReaderBadge(number));
        row->addWidget(text);
    }
    legend->setToolTip(tr("Whose words are marked on the page: the first reader's filled, the second's outlined"));
    legend->hide();
    return legend;
}

void PdfView::linkBlocks()
{
    connect(m_canvas, &PageCanvas::blockPointed, this, &PdfView::pointAtBlock);
    connect(m_canvas, &PageCanvas::blockClicked, this, &PdfView::chooseBlock);
    connect(m_text, &MarkdownView::pointedAt, this,
            [this](int character) { m_canvas->setPointedBlock(m_blocks.ofCharacter(character)); });
    connect(m_text, &MarkdownView::placedAt, this, [this](int character) {
        m_chosen = m_blocks.ofCharacter(character);
        const PageBox* place = m_blocks.place(m_chosen, m_pageBox->value());
        if (place && place->page != m_pageBox->value())
            goTo(place->page);
        m_canvas->setChosenBlock(m_chosen);
    });
}

/** The block under the mouse is marked in the markdown, else the chosen one. */
void PdfView::pointAtBlock(int block)
{
    const int marked = block >= 0 ? block : m_chosen;
    if (marked >= 0)
        m_text->showRange(m_blocks.block(marked).begin, m_blocks.block(marked).end);
    else
        m_text->showRange(0, 0);
}

void PdfView::chooseBlock(int block)
{
    m_chosen = block;
    m_canvas->setChosenBlock(block);
    pointAtBlock(block);
}

void PdfView::setConversion(const QString& markdown, const QVector<MarkdownBlock>& blocks)
{
    if (markdown == m_markdown && blocks.isEmpty() == m_blocks.isEmpty())
        return; // the paper moved on, its conversion did not
    m_markdown = markdown;
    m_blocks = BlockLayer(blocks);
    m_chosen = -1;
    m_blocksButton->setEnabled(!blocks.isEmpty());
    showBlocks(m_blocksButton->isChecked());
}

void PdfView::showBlocks(bool shown)
{
    const QSignalBlocker quiet(m_blocksButton);
    m_blocksButton->setChecked(shown);
    const bool there = shown && !m_blocks.isEmpty();
    m_canvas->setBlocks(there ? m_blocks : BlockLayer());
    m_text->set(there ? m_markdown : QString());
    m_text->setVisible(there);
}

void PdfView::setDocument(const QString& path, int pages)
{
    const bool isPdf = !path.isEmpty() && pages > 0;
    m_nothing->setVisible(!isPdf);
    m_tools->setVisible(isPdf);
    m_sheet->setVisible(isPdf);
    if (path == m_path && pages == m_pages)
        return;
    m_path = path;
    m_pages = pages;
    m_marks = {};
    m_count->setText(tr("of %1").arg(pages));
    const QSignalBlocker quiet(m_pageBox);
    m_pageBox->setRange(1, std::max(1, pages));
    m_pageBox->setValue(1);
    showPage();
}

void PdfView::showQuote(const Quote& quote)
{
    m_marks = {.first = quote.boxes};
    m_legend->hide();
    turnTo(quote);
}

void PdfView::showQuotes(const Quote& first, const Quote& second, ReaderRole chosen)
{
    m_marks = {first.boxes, second.boxes, true, chosen};
    m_legend->show();
    turnTo(chosen == ReaderRole::First ? first : second);
}

void PdfView::turnTo(const Quote& quote)
{
    const int page = quote.page ? quote.page : quote.claimedPage;
    const QSignalBlocker quiet(m_pageBox);
    if (page >= 1 && page <= m_pages)
        m_pageBox->setValue(page);
    showPage();
}

int PdfView::page() const
{
    return m_pageBox->value();
}

void PdfView::goTo(int page)
{
    m_pageBox->setValue(page);
}

void PdfView::showPage()
{
    m_previous->setEnabled(m_pageBox->value() > 1);
    m_next->setEnabled(m_pageBox->value() < m_pages);
    m_canvas->showPage(m_path, m_pages > 0 ? m_pageBox->value() : 0, m_marks);
    Q_EMIT pageShown(m_pageBox->value());
}

} // namespace sheaf
