// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>

class QObject;
class QWidget;

/** Asks for files without holding up the window: a run goes on and is shown while the dialog is open. */
namespace sheaf {

struct FileQuestion
{
    enum Kind
    {
        OneFile,
        ManyFiles,
        Folder,
        SaveAs,
        NewFolder
    };
    QString title;
    QString filter; ///< "Lists (*.bib *.ris)"; "All files" is added
    Kind kind = OneFile;
    QString suggestion; ///< of SaveAs and NewFolder: path or name
    QString suffix;     ///< of SaveAs, added where it is missing
};

/** What a list's name may end in, as patterns of a filter: "*.bib *.ris …". */
QString listPatterns();

/** `then` runs with at least one path, unless the dialog is cancelled or `context` is gone. */
void askForFiles(QWidget* window, const FileQuestion& question, QObject* context,
                 std::function<void(const QStringList&)> then);

} // namespace sheaf
