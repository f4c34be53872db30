// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement.h"
#include "core/column.h"
#include "core/error_rate.h"

#include <QWidget>

/** A column's share of errors as an interval on a scale of 0 to 10 %, with the limit, what is left to do, and how often
 * two readers agree. */
namespace sheaf {

class ErrorGauge : public QWidget
{
    Q_OBJECT
public:
    explicit ErrorGauge(QWidget* parent = nullptr);
    void set(const Column& column, const ErrorRate& rate, const AgreementTally& agreement);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_head, m_note, m_agreement;
    ErrorRate m_rate;
};

/** "1.3–5.8 %", "5 %" where all were checked; empty where none was. */
QString errorWords(const ErrorRate& rate);
/** "The readers agree on 93 % of 120 values (κ 0.81)."; empty where there is one reader. */
QString agreementWords(const Column& column, const AgreementTally& agreement);

} // namespace sheaf
