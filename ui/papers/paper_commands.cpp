// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/papers/paper_commands.h"

#include "ui/paper/detail_dock.h"
#include "ui/papers/attention_bar.h"
#include "ui/papers/paper_filter.h"
#include "ui/papers/paper_model.h"
#include "ui/papers/paper_table.h"
#include "ui/papers/papers_page.h"
#include "ui/papers/row_words.h"
#include "ui/window/actions.h"
#include "ui/window/file_question.h"
#include "ui/window/session.h"
#include "ui/window/undo_bar.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** Where a person finds the paper: its DOI's page, else a search for its title. */
QUrl pageOf(const PaperRow& row)
{
    if (!row.doi.isEmpty())
        return QUrl(u"https://doi.org/"_s + QString::fromLatin1(QUrl::toPercentEncoding(row.doi, "/")));
    return QUrl(u"https://scholar.google.com/scholar?q="_s + QString::fromLatin1(QUrl::toPercentEncoding(row.title)));
}

} // namespace

PaperCommands::PaperCommands(Session* session, PapersPage* page, UndoBar* undo, const Actions& actions, QWidget* window)
    : QObject(window), m_session(session), m_papers(page->papers()), m_filter(page->filter()), m_table(page->table()),
      m_undo(undo), m_actions(actions), m_window(window)
{
    connectActions();
    connectDock(page);
    connect(m_table, &PaperTable::menuRequested, this, [this](const QPoint& at) {
        if (chosen().isEmpty())
            return;
        auto* menu = new QMenu(m_window);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addActions(m_actions.ofPapers());
        menu->popup(at);
    });
}

void PaperCommands::connectDock(PapersPage* page)
{
    DetailDock* dock = page->dock();
    Engine* engine = &m_session->engine();
    connect(dock, &DetailDock::browserRequested, this, &PaperCommands::openInBrowser);
    connect(page->attention(), &AttentionBar::pageRequested, m_actions.openBrowser, &QAction::trigger);
    connect(dock, &DetailDock::attachRequested, this, &PaperCommands::attach);
    connect(dock, &DetailDock::abstractRequested, engine, &Engine::readAbstract);
    connect(dock, &DetailDock::fullTextRequested, this, [engine](PaperId paper) { engine->findFullText({paper}); });
    connect(dock, &DetailDock::retryRequested, this, [engine](PaperId paper) { engine->retryPapers({paper}); });
    connect(dock, &DetailDock::takeBackRequested, engine, &Engine::takeBack);
    connect(dock, &DetailDock::passwordGiven, this, [this, dock, engine](PaperId paper, const QString& password) {
        if (const PaperRow* row = m_papers->find(paper))
            dock->setPassword(row->filePath, password);
        engine->setPassword(paper, password);
    });
}

void PaperCommands::connectActions()
{
    const auto on = [this](QAction* action, auto&& run) { connect(action, &QAction::triggered, this, run); };
    Engine* engine = &m_session->engine();
    on(m_actions.pausePapers, [this, engine] { engine->pausePapers(chosen()); });
    on(m_actions.resumePapers, [this, engine] { engine->resumePapers(chosen()); });
    on(m_actions.retryPapers, [this, engine] {
        if (const QVector<PaperId> papers = chosen(); !papers.isEmpty())
            engine->retryPapers(papers);
    });
    on(m_actions.retryAll, [engine] { engine->retryPapers({}); });
    on(m_actions.findFullText, [this, engine] { engine->findFullText(chosen()); });
    on(m_actions.cancelPapers, [this] { cancelChosen(); });
    on(m_actions.remove, [this] { removeChosen(); });
    on(m_actions.openPdf, [this] { openPdf(); });
    on(m_actions.openBrowser, [this] { openInBrowser(m_table->currentPaper()); });
    on(m_actions.openFolder, [this] { showInFolder(); });
    on(m_actions.attachFile, [this] { attach(m_table->currentPaper()); });
    on(m_actions.copyReason, [this] { copyReasons(); });
    on(m_actions.copyDoi, [this] { copyDois(); });
    on(m_actions.selectAll, [this] { m_table->selectAll(); });
}

QVector<PaperId> PaperCommands::chosen() const
{
    return m_table->selectedPapers();
}

QVector<PaperId> PaperCommands::chosenAndRead() const
{
    QVector<PaperId> papers = chosen();
    papers.removeIf([this](PaperId id) {
        const PaperRow* row = m_papers->find(id);
        return !row || row->state != State::Done;
    });
    return papers;
}

void PaperCommands::refresh(bool papersShown)
{
    // Looking at every one of 20,000 chosen rows at each snapshot would cost more than it tells.
    constexpr int mostLookedAt = 200;
    const QVector<PaperId> papers = papersShown ? m_table->selectedPapers(mostLookedAt) : QVector<PaperId>();
    bool pausable = false, paused = false, retryable = false, cancellable = false, reason = false, doi = false;
    bool read = false, abstractRead = false;
    for (const PaperId id : papers) {
        const PaperRow* row = m_papers->find(id);
        if (!row)
            continue;
        paused |= row->state == State::Paused;
        pausable |= !isFinal(row->state) && !isHeld(row->state);
        retryable |= needsUser(*row) || row->state == State::Cancelled || lacksSecondReading(*row);
        cancellable |= !isFinal(row->state);
        read |= row->state == State::Done;
        abstractRead |= row->state == State::Done && row->isAbstractOnly();
        reason |= row->failure.has_value();
        doi |= !row->doi.isEmpty();
    }
    m_actions.pausePapers->setEnabled(pausable);
    m_actions.resumePapers->setEnabled(paused);
    m_actions.retryPapers->setEnabled(retryable);
    m_actions.readAgain->setEnabled(read);
    m_actions.findFullText->setEnabled(abstractRead);
    m_actions.cancelPapers->setEnabled(cancellable);
    m_actions.copyReason->setEnabled(reason);
    m_actions.copyDoi->setEnabled(doi);
    m_actions.remove->setEnabled(!papers.isEmpty());
    m_actions.selectAll->setEnabled(papersShown);
    const PaperRow* current = papersShown ? m_papers->find(m_table->currentPaper()) : nullptr;
    const bool file = current && !current->filePath.isEmpty();
    m_actions.openPdf->setEnabled(file);
    m_actions.openFolder->setEnabled(file);
    m_actions.openBrowser->setEnabled(current && !(current->doi.isEmpty() && current->title.isEmpty()));
    m_actions.attachFile->setEnabled(current && current->state != State::Skipped);
}

void PaperCommands::removeChosen()
{
    const QVector<PaperId> papers = chosen();
    if (papers.isEmpty())
        return;
    const QSet<PaperId> gone(papers.cbegin(), papers.cend());
    m_filter->setHidden(m_hidden += gone);
    m_undo->offer(
        tr("Removed %n papers from the file.", nullptr, int(papers.size())),
        [this, gone] { m_filter->setHidden(m_hidden -= gone); },
        [this, papers] { m_session->engine().removePapers(papers); });
}

void PaperCommands::cancelChosen()
{
    QVector<PaperId> papers;
    for (const PaperId id : chosen()) {
        const PaperRow* row = m_papers->find(id);
        if (row && !isFinal(row->state))
            papers.append(id);
    }
    if (papers.isEmpty())
        return;
    m_session->engine().cancelPapers(papers);
    m_undo->offer(tr("Cancelled %n papers.", nullptr, int(papers.size())),
                  [this, papers] { m_session->engine().retryPapers(papers); });
}

void PaperCommands::openPdf()
{
    if (const PaperRow* row = m_papers->find(m_table->currentPaper()))
        QDesktopServices::openUrl(QUrl::fromLocalFile(row->filePath));
}

void PaperCommands::showInFolder()
{
    if (const PaperRow* row = m_papers->find(m_table->currentPaper()))
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(row->filePath).absolutePath()));
}

void PaperCommands::openInBrowser(PaperId paper)
{
    const PaperRow* row = m_papers->find(paper);
    if (row && QDesktopServices::openUrl(pageOf(*row)))
        Q_EMIT pageOpened(paper);
}

void PaperCommands::attach(PaperId paper)
{
    if (!m_papers->find(paper))
        return;
    askForFiles(m_window,
                {tr("Attach the paper's document"), tr("Documents (*.pdf *.md *.txt)"), FileQuestion::OneFile}, this,
                [this, paper](const QStringList& paths) { m_session->engine().attachFile(paper, paths.first()); });
}

void PaperCommands::copyReasons()
{
    QStringList lines;
    for (const PaperId id : chosen()) {
        const PaperRow* row = m_papers->find(id);
        if (row && row->failure)
            lines +=
                u"%1\t%2\t%3\t%4"_s.arg(row->title, row->failure->code, row->failure->message, row->failure->detail);
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void PaperCommands::copyDois()
{
    QStringList lines;
    for (const PaperId id : chosen()) {
        const PaperRow* row = m_papers->find(id);
        if (row && !row->doi.isEmpty())
            lines += row->doi;
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace sheaf
