// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/screenshot.h"

#include "ui/window/main_window.h"

#include <QApplication>
#include <QPixmap>

#include <cstdio>

namespace sheaf {

namespace {

constexpr int deadlineMs = 60'000;

} // namespace

Screenshot::Screenshot(MainWindow* window, const QString& path) : QObject(window), m_window(window), m_path(path)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(0);
    connect(&m_settle, &QTimer::timeout, this, &Screenshot::tryNow);
    connect(window, &MainWindow::contentShown, &m_settle, qOverload<>(&QTimer::start));
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [] {
        std::fputs(qPrintable(Screenshot::tr("The window did not show what was asked for in time.\n")), stderr);
        QApplication::exit(3);
    });
    m_deadline.start(deadlineMs);
}

void Screenshot::tryNow()
{
    if (m_window->isBusy())
        return;
    // What arrived last is laid out by events that are still on their way.
    QCoreApplication::sendPostedEvents();
    const QPixmap picture = m_window->grab();
    // Painting may ask for pages; their arrival starts this anew.
    if (m_window->isBusy())
        return;
    disconnect(m_window, nullptr, &m_settle, nullptr);
    const bool saved = picture.save(m_path);
    if (!saved)
        std::fputs(qPrintable(tr("Cannot write %1\n").arg(m_path)), stderr);
    QApplication::exit(saved ? 0 : 3);
}

} // namespace sheaf
