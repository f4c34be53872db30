// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/column.h"
#include "ui/controls/tab_pane.h"

#include "pipeline/engine/details.h"

/** The right pane for one paper: Summary, Markdown, PDF, Timeline, Log. */
namespace sheaf {

class LogView;
class MarkdownView;
class PageCache;
class PdfView;
class SummaryView;
class TimelineView;

class DetailDock : public TabPane
{
    Q_OBJECT
public:
    explicit DetailDock(QWidget* parent = nullptr);

    /** Null = no paper chosen. */
    void set(const std::shared_ptr<const PaperDetails>& details);
    void setColumns(const QVector<Column>& columns);
    /** The page with the first quote that was found, marked; without one, the answer in the summary. */
    void showAnswer(const QString& column);
    /** Opens the quote's page with its words marked; the markdown where there is no page. */
    void showQuote(const Quote& quote);
    void showPdf();
    void setPassword(const QString& path, const QString& password);
    /** Whether a page picture is on its way. */
    bool isLoading() const;
    PageCache* pictures() const { return m_cache; }
    PaperId paper() const;
    const PaperDetails* details() const { return m_details.get(); }

Q_SIGNALS:
    void pagesShown();
    void browserRequested(sheaf::PaperId paper);
    void attachRequested(sheaf::PaperId paper);
    void abstractRequested(sheaf::PaperId paper);
    void fullTextRequested(sheaf::PaperId paper);
    void retryRequested(sheaf::PaperId paper);
    void modelsRequested();
    void passwordGiven(sheaf::PaperId paper, const QString& password);
    void takeBackRequested(sheaf::PaperId paper, const QString& field);

private:
    const Quote* foundQuote(const QString& column) const;

    PageCache* m_cache;
    SummaryView* m_summary;
    MarkdownView* m_markdown;
    PdfView* m_pdf;
    TimelineView* m_timeline;
    LogView* m_log;
    QVector<Column> m_columns;
    std::shared_ptr<const PaperDetails> m_details;
};

} // namespace sheaf
