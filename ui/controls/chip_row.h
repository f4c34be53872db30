// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

/** Words as ticked chips, wrapped over as many lines as they need. */
namespace sheaf {

class ChipRow : public QWidget
{
    Q_OBJECT
public:
    explicit ChipRow(QWidget* parent = nullptr);
    void set(const QStringList& chips);
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVector<QRect> boxes(int width) const;
    QStringList m_chips;
};

} // namespace sheaf
