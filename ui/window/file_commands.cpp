// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/file_commands.h"

#include "ui/import/zotero_picker.h"
#include "ui/window/actions.h"
#include "ui/window/file_question.h"
#include "ui/window/recent_files.h"
#include "ui/window/session.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace sheaf {

FileCommands::FileCommands(Session* session, RecentFiles* recent, const Actions& actions, QMenu* recentMenu,
                           QWidget* window)
    : QObject(window), m_session(session), m_recent(recent), m_window(window)
{
    connectActions(actions);
    connect(recentMenu, &QMenu::aboutToShow, this, [this, recentMenu] { fillRecentMenu(recentMenu); });
    connect(&session->engine(), &Engine::exported, this,
            [this](const QString& path, const std::optional<Failure>& failure) {
                Q_EMIT said(failure ? tr("Not exported: %1").arg(failure->message)
                                    : tr("Exported to %1").arg(QDir::toNativeSeparators(path)));
            });
}

void FileCommands::connectActions(const Actions& actions)
{
    const auto on = [this](QAction* action, auto&& run) { connect(action, &QAction::triggered, this, run); };
    on(actions.newFile, [this] {
        askForFiles(m_window,
                    {tr("New file"), tr("Sheaf files (*.sheaf)"), FileQuestion::SaveAs,
                     Session::suggestedPath(QString()), u"sheaf"_s},
                    this, [this](const QStringList& paths) { Q_EMIT newFileChosen(paths.first()); });
    });
    on(actions.openList, [this] {
        askToOpen(tr("Open a list or a Sheaf file"),
                  tr("Lists and Sheaf files (%1)").arg(u"*.sheaf "_s + listPatterns()));
    });
    on(actions.addPdfs, [this] { askToOpen(tr("Add PDFs"), tr("Documents (*.pdf *.md *.txt)")); });
    on(actions.addFolder, [this] {
        askForFiles(m_window, {tr("Add a folder"), {}, FileQuestion::Folder}, this,
                    [this](const QStringList& paths) { Q_EMIT pathsChosen(paths); });
    });
    on(actions.addFromZotero, [this] {
        auto* picker = new ZoteroPicker(ZoteroAccess::from(m_session->settings(), m_session->secrets()), m_window);
        connect(picker, &ZoteroPicker::picked, this, &FileCommands::pathsChosen);
        connect(picker, &ZoteroPicker::settingsRequested, this, &FileCommands::settingsRequested);
        picker->show();
    });
    on(actions.paste, [this] { paste(); });
    for (QAction* action : actions.exports)
        on(action, [this, action] { Q_EMIT exportRequested(action->data().toString()); });
}

void FileCommands::askToOpen(const QString& title, const QString& filter)
{
    askForFiles(m_window, {title, filter, FileQuestion::ManyFiles}, this,
                [this](const QStringList& paths) { Q_EMIT pathsChosen(paths); });
}

void FileCommands::paste()
{
    const Dropped dropped = droppedFrom(QGuiApplication::clipboard()->mimeData());
    if (dropped.isEmpty())
        Q_EMIT said(tr("The clipboard holds no text and no files."));
    else
        Q_EMIT pasted(dropped);
}

void FileCommands::findRecent(const QString& gone)
{
    askForFiles(m_window,
                {tr("Find %1").arg(QFileInfo(gone).fileName()), tr("Sheaf files (*.sheaf)"), FileQuestion::OneFile},
                this, [this, gone](const QStringList& paths) {
                    m_recent->replace(gone, paths.first());
                    Q_EMIT pathsChosen(paths);
                });
}

void FileCommands::fillRecentMenu(QMenu* menu)
{
    menu->clear();
    for (const RecentFile& file : m_recent->files()) {
        if (!file.gone)
            menu->addAction(QFileInfo(file.path).fileName(), this,
                            [this, path = file.path] { Q_EMIT pathsChosen({path}); });
    }
    if (menu->isEmpty())
        menu->addAction(tr("None yet"))->setEnabled(false);
}

} // namespace sheaf
