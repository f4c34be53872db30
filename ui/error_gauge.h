// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error_rate.h"

#include <QWidget>

/** A column's share of errors as an interval on a scale of 0 to 10 %, with the limit, and what is left to do. */
namespace sheaf {

class ErrorGauge : public QWidget
{
    Q_OBJECT
public:
    explicit ErrorGauge(QWidget* parent = nullptr);
    void set(const QString& column, const ErrorRate& rate);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_head, m_note;
    ErrorRate m_rate;
};

/** "1.3–5.8 %", "5 %" where all were checked; empty where none was. */
QString errorWords(const ErrorRate& rate);

} // namespace sheaf
