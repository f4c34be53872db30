// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

/** The centre of a window without papers: where to drop, what is understood, example papers, recent files. */
namespace sheaf {

class KeyButton;
class RecentFiles;
class RecentView;

class EmptyView : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyView(RecentFiles* recent, QWidget* parent = nullptr);
    /** One line on top: a file that could not be opened. Empty hides it. */
    void setNotice(const QString& text);
    void setPrivacy(const QString& text);
    void setExamplesThere(bool there);

Q_SIGNALS:
    void openListRequested();
    void addPdfsRequested();
    void addFolderRequested();
    void pasteRequested();
    void examplesRequested();
    void fileRequested(const QString& path);
    void findRequested(const QString& gone);

private:
    QWidget* dropArea();
    QWidget* examples();
    QWidget* recentFiles(RecentFiles* recent);
    QLabel* m_notice;
    QWidget* m_examples;
    QLabel* m_privacy;
};

} // namespace sheaf
