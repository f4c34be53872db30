// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

/** Saves a picture of the window once what was asked for is shown, then ends the program: 0 = saved, 3 = it could not
 * be shown or saved. For packaging/demo.sh and documentation. */
namespace sheaf {

class MainWindow;

class Screenshot : public QObject
{
    Q_OBJECT
public:
    Screenshot(MainWindow* window, const QString& path);

private:
    void tryNow();
    MainWindow* m_window;
    QString m_path;
    QTimer m_settle;
    QTimer m_deadline;
};

} // namespace sheaf
