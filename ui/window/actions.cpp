// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/actions.h"

#include "pipeline/results/results.h"
#include "sinks/service_sink.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Actions)
};

QString exportKeys(const QString& format)
{
    return format == "csv"_L1 ? u"Ctrl+E"_s : format == "json"_L1 ? u"Ctrl+Shift+E"_s : QString();
}

QAction* separator(QMenu* menu)
{
    return menu->addSeparator();
}

} // namespace

QAction* Actions::add(QWidget* window, const QString& text, const QString& keys)
{
    auto* action = new QAction(text, window);
    if (!keys.isEmpty())
        action->setShortcut(QKeySequence(keys, QKeySequence::PortableText));
    window->addAction(action);
    m_all.append(action);
    return action;
}

Actions::Actions(QWidget* window)
{
    newFile = add(window, Words::tr("&New file…"), u"Ctrl+N"_s);
    openList = add(window, Words::tr("&Open list…"), u"Ctrl+O"_s);
    addPdfs = add(window, Words::tr("Add &PDFs…"), u"Ctrl+Shift+O"_s);
    addFolder = add(window, Words::tr("Add a &folder…"), u"Ctrl+Alt+O"_s);
    addFromZotero = add(window, Words::tr("Add from &Zotero…"), u"Ctrl+Alt+Z"_s);
    for (const ExportFormat& format : exportFormats()) {
        exports.append(add(window, Words::tr("%1…").arg(format.label), exportKeys(format.format)));
        exports.constLast()->setData(format.format);
    }
    for (const ServiceKind& kind : serviceKinds()) {
        exports.append(add(window, Words::tr("%1…").arg(kind.label)));
        exports.constLast()->setData(kind.name);
    }
    quit = add(window, Words::tr("&Quit"), u"Ctrl+Q"_s);

    undo = add(window, Words::tr("&Undo"), u"Ctrl+Z"_s);
    paste = add(window, Words::tr("&Paste DOIs, links or a list"), u"Ctrl+V"_s);
    copyReason = add(window, Words::tr("Copy the &reason"), u"Ctrl+Shift+C"_s);
    copyDoi = add(window, Words::tr("Copy the &DOI"), u"Ctrl+Alt+C"_s);
    filter = add(window, Words::tr("&Filter"), u"Ctrl+F"_s);
    selectAll = add(window, Words::tr("Select &all papers"), u"Ctrl+A"_s);
    remove = add(window, Words::tr("Re&move from the file"), u"Del"_s);
    columns = add(window, Words::tr("Co&lumns…"), u"Ctrl+L"_s);
    review = add(window, Words::tr("Re&view…"), u"Ctrl+I"_s);
    settings = add(window, Words::tr("&Settings…"), u"Ctrl+,"_s);

    startOrPause = add(window, Words::tr("&Start or pause"), u"F5"_s);
    stop = add(window, Words::tr("S&top"), u"Shift+F5"_s);
    retryAll = add(window, Words::tr("&Retry all that failed"), u"Ctrl+Shift+R"_s);

    ledger = add(window, Words::tr("&Ledger…"), u"Ctrl+Shift+L"_s);
    pausePapers = add(window, Words::tr("&Pause the papers"), u"Ctrl+P"_s);
    resumePapers = add(window, Words::tr("Res&ume the papers"), u"Ctrl+Shift+P"_s);
    cancelPapers = add(window, Words::tr("&Cancel the papers"), u"Ctrl+K"_s);
    retryPapers = add(window, Words::tr("R&etry the papers"), u"Ctrl+R"_s);
    readAgain = add(window, Words::tr("Read a&gain…"), u"Ctrl+Alt+R"_s);
    findFullText = add(window, Words::tr("Look for the full te&xt"), u"Ctrl+Alt+F"_s);
    openPdf = add(window, Words::tr("Open the P&DF"), u"Ctrl+D"_s);
    openBrowser = add(window, Words::tr("Open in &browser"), u"Ctrl+B"_s);
    openFolder = add(window, Words::tr("Show in &folder"), u"Ctrl+Shift+D"_s);
    attachFile = add(window, Words::tr("&Attach a PDF…"), u"Ctrl+Shift+A"_s);

    compactStrip = add(window, Words::tr("&Compact strip"), u"Ctrl+Shift+S"_s);
    showFacets = add(window, Words::tr("&Side pane"), u"F9"_s);
    showDetails = add(window, Words::tr("&Details"), u"Shift+F9"_s);
    nextPane = add(window, Words::tr("&Next pane"), u"F6"_s);
    previousPane = add(window, Words::tr("&Previous pane"), u"Shift+F6"_s);
    themeSystem = add(window, Words::tr("As the s&ystem"));
    themeLight = add(window, Words::tr("&Light"));
    themeDark = add(window, Words::tr("&Dark"));
    for (QAction* action : {compactStrip, showFacets, showDetails, themeSystem, themeLight, themeDark})
        action->setCheckable(true);
    auto* themes = new QActionGroup(window);
    for (QAction* action : {themeSystem, themeLight, themeDark})
        themes->addAction(action);

    keyboard = add(window, Words::tr("&Keyboard"), u"F1"_s);
    about = add(window, Words::tr("&About Sheaf"));
}

QList<QAction*> Actions::ofPapers() const
{
    return {openPdf,   openBrowser,  openFolder,   attachFile, pausePapers, resumePapers, retryPapers,
            readAgain, findFullText, cancelPapers, copyReason, copyDoi,     remove};
}

void Actions::fillMenus(QMainWindow& window, QMenu* recent, QMenu* columnsShown) const
{
    QMenuBar* bar = window.menuBar();
    QMenu* file = bar->addMenu(Words::tr("&File"));
    file->addActions({newFile, openList, addPdfs, addFolder, addFromZotero});
    file->addMenu(recent);
    separator(file);
    file->addMenu(Words::tr("&Export"))->addActions(exports);
    separator(file);
    file->addAction(quit);

    QMenu* edit = bar->addMenu(Words::tr("&Edit"));
    edit->addActions({undo, paste});
    separator(edit);
    edit->addActions({copyReason, copyDoi, selectAll, filter});
    separator(edit);
    edit->addActions({remove});
    separator(edit);
    edit->addActions({columns, review, settings});

    QMenu* run = bar->addMenu(Words::tr("&Run"));
    run->addActions({startOrPause, stop, retryAll, ledger});
    separator(run);
    run->addActions({pausePapers, resumePapers, retryPapers, readAgain, findFullText, cancelPapers});
    separator(run);
    run->addActions({openPdf, openBrowser, openFolder, attachFile});

    QMenu* view = bar->addMenu(Words::tr("&View"));
    view->addActions({compactStrip, showFacets, showDetails});
    view->addMenu(columnsShown);
    QMenu* themes = view->addMenu(Words::tr("Co&lours"));
    themes->addActions({themeSystem, themeLight, themeDark});
    separator(view);
    view->addActions({nextPane, previousPane});

    QMenu* help = bar->addMenu(Words::tr("&Help"));
    help->addActions({keyboard, about});
}

} // namespace sheaf
