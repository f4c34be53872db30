// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

/** A table or other body under a head of one line: its title, what it is about, and at the right a note or a button. */
namespace sheaf {

class ElidedLabel;

class SectionPane : public QWidget
{
    Q_OBJECT
public:
    explicit SectionPane(QWidget* body, QWidget* button = nullptr, QWidget* parent = nullptr);
    void setHead(const QString& title, const QString& about, const QString& note = {});

private:
    ElidedLabel* m_title;
    ElidedLabel* m_about;
    ElidedLabel* m_note;
};

/** `content` in a pane ("base", "panel") that scrolls down when it is too low. */
QScrollArea* scrollPane(QWidget* content, const QString& pane);

} // namespace sheaf
