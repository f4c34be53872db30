// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "ui/file_question.h"
#include "ui/import_facts.h"
#include "ui/import_view.h"
#include "ui/paper_model.h"
#include "ui/paper_table.h"
#include "ui/row_words.h"

#include <QAbstractProxyModel>
#include <QDesktopServices>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QShortcut>
#include <QStackedWidget>
#include <QUrl>

using namespace Qt::StringLiterals;

/** The way from a drop to a run: MainWindow's Import mode. */
namespace sheaf {

void MainWindow::connectImport()
{
    connect(m_import, &ImportView::cancelled, this, &MainWindow::endImport);
    connect(m_import, &ImportView::addMoreRequested, this, [this] {
        askForFiles(this,
                    {tr("Add more"), tr("Lists and documents (*.bib *.ris *.csv *.tsv *.json *.txt *.md *.pdf)"),
                     FileQuestion::ManyFiles},
                    this, [this](const QStringList& paths) { openPaths(paths); });
    });
    connect(m_import, &ImportView::fileRequested, this,
            [](const QString& path) { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
    connect(m_import, &ImportView::planChanged, this, [this](bool finished) {
        refresh();
        if (finished && m_autoStart && m_import->isReady())
            startImport();
        m_autoStart = m_autoStart && !finished;
        Q_EMIT contentShown();
    });
    connect(m_import->facts(), &ImportFacts::startRequested, this, &MainWindow::startImport);
    connect(m_import->facts(), &ImportFacts::targetRequested, this, &MainWindow::chooseTarget);
    connect(m_import->facts(), &ImportFacts::settingsRequested, this, &MainWindow::showSetting);
    const auto key = [this](const QKeySequence& keys, auto run) {
        auto* shortcut = new QShortcut(keys, m_import);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    key(QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { startImport(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_Enter), [this] { startImport(); });
    key(QKeySequence(Qt::Key_Escape), [this] { endImport(); });
}

void MainWindow::beginImport(const Dropped& dropped)
{
    if (!isImporting()) {
        m_import->clear();
        const QString name = dropped.paths.isEmpty() ? QString() : dropped.paths.first();
        m_target = m_session.file().isEmpty() ? Session::suggestedPath(name) : m_session.file();
        m_import->setAdding(m_session.papers() > 0);
        m_import->facts()->set(m_session.columns(), m_session.settings());
        m_import->facts()->setTarget(m_target, m_session.file().isEmpty());
        m_modes->setCurrentWidget(m_import);
        m_import->setFocus();
    }
    if (m_session.file().isEmpty()) {
        m_import->setExisting({}, {});
        m_import->add(dropped.paths, dropped.text);
    } else {
        m_waiting = dropped;
        m_session.loadExisting(this, [this](const QVector<Paper>& papers, const QMap<QByteArray, PaperId>& hashes) {
            const Dropped waiting = std::exchange(m_waiting, {});
            m_import->setExisting(papers, hashes);
            m_import->add(waiting.paths, waiting.text);
        });
    }
    refresh();
}

void MainWindow::endImport()
{
    if (!isImporting())
        return;
    m_autoStart = false;
    m_import->clear();
    m_modes->setCurrentWidget(m_page);
    refresh();
}

void MainWindow::startImport()
{
    if (!isImporting() || !m_import->isReady())
        return;
    const std::shared_ptr<const ImportPlan> plan = m_import->plan();
    const QString target = m_target;
    m_expectPapers = true;
    endImport();
    m_session.start(*plan, target);
    m_page->table()->setFocus();
}

void MainWindow::chooseTarget()
{
    askForFiles(this, {tr("Keep in"), tr("Sheaf files (*.sheaf)"), FileQuestion::SaveAs, m_target, u"sheaf"_s}, this,
                [this](const QStringList& paths) {
                    m_target = paths.first();
                    m_import->facts()->setTarget(m_target, true);
                });
}

void MainWindow::openExamples()
{
    const QString list = examplesList();
    if (list.isEmpty())
        return;
    if (!m_session.file().isEmpty())
        m_session.close();
    m_autoStart = true;
    Dropped dropped;
    dropped.paths = {list};
    beginImport(dropped);
}

/** The paper under the pointer that a single dropped document would be attached to, 0 = none. */
PaperId MainWindow::paperToAttach(const Dropped& dropped, QPoint at) const
{
    if (isImporting() || !m_page->papersShown() || dropped.paths.size() != 1 ||
        !QFileInfo(dropped.paths.first()).isFile())
        return 0;
    const PaperTable* table = m_page->table();
    const QPoint inTable = table->viewport()->mapFrom(this, at);
    if (!table->viewport()->rect().contains(inTable))
        return 0;
    const QModelIndex index = table->indexAt(inTable);
    const PaperRow* row =
        index.isValid() ? m_page->papers()->find(index.data(PaperModel::IdRole).toLongLong()) : nullptr;
    return row && needsUser(*row) ? row->id : 0;
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!droppedFrom(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dragMoveEvent(QDragMoveEvent* event)
{
    const Dropped dropped = droppedFrom(event->mimeData());
    const QString what = dropped.paths.isEmpty() ? tr("the text") : namesOf(dropped.paths);
    const PaperId paper = paperToAttach(dropped, event->position().toPoint());
    const PaperRow* row = m_page->papers()->find(paper);
    m_overlay->announce(row ? tr("Attach %1 to “%2”").arg(what, row->title) : tr("Add %1").arg(what));
    event->acceptProposedAction();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent*)
{
    m_overlay->hide();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    m_overlay->hide();
    const Dropped dropped = droppedFrom(event->mimeData());
    if (dropped.isEmpty())
        return;
    event->acceptProposedAction();
    if (const PaperId paper = paperToAttach(dropped, event->position().toPoint())) {
        m_session.engine().attachFile(paper, dropped.paths.first());
        return;
    }
    if (dropped.text.isEmpty())
        openPaths(dropped.paths);
    else
        beginImport(dropped);
}

} // namespace sheaf
