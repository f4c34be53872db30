// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

/** A combo box that draws its arrow in the theme's colour: a style sheet could only load one from a file. */
namespace sheaf {

class ComboBox : public QComboBox
{
    Q_OBJECT
public:
    explicit ComboBox(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
    /** A wheel that scrolls the pane must not change a setting on its way. */
    void wheelEvent(QWheelEvent* event) override;
};

} // namespace sheaf
