// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;

/** "Removed 3 papers. Undo": instead of asking first. What cannot be taken back is done when the bar goes. */
namespace sheaf {

class UndoBar : public QWidget
{
    Q_OBJECT
public:
    explicit UndoBar(QWidget* parent = nullptr);
    ~UndoBar() override;

    /** Does what an earlier offer left to do, then shows this one. */
    void offer(const QString& text, std::function<void()> undo, std::function<void()> commit = {});
    bool canUndo() const { return bool(m_undo); }
    void undo();
    /** Now: another file is opened, the window closes. */
    void commit();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_text;
    QTimer m_clock;
    std::function<void()> m_undo;
    std::function<void()> m_commit;
};

} // namespace sheaf
