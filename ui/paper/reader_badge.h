// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace sheaf {

/** A reader's number in the colours in which the page marks its words. */
class ReaderBadge : public QWidget
{
    Q_OBJECT
public:
    explicit ReaderBadge(int number, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_number; ///< 1 or 2
};

} // namespace sheaf
