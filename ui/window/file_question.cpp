// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/file_question.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

const QString folderKey = u"folder"_s;

} // namespace

QString listPatterns()
{
    return u"*.bib *.bibtex *.ris *.nbib *.xml *.enw *.ref *.isi *.ciw *.csv *.tsv *.tab *.json *.txt *.md"_s;
}

void askForFiles(QWidget* window, const FileQuestion& question, QObject* context,
                 std::function<void(const QStringList&)> then)
{
    auto* dialog = new QFileDialog(window, question.title, QSettings().value(folderKey).toString());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setModal(false);
    QStringList filters{question.filter, QCoreApplication::translate("FileQuestion", "All files (*)")};
    filters.removeAll(QString());
    dialog->setNameFilters(filters);
    switch (question.kind) {
    case FileQuestion::OneFile:
        dialog->setFileMode(QFileDialog::ExistingFile);
        break;
    case FileQuestion::ManyFiles:
        dialog->setFileMode(QFileDialog::ExistingFiles);
        break;
    case FileQuestion::Folder:
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
        break;
    case FileQuestion::SaveAs:
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(question.suffix);
        dialog->selectFile(question.suggestion);
        break;
    case FileQuestion::NewFolder:
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setFilter(QDir::AllDirs | QDir::NoDotAndDotDot);
        dialog->setNameFilters({QCoreApplication::translate("FileQuestion", "Folders (*)")});
        dialog->setLabelText(QFileDialog::FileName, QCoreApplication::translate("FileQuestion", "New folder:"));
        dialog->selectFile(question.suggestion);
        break;
    }
    QObject::connect(dialog, &QFileDialog::filesSelected, context,
                     [dialog, then = std::move(then)](const QStringList& paths) {
                         QSettings().setValue(folderKey, dialog->directory().absolutePath());
                         if (!paths.isEmpty())
                             then(paths);
                     });
    dialog->show();
}

} // namespace sheaf
