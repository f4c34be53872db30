// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QTabBar;
class QStackedWidget;

/** Pages under a bar of tabs: the right pane of the window. */
namespace sheaf {

class TabPane : public QWidget
{
    Q_OBJECT
public:
    explicit TabPane(QWidget* parent = nullptr);
    void add(QWidget* page, const QString& title);
    void showPage(QWidget* page);
    QWidget* page() const;

Q_SIGNALS:
    void pageShown(QWidget* page);

private:
    QTabBar* m_bar;
    QStackedWidget* m_pages;
};

} // namespace sheaf
