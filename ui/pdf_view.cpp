// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf_view.h"

#include "ui/key_button.h"
#include "ui/page_canvas.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

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

PdfView::PdfView(PageCache* cache, QWidget* parent)
    : QWidget(parent), m_canvas(new PageCanvas(cache)), m_pageBox(new QSpinBox), m_count(new QLabel),
      m_zoomLabel(new QLabel), m_previous(tool(u"‹"_s, tr("Previous page"))), m_next(tool(u"›"_s, tr("Next page"))),
      m_nothing(new QLabel(tr("There is no PDF of this paper yet."))), m_tools(new QWidget)
{
    auto* smaller = tool(u"−"_s, tr("Smaller"));
    auto* larger = tool(u"+"_s, tr("Larger"));
    auto* fit = new KeyButton(tr("Fit"), KeyButton::Small);
    fit->setToolTip(tr("Fit the page's width"));
    m_pageBox->setProperty("small", true);
    m_pageBox->setAccessibleName(tr("Page"));
    m_pageBox->setFixedWidth(theme().px(48));
    m_pageBox->setKeyboardTracking(false);
    for (QLabel* label : {m_count, m_zoomLabel, m_nothing})
        label->setProperty("tone", u"dim"_s);
    m_count->setFont(theme().font(FontRole::Secondary));
    m_zoomLabel->setFont(theme().font(FontRole::Secondary));
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_nothing->setMargin(theme().px(14));

    auto* row = new QHBoxLayout(m_tools);
    row->setContentsMargins(theme().px(14), theme().px(6), theme().px(14), theme().px(6));
    row->setSpacing(theme().px(6));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_previous, m_pageBox, m_count, m_next})
        row->addWidget(widget);
    row->addStretch();
    for (QWidget* widget : std::initializer_list<QWidget*>{smaller, m_zoomLabel, larger, fit})
        row->addWidget(widget);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tools);
    column->addWidget(m_canvas, 1);
    column->addWidget(m_nothing, 1);

    connect(m_previous, &QPushButton::clicked, this, [this] { goTo(m_pageBox->value() - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { goTo(m_pageBox->value() + 1); });
    connect(m_canvas, &PageCanvas::pageStepped, this, [this](int by) { goTo(m_pageBox->value() + by); });
    connect(m_pageBox, &QSpinBox::valueChanged, this, [this] { showPage(); });
    const auto zoomBy = [this](double factor) {
        m_canvas->setZoom(m_canvas->effectiveZoom() / theme().scale * factor);
    };
    connect(smaller, &QPushButton::clicked, this, [zoomBy] { zoomBy(1 / 1.25); });
    connect(larger, &QPushButton::clicked, this, [zoomBy] { zoomBy(1.25); });
    connect(fit, &QPushButton::clicked, this, [this] { m_canvas->setZoom(0); });
    connect(m_canvas, &PageCanvas::zoomed, this,
            [this] { m_zoomLabel->setText(tr("%1 %").arg(qRound(m_canvas->effectiveZoom() / theme().scale * 100))); });
    setDocument({}, 0);
}

void PdfView::setDocument(const QString& path, int pages)
{
    const bool isPdf = !path.isEmpty() && pages > 0;
    m_nothing->setVisible(!isPdf);
    m_tools->setVisible(isPdf);
    m_canvas->setVisible(isPdf);
    if (path == m_path && pages == m_pages)
        return;
    m_path = path;
    m_pages = pages;
    m_marks.clear();
    m_count->setText(tr("of %1").arg(pages));
    const QSignalBlocker quiet(m_pageBox);
    m_pageBox->setRange(1, std::max(1, pages));
    m_pageBox->setValue(1);
    showPage();
}

void PdfView::showQuote(const Quote& quote)
{
    m_marks = quote.boxes;
    const int page = quote.page ? quote.page : quote.claimedPage;
    if (page < 1 || page > m_pages)
        return;
    const QSignalBlocker quiet(m_pageBox);
    m_pageBox->setValue(page);
    showPage();
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
}

} // namespace sheaf
