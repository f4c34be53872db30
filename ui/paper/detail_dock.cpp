// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/detail_dock.h"

#include "ui/paper/log_view.h"
#include "ui/paper/markdown_view.h"
#include "ui/paper/page_cache.h"
#include "ui/paper/pdf_view.h"
#include "ui/paper/summary_view.h"
#include "ui/paper/timeline_view.h"

namespace sheaf {

DetailDock::DetailDock(QWidget* parent)
    : TabPane(parent), m_cache(new PageCache(this)), m_summary(new SummaryView(m_cache)), m_markdown(new MarkdownView),
      m_pdf(new PdfView(m_cache)), m_timeline(new TimelineView), m_log(new LogView(tr("Nothing has happened yet.")))
{
    setAccessibleName(tr("Details"));
    add(m_summary, tr("Summary"));
    add(m_markdown, tr("Markdown"));
    add(m_pdf, tr("PDF"));
    add(m_timeline, tr("Timeline"));
    add(m_log, tr("Log"));
    connect(m_cache, &PageCache::changed, this, &DetailDock::pagesShown);
    connect(m_summary, &SummaryView::quoteClicked, this, &DetailDock::showQuote);
    connect(m_summary, &SummaryView::browserRequested, this, &DetailDock::browserRequested);
    connect(m_summary, &SummaryView::attachRequested, this, &DetailDock::attachRequested);
    connect(m_summary, &SummaryView::modelsRequested, this, &DetailDock::modelsRequested);
    connect(m_summary, &SummaryView::abstractRequested, this, &DetailDock::abstractRequested);
    connect(m_summary, &SummaryView::fullTextRequested, this, &DetailDock::fullTextRequested);
    connect(m_summary, &SummaryView::retryRequested, this, &DetailDock::retryRequested);
    connect(m_summary, &SummaryView::passwordGiven, this, &DetailDock::passwordGiven);
    connect(m_summary, &SummaryView::takeBackRequested, this, &DetailDock::takeBackRequested);
}

void DetailDock::set(const std::shared_ptr<const PaperDetails>& details)
{
    m_details = details;
    m_summary->set(details, m_columns);
    m_markdown->set(details ? details->markdown : QString());
    m_pdf->setDocument(details ? details->stored.status.filePath : QString(),
                       details ? details->stored.status.pages : 0);
    m_pdf->setConversion(details ? details->markdown : QString(), details ? details->blocks : QVector<MarkdownBlock>());
    m_timeline->set(details.get());
    m_log->set(details ? details->history : QVector<HistoryEntry>());
}

void DetailDock::setColumns(const QVector<Column>& columns)
{
    m_columns = columns;
    m_summary->set(m_details, m_columns);
}

void DetailDock::showAnswer(const QString& column)
{
    if (const Quote* quote = foundQuote(column)) {
        showQuote(*quote);
        return;
    }
    showPage(m_summary);
    m_summary->scrollToColumn(column);
}

/** The first of the answer's quotes that stands on a page; null = none does. */
const Quote* DetailDock::foundQuote(const QString& column) const
{
    if (!m_details)
        return nullptr;
    for (const Cell& cell : m_details->record) {
        if (cell.column != column)
            continue;
        for (const Quote& quote : cell.quotes) {
            if (quote.page > 0)
                return &quote;
        }
    }
    return nullptr;
}

void DetailDock::showQuote(const Quote& quote)
{
    m_markdown->showQuote(quote.found.isEmpty() ? quote.text : quote.found);
    const bool hasPage = m_details && m_details->stored.status.pages > 0 && (quote.page > 0 || quote.claimedPage > 0);
    if (hasPage)
        m_pdf->showQuote(quote);
    showPage(hasPage ? static_cast<QWidget*>(m_pdf) : m_markdown);
}

void DetailDock::showPdf()
{
    showPage(m_pdf);
}

void DetailDock::setPassword(const QString& path, const QString& password)
{
    m_cache->setPassword(path, password);
}

bool DetailDock::isLoading() const
{
    return m_cache->isLoading();
}

PaperId DetailDock::paper() const
{
    return m_details ? m_details->stored.paper.id : 0;
}

} // namespace sheaf
