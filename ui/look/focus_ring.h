// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

/** The ring round the control, or inside the pane, that has the keyboard: 2 px wide, drawn on the window above its
 * widgets. Shown once the keyboard moved the focus, hidden for the mouse. One a window. */
namespace sheaf {

class FocusRing : public QWidget
{
    Q_OBJECT
public:
    explicit FocusRing(QWidget* window);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow(QWidget* target);
    void place();
    QPointer<QWidget> m_target;
};

} // namespace sheaf
